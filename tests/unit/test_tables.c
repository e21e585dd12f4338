/* SPDX-License-Identifier: MIT */
/* extractor/store: the ways out of the store, and what describes it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "base/limits.h"
#include "store/canned.h"
#include "store/columnsof.h"
#include "store/describe.h"
#include "store/open.h"
#include "store/shape.h"
#include "store/sheet.h"
#include "store/writer.h"

static void assert_buf(buf *got, const char *want) {
    buf_add_char(got, '\0');
    assert_string_equal(got->p, want);
    buf_clear(got);
}

static void cells_are_quoted(void **state) {
    (void)state;
    static const struct { const char *in, *out; } CASES[] = {
        { "a", "a" },       { "", "\"\"" },       { "a,b", "\"a,b\"" },     { "a\"b\"", "\"a\"\"b\"\"\"" }, { "a\nb", "\"a\nb\"" },
        { "a\rb", "\"a\rb\"" }, { " a", "\" a\"" }, { "a ", "\"a \"" }, { "a;b", "a;b" },         { "\"", "\"\"\"\"" },
    };
    buf b = buf_make(1000);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        sheet_cell(&b, str_of(CASES[i].in));
        assert_buf(&b, CASES[i].out);
    }
    sheet_cell(&b, STR_NONE);
    assert_int_equal(b.n, 0);
    buf_free(&b);
}

static void formulas_get_an_apostrophe(void **state) {
    (void)state;
    static const struct { const char *in, *out; } CASES[] = {
        { "=1", "'=1" },         { "+62", "'+62" },     { "-2", "'-2" },           { "@A1", "'@A1" },
        { "\t=1", "'\t'=1" },    { "\ra", "'\ra" },     { " =1", "' =1" },         { "\"=1\"", "'\"=1\"" },
        { "'=1", "''=1" },       { "\u201c=1", "'\u201c=1" }, { "\uff1d1", "'\uff1d1" }, { "\u00a0+1", "'\u00a0+1" },
        { "a;=1", "a;'=1" },     { "a; \"-1", "a;' \"-1" },   { "a\n=1", "a\n'=1" },     { "a\tb", "a\tb" },
        { "a=1", "a=1" },        { "a, -1", "a, -1" },  { "2024-10-15", "2024-10-15" }, { "35.74", "35.74" },
        { "", "" },              { " ", " " },          { "[\"=1\"]", "[\"=1\"]" },     { ";;=1", ";;'=1" },
    };
    buf b = buf_make(1000);
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        sheet_guard(&b, str_of(CASES[i].in));
        assert_buf(&b, CASES[i].out);
    }
    buf_free(&b);
}

/* A key is given once in its object; a value's column is its table's; what may be missing begins with a value that may be null. */
static void shape_is_sound(void **state) {
    (void)state;
    for (size_t i = 0; i < shape_count(); i++) {
        const shape_node *n = shape_get(i);
        if (n->kind == SHAPE_VALUE) assert_non_null(shape_column(n));
        else assert_true(shape_end(i) > i + 1);
        if (n->kind == SHAPE_MAYBE) assert_false(shape_column(shape_get(i + 1))->required);
        if (n->where) assert_true(n->depth > 0);
        for (size_t k = i + 1; k < shape_count() && shape_get(k)->depth >= n->depth; k++)
            if (shape_get(k)->depth == n->depth) assert_string_not_equal(shape_get(k)->key, n->key);
    }
}

static sqlite3 *store_in_memory(void) {
    sqlite3 *db;
    error e = { 0 };
    assert_int_equal(store_open(&db, ":memory:", STORE_WRITE, &e), 0);
    return db;
}

static void questions_are_sql(void **state) {
    (void)state;
    sqlite3 *db = store_in_memory();
    for (size_t i = 0; canned_get(i); i++) {
        error e = { 0 };
        sqlite3_stmt *s = store_query(db, canned_get(i)->sql, &e);
        assert_string_equal(e.text, "");
        assert_true(sqlite3_stmt_readonly(s));
        sqlite3_finalize(s);
    }
    sqlite3_close(db);
}

static void views_show_columns(void **state) {
    (void)state;
    for (size_t i = 0; i < VIEW_COUNT; i++) {
        view_columns v = { 0 };
        error e = { 0 };
        size_t known = 0;
        assert_int_equal(view_columns_read(&v, i, &e), 0);
        for (size_t k = 0; k < v.count; k++) known += v.columns[k].from != NULL;
        assert_true(known > v.count / 2);
        view_columns_free(&v);
    }
}

static void everything_is_described(void **state) {
    (void)state;
    for (size_t i = 0; description_get(i); i++) {
        buf b = buf_make(LIMIT_OUTPUT);
        error e = { 0 };
        assert_int_equal(description_get(i)->write(&b, "news", &e), 0);
        for (table_id t = 0; t < TABLE_COUNT; t++) {
            str name = str_of(schema_get(t)->name);
            if (strcmp(description_get(i)->name, "json-schema") != 0) assert_true(str_find(buf_str(&b), name, 0) != SIZE_MAX);
        }
        assert_int_equal(b.p[b.n - 1], '\n');
        buf_free(&b);
    }
}

