/* SPDX-License-Identifier: MIT */
/* One table as CSV by RFC 4180: lines end in CR LF, cells with quotation marks, commas or line ends stand in quotation marks. Null is
 * nothing at all, an empty text two quotation marks. */
#include <stdlib.h>

#include "store/open.h"
#include "store/sheet.h"
#include "store/writer.h"
#include "text/utf8.h"

typedef struct {
    sqlite3 *db;
    sqlite3_stmt *rows;
    const schema_table *table;
    bool safe, begun;
} sheet;

/* What a formula begins with: also full-width, as spreadsheets of East Asia take it. */
static bool begins_formula(uint32_t c) {
    static const uint32_t SIGNS[] = { '=', '+', '-', '@', 0xFF1D, 0xFF0B, 0xFF0D, 0xFF20 };
    for (size_t i = 0; i < sizeof SIGNS / sizeof *SIGNS; i++)
        if (SIGNS[i] == c) return true;
    return false;
}

/* What programs pass over before they look for a formula: spaces and quotation marks. */
static bool passed_over(uint32_t c) {
    return c == ' ' || c == '"' || c == '\'' || c == 0xA0 || c == 0xFEFF || c == 0x2018 || c == 0x2019 || c == 0x201C || c == 0x201D;
}

/* Where another cell begins for a program that splits at something else than commas. */
static bool splits(char c) { return c == ';' || c == '\t' || c == '\r' || c == '\n'; }

/* Whether a program that takes a cell to begin at i would find a formula there. */
static bool formula_at(str s, size_t i) {
    size_t size = 0;
    if (i == 0 && s.n && s.p[0] != ';' && splits(s.p[0])) return true;
    for (; i < s.n; i += size) {
        uint32_t c = utf8_at(s, i, &size);
        if (!passed_over(c)) return begins_formula(c);
    }
    return false;
}

void sheet_guard(buf *out, str s) {
    size_t done = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool begins = i == 0 || splits(s.p[i - 1]);
        if (!begins || !formula_at(s, i)) continue;
        buf_add(out, str_cut(s, done, i));
        buf_add_char(out, '\'');
        done = i;
    }
    buf_add(out, str_cut(s, done, s.n));
}

static bool needs_quotes(str s) {
    if (s.n == 0 || s.p[0] == ' ' || s.p[s.n - 1] == ' ') return true;
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == '"' || s.p[i] == ',' || s.p[i] == '\r' || s.p[i] == '\n') return true;
    return false;
}

void sheet_cell(buf *out, str s) {
    if (!s.p) return;
    if (!needs_quotes(s)) {
        buf_add(out, s);
        return;
    }
    buf_add_char(out, '"');
    for (size_t i = 0; i < s.n;) {
        size_t mark = str_find(s, STR("\""), i), end = mark == SIZE_MAX ? s.n : mark + 1;
        buf_add(out, str_cut(s, i, end));
        if (mark != SIZE_MAX) buf_add_char(out, '"');
        i = end;
    }
    buf_add_char(out, '"');
}

static bool has_column(const schema_table *t, const char *name) {
    for (size_t i = 0; i < t->column_count; i++)
        if (strcmp(t->columns[i].name, name) == 0) return true;
    return false;
}

/* The first article of a story may be a replaced version, which is not written: then the first is the first that is. */
static void add_column(buf *sql, const schema_table *t, const schema_column *c, bool every_version) {
    bool story = !every_version && t == schema_get(TABLE_ARTICLES) && strcmp(c->name, "story") == 0;
    if (story)
        buf_add(sql, STR("(SELECT min(b.\"id\") FROM \"articles\" b WHERE b.\"story\" = t.\"story\" AND b.\"replaced_by\" IS NULL)"));
    else
        buf_format(sql, "t.\"%s\"", c->name);
}

/* The rows that are of the newest versions, looked up one by one: a list of all would grow with the store. */
static void add_condition(buf *sql, const schema_table *t, bool every_version) {
    if (every_version) return;
    if (t == schema_get(TABLE_ARTICLES)) buf_add(sql, STR(" WHERE t.\"replaced_by\" IS NULL"));
    if (has_column(t, "article"))
        buf_add(sql, STR(" WHERE EXISTS (SELECT 1 FROM \"articles\" a WHERE a.\"id\" = t.\"article\" AND a.\"replaced_by\" IS NULL)"));
}

static sqlite3_stmt *query_rows(const writing *w, const schema_table *t, error *e) {
    buf sql = buf_make(SIZE_MAX);
    buf_add(&sql, STR("SELECT "));
    for (size_t i = 0; i < t->column_count; i++) {
        if (i) buf_add(&sql, STR(", "));
        add_column(&sql, t, &t->columns[i], w->every_version);
    }
    buf_format(&sql, " FROM \"%s\" t", t->name);
    add_condition(&sql, t, w->every_version);
    str keys = str_of(t->key);
    for (const char *before = " ORDER BY "; keys.p; before = ", ") {
        str name = str_split(&keys, ',');
        buf_format(&sql, "%st.\"%.*s\"", before, STR_ARG(name));
    }
    buf_add_char(&sql, '\0');
    sqlite3_stmt *s = store_query(w->db, sql.p, e);
    buf_free(&sql);
    return s;
}

static int sheet_open(void **out, const writing *w, error *e) {
    sheet *s = calloc(1, sizeof *s);
    *out = NULL;
    if (!s) return error_set(e, ERROR_LIMIT, "out of memory");
    *s = (sheet){ .db = w->db, .table = schema_get(w->table), .safe = w->safe };
    s->rows = query_rows(w, s->table, e);
    if (!s->rows) {
        free(s);
        return e->code;
    }
    *out = s;
    return 0;
}

static void add_header(const sheet *s, buf *out) {
    for (size_t i = 0; i < s->table->column_count; i++) {
        if (i) buf_add_char(out, ',');
        sheet_cell(out, str_of(s->table->columns[i].name));
    }
    buf_add(out, STR("\r\n"));
}

static void add_row(const sheet *s, buf *out) {
    buf guarded = buf_make(SIZE_MAX);
    for (size_t i = 0; i < s->table->column_count; i++) {
        str value = store_text(s->rows, (int)i);
        if (i) buf_add_char(out, ',');
        if (s->safe && value.n && s->table->columns[i].type == COLUMN_TEXT) {
            buf_clear(&guarded);
            sheet_guard(&guarded, value);
            value = buf_str(&guarded);
        }
        sheet_cell(out, value);
    }
    buf_add(out, STR("\r\n"));
    buf_free(&guarded);
}

static int sheet_next(void *state, buf *out, error *e) {
    sheet *s = state;
    if (!s->begun) {
        s->begun = true;
        add_header(s, out);
        return 1;
    }
    int code = sqlite3_step(s->rows);
    if (code == SQLITE_ROW) add_row(s, out);
    return code == SQLITE_ROW ? 1 : code == SQLITE_DONE ? 0 : store_error(s->db, e);
}

static void sheet_close(void *state) {
    sheet *s = state;
    sqlite3_finalize(s->rows);
    free(s);
}

const store_writer WRITE_SHEET = { sheet_open, sheet_next, sheet_close };
