/* SPDX-License-Identifier: MIT */
/* The codebook: every table, view and column, in Markdown. */
#include "store/columnsof.h"
#include "store/describe.h"

/* "a,b" as "`a`, `b`". */
static void add_codes(buf *out, const char *names, char separator, const char *between) {
    str rest = str_of(names);
    for (bool first = true; rest.p; first = false) {
        str name = str_split(&rest, separator);
        buf_format(out, "%s`%.*s`", first ? "" : between, STR_ARG(name));
    }
}

static const char *type_of(const schema_column *c) {
    switch (c->format) {
    case FORMAT_DATE: return "text, ISO 8601";
    case FORMAT_ADDRESS: return "text, address";
    case FORMAT_LIST: return "text, JSON array of strings";
    case FORMAT_NONE: break;
    }
    return c->type == COLUMN_INTEGER ? "integer" : "text";
}

static void add_column(buf *out, const schema_column *c) {
    buf_format(out, "| `%s` | %s | %s | %s", c->name, type_of(c), c->required ? "never" : "can be", c->means);
    if (c->values) {
        buf_add(out, STR("; one of "));
        add_codes(out, c->values, '|', ", ");
    }
    if (c->refers) buf_format(out, "; `id` in [%s](#%s)", c->refers, c->refers);
    buf_add(out, STR(" |\n"));
}

static void add_table(buf *out, const schema_table *t) {
    buf_format(out, "\n## %s\n\nA table: %s. Key: ", t->name, t->means);
    add_codes(out, t->key, ',', ", ");
    buf_add_char(out, '.');
    if (t->search) buf_format(out, " Words of `%s` are found with `%s_fts`.", t->search, t->name);
    buf_add(out, STR("\n\n| column | type | null | meaning |\n| --- | --- | --- | --- |\n"));
    for (size_t i = 0; i < t->column_count; i++) add_column(out, &t->columns[i]);
}

static void add_view(buf *out, const view_columns *v) {
    buf_format(out, "\n## %s\n\nA view: %s.\n\n| column | shows | meaning |\n| --- | --- | --- |\n", v->view->name, v->view->means);
    for (size_t i = 0; i < v->count; i++) {
        const view_column *c = &v->columns[i];
        if (c->from) buf_format(out, "| `%s` | `%s.%s` | %s |\n", c->name, c->table->name, c->from->name, c->from->means);
        else buf_format(out, "| `%s` | worked out | |\n", c->name);
    }
}

int codebook_write(buf *out, const char *database, error *e) {
    (void)database;
    buf_format(out, "# Codebook\n\nThe tables of a petik database, and the CSV files of the same names; schema version %d. Offsets are Unicode "
               "code points\nfrom 0, as Python and R count them. Records name their article, the newest version of which has no "
               "`replaced_by`.\n", SCHEMA_VERSION);
    for (table_id t = 0; t < TABLE_COUNT; t++) add_table(out, schema_get(t));
    int status = 0;
    for (size_t i = 0; i < VIEW_COUNT && status == 0; i++) {
        view_columns v = { 0 };
        status = view_columns_read(&v, i, e);
        if (status == 0) add_view(out, &v);
        view_columns_free(&v);
    }
    return status;
}
