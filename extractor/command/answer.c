/* SPDX-License-Identifier: MIT */
#include "command/answer.h"

#include "store/json.h"
#include "store/sheet.h"

void answer_json(buf *out, const answer_field *fields, size_t n) {
    for (size_t i = 0; i < n; i++) {
        const answer_field *f = &fields[i];
        buf_add(out, i ? STR(", \"") : STR("{\""));
        buf_add(out, str_of(f->name));
        buf_add(out, STR("\": "));
        if (f->type == ANSWER_NUMBER) buf_format(out, "%lld", (long long)f->number);
        else if (f->type == ANSWER_LIST) buf_add(out, f->text.p ? f->text : STR("[]"));
        else json_quote(out, f->text);
    }
    buf_add(out, STR("}\n"));
}

static void add_cell(buf *out, const answer_field *f, bool safe) {
    if (f->type == ANSWER_NUMBER) {
        buf_format(out, "%lld", (long long)f->number);
        return;
    }
    if (!safe || !f->text.p) {
        sheet_cell(out, f->text);
        return;
    }
    buf guarded = buf_make(SIZE_MAX);
    sheet_guard(&guarded, f->text);
    sheet_cell(out, guarded.p ? buf_str(&guarded) : STR(""));
    buf_free(&guarded);
}

void answer_csv(buf *out, const answer_field *fields, size_t n, bool safe) {
    for (size_t i = 0; i < n; i++) {
        if (i) buf_add_char(out, ',');
        add_cell(out, &fields[i], safe);
    }
    buf_add(out, STR("\r\n"));
}

void answer_csv_names(buf *out, const answer_field *fields, size_t n) {
    for (size_t i = 0; i < n; i++) buf_format(out, "%s%s", i ? "," : "", fields[i].name);
    buf_add(out, STR("\r\n"));
}