static void fill(sqlite3 *db, const char *sql) {
    error e = { 0 };
    store_run(db, sql, &e);
    assert_string_equal(e.text, "");
}

static void write_all(buf *out, const store_writer *w, const writing *what) {
    void *state;
    error e = { 0 };
    int more;
    assert_int_equal(w->open(&state, what, &e), 0);
    while ((more = w->next(state, out, &e)) > 0) continue;
    assert_int_equal(more, 0);
    w->close(state);
}

/* Offsets are code points, in the table and in what is written. */
static void passages_are_annotated(void **state) {
    (void)state;
    sqlite3 *db = store_in_memory();
    buf b = buf_make(LIMIT_OUTPUT);
    fill(db, "PRAGMA foreign_keys = OFF; INSERT INTO rulesets VALUES (1, 'r', '9')");
    fill(db, "INSERT INTO articles (id, source, identity, text, digest, input, version, run, ruleset) "
             "VALUES (1, 'a b.jsonl:1', 'a', '\u2014 kata \u201cdi sini\u201d', 'd', 'i', 1, 1, 1)");
    fill(db, "INSERT INTO dates (article, number, text, start, \"end\", type, rule) VALUES (1, 1, 'di sini', 8, 15, 'DATE', 'x')");
    write_all(&b, &WRITE_ANNOTATIONS, &(writing){ .db = db });
    str s = buf_str(&b);
    assert_true(str_find(s, STR("\"source\": \"./a%20b.jsonl:1\""), 0) != SIZE_MAX);
    assert_true(str_find(s, STR("\"exact\": \"di sini\", \"prefix\": \"\u2014 kata \u201c\", \"suffix\": \"\u201d\""), 0) != SIZE_MAX);
    assert_true(str_find(s, STR("\"start\": 8, \"end\": 15"), 0) != SIZE_MAX);
    buf_clear(&b);
    write_all(&b, &WRITE_SHEET, &(writing){ .db = db, .table = TABLE_DATES });
    assert_buf(&b, "article,number,text,start,end,type,value,conflict,rule\r\n1,1,di sini,8,15,DATE,,,x\r\n");
    buf_free(&b);
    sqlite3_close(db);
}

/* Cell of a sheet's line n, in which no cell has quotation marks. */
static str cell_at(str sheet, size_t n, const char *column) {
    str line = STR_NONE, cell = STR_NONE;
    for (size_t i = 0; i <= n; i++) line = str_split(&sheet, '\n');
    for (size_t i = 0; i <= schema_column_of(TABLE_ARTICLES, column); i++) cell = str_split(&line, ',');
    return cell;
}

/* The first article of a story was replaced: in what is written, the first that is written is the first. */
static void stories_name_what_is_written(void **state) {
    (void)state;
    sqlite3 *db = store_in_memory();
    buf b = buf_make(LIMIT_OUTPUT);
    fill(db, "PRAGMA foreign_keys = OFF");
    for (int i = 1; i <= 3; i++) {
        buf_format(&b, "INSERT INTO articles (id, source, identity, text, digest, input, version, replaced_by, story, run, ruleset) "
                       "VALUES (%d, 's', 's', 't', 'd', 'i', 1, %s, 1, 1, 1)", i, i == 1 ? "2" : "NULL");
        buf_add_char(&b, '\0');
        fill(db, b.p);
        buf_clear(&b);
    }
    write_all(&b, &WRITE_SHEET, &(writing){ .db = db, .table = TABLE_ARTICLES });
    for (size_t line = 1; line <= 2; line++) {
        assert_true(str_eq(cell_at(buf_str(&b), line, "id"), line == 1 ? STR("2") : STR("3")));
        assert_true(str_eq(cell_at(buf_str(&b), line, "story"), STR("2")));
    }
    buf_clear(&b);
    write_all(&b, &WRITE_SHEET, &(writing){ .db = db, .table = TABLE_ARTICLES, .every_version = true });
    assert_true(str_eq(cell_at(buf_str(&b), 1, "replaced_by"), STR("2")));
    assert_true(str_eq(cell_at(buf_str(&b), 3, "story"), STR("1")));
    buf_free(&b);
    sqlite3_close(db);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(cells_are_quoted),       cmocka_unit_test(formulas_get_an_apostrophe), cmocka_unit_test(shape_is_sound),
        cmocka_unit_test(questions_are_sql),      cmocka_unit_test(views_show_columns),         cmocka_unit_test(everything_is_described),
        cmocka_unit_test(passages_are_annotated), cmocka_unit_test(stories_name_what_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
