/* SPDX-License-Identifier: MIT */
#include "store/version.h"

#include "store/tablewriter.h"

static const char NEWEST[] =
    "SELECT id, version, ruleset, input, digest, title, published FROM articles WHERE identity = ? ORDER BY version DESC LIMIT 1";
/* What a line or a web archive has of an article, older states of it too, is there again whenever it is read. */
static const char ANY_INPUT[] = "SELECT 1 FROM articles WHERE identity = ? AND ruleset = ? AND input = ? LIMIT 1";
static const char ANY_TEXT[] =
    "SELECT 1 FROM articles WHERE identity = ? AND ruleset = ? AND digest = ? AND title IS ? AND published IS ? LIMIT 1";

int versions_open(version_queries *q, sqlite3 *db, error *e) {
    q->newest = store_query(db, NEWEST, e);
    q->input = store_query(db, ANY_INPUT, e);
    q->text = store_query(db, ANY_TEXT, e);
    return q->newest && q->input && q->text ? 0 : e->code;
}

void versions_close(version_queries *q) {
    sqlite3_finalize(q->newest);
    sqlite3_finalize(q->input);
    sqlite3_finalize(q->text);
}

static void keep(char *out, size_t size, sqlite3_stmt *s, int column) {
    str text = store_text(s, column);
    size_t n = text.n < size ? text.n : size - 1;
    if (n) memcpy(out, text.p, n);
    out[n] = '\0';
}

version_row versions_newest(const version_queries *q, const char *identity) {
    version_row v = { .id = 0 };
    store_bind(q->newest, 1, str_of(identity));
    if (sqlite3_step(q->newest) == SQLITE_ROW) {
        v.id = sqlite3_column_int64(q->newest, 0);
        v.version = sqlite3_column_int64(q->newest, 1);
        v.ruleset = sqlite3_column_int64(q->newest, 2);
        keep(v.input, sizeof v.input, q->newest, 3);
        keep(v.digest, sizeof v.digest, q->newest, 4);
        keep(v.title, sizeof v.title, q->newest, 5);
        keep(v.published, sizeof v.published, q->newest, 6);
    }
    sqlite3_reset(q->newest);
    return v;
}

static bool is_there(sqlite3_stmt *s) {
    bool there = sqlite3_step(s) == SQLITE_ROW;
    sqlite3_reset(s);
    return there;
}

bool versions_have_input(const version_queries *q, const database_origin *from, int64_t ruleset) {
    version_row v = versions_newest(q, from->identity);
    if (v.id && v.ruleset == ruleset && strcmp(v.input, from->input) == 0) return true;
    if (!v.id || !from->several) return false;
    store_bind(q->input, 1, str_of(from->identity));
    sqlite3_bind_int64(q->input, 2, ruleset);
    store_bind(q->input, 3, str_of(from->input));
    return is_there(q->input);
}

/* stored may be cut, when it is long. */
static bool same_text(const char *stored, const cell *c) {
    str text = c->type == CELL_TEXT ? c->text : STR("");
    size_t n = strlen(stored);
    return str_starts(text, (str){ stored, n }) && (text.n == n || n > 200);
}

bool versions_have_text(const version_queries *q, const version_row *newest, const database_origin *from, int64_t ruleset, const cell *cells) {
    const cell *const said[] = { &cells[schema_column_of(TABLE_ARTICLES, "digest")], &cells[schema_column_of(TABLE_ARTICLES, "title")],
                                 &cells[schema_column_of(TABLE_ARTICLES, "published")] };
    const char *const stored[] = { newest->digest, newest->title, newest->published };
    bool same = newest->id && newest->ruleset == ruleset;
    for (int i = 0; i < 3 && same; i++) same = same_text(stored[i], said[i]);
    if (same || !newest->id || !from->several) return same;
    store_bind(q->text, 1, str_of(from->identity));
    sqlite3_bind_int64(q->text, 2, ruleset);
    for (int i = 0; i < 3; i++) table_writer_bind(q->text, i + 3, said[i]);
    return is_there(q->text);
}
