/* SPDX-License-Identifier: MIT */
#include "store/overrule.h"

#include "base/file.h"
#include "base/limits.h"
#include "record/officekey.h"

enum { PARTS = 5 };

typedef struct {
    sqlite3 *db;
    arena home;
    const lexicon *words;
    const char *path;
    size_t line;
    sqlite3_stmt *known, *add;
} overruling;

/* Splits a line; false: it has not five parts. */
static bool split(str line, str parts[PARTS]) {
    size_t n = 0;
    while (line.p && n < PARTS) parts[n++] = str_trim(str_split(&line, '\t'));
    return n == PARTS && !line.p;
}

/* The key of an office that the store has; STR_NONE for "-". */
static int read_key(str *key, overruling *o, str office, size_t column, error *e) {
    str rest = office, acting;
    *key = STR_NONE;
    if (str_eq(office, STR("-"))) return 0;
    official_record read = office_read(&o->home, o->words, &rest, &acting);
    if (!read.title.p) return error_set(e, ERROR_INPUT, "%s:%zu:%zu: no office: %.*s", o->path, o->line, column, STR_ARG(office));
    *key = office_key(&o->home, o->words, &read);
    return 0;
}

/* Whether the store has the name, in that office if one is given. */
static int check_known(overruling *o, str name, str key, size_t column, error *e) {
    sqlite3_bind_text(o->known, 1, name.p, (int)name.n, SQLITE_STATIC);
    if (key.p) sqlite3_bind_text(o->known, 2, key.p, (int)key.n, SQLITE_STATIC);
    else sqlite3_bind_null(o->known, 2);
    int code = sqlite3_step(o->known);
    sqlite3_reset(o->known);
    if (code == SQLITE_ROW) return 0;
    if (code != SQLITE_DONE) return store_error(o->db, e);
    return error_set(e, ERROR_INPUT, "%s:%zu:%zu: the store has no such name%s: %.*s", o->path, o->line, column, key.p ? " in that office" : "",
                     STR_ARG(name));
}

static int add_line(overruling *o, str line, error *e) {
    str parts[PARTS], keys[2];
    if (!split(line, parts)) return error_set(e, ERROR_INPUT, "%s:%zu:1: not five parts with tabs between them", o->path, o->line);
    if (!str_eq(parts[0], STR("same")) && !str_eq(parts[0], STR("apart")))
        return error_set(e, ERROR_INPUT, "%s:%zu:1: same or apart, not %.*s", o->path, o->line, STR_ARG(parts[0]));
    for (size_t i = 0; i < 2; i++) {
        size_t at = (size_t)(parts[1 + 2 * i].p - line.p) + 1, office_at = (size_t)(parts[2 + 2 * i].p - line.p) + 1;
        if (read_key(&keys[i], o, parts[2 + 2 * i], office_at, e) < 0 || check_known(o, parts[1 + 2 * i], keys[i], at, e) < 0) return e->code;
    }
    sqlite3_bind_int64(o->add, 1, (int64_t)o->line);
    store_bind(o->add, 2, parts[0]);
    store_bind(o->add, 3, parts[1]);
    store_bind(o->add, 4, keys[0]);
    store_bind(o->add, 5, parts[3]);
    store_bind(o->add, 6, keys[1]);
    return store_step(o->db, o->add, e);
}

int overrules_replace(sqlite3 *db, const lexicon *l, const char *path, error *e) {
    overruling o = { .db = db, .words = l, .path = path };
    str rest;
    int status = file_read(&rest, &o.home, path, LIMIT_RULE_FILE, ERROR_INPUT, e);
    if (status == 0) status = store_run(db, "DELETE FROM overrules", e);
    o.known = store_query(db, "SELECT 1 FROM holders h LEFT JOIN offices o ON o.id = h.office WHERE h.name = ?1 COLLATE NOCASE "
                              "AND (?2 IS NULL OR o.key = ?2) LIMIT 1", e);
    o.add = store_query(db, "INSERT INTO overrules VALUES (?, ?, ?, ?, ?, ?)", e);
    if (status == 0 && (!o.known || !o.add)) status = e->code;
    while (status == 0 && rest.p) {
        str line = str_split(&rest, '\n');
        o.line++;
        if (str_trim(line).n && line.p[0] != '#') status = add_line(&o, line, e);
    }
    sqlite3_finalize(o.known);
    sqlite3_finalize(o.add);
    arena_free(&o.home);
    return status;
}
