/* SPDX-License-Identifier: MIT */
#include "store/open.h"

#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buf.h"
#include "base/limits.h"
#include "store/migration.h"
#include "store/schema.h"

/* "petk": what marks a file as petik's (PRAGMA application_id). */
enum { APPLICATION = 0x7065746b };

/* petik_path(): the path as it was given. SQLite tells only the absolute one. */
static void tell_path(sqlite3_context *c, int n, sqlite3_value **values) {
    (void)n;
    (void)values;
    sqlite3_result_text(c, sqlite3_user_data(c), -1, SQLITE_TRANSIENT);
}

static int keep_path(sqlite3 *db, const char *path) {
    char *copy = sqlite3_mprintf("%s", path);
    if (!copy) return SQLITE_NOMEM;
    return sqlite3_create_function_v2(db, "petik_path", 0, SQLITE_UTF8 | SQLITE_DIRECTONLY, copy, tell_path, NULL, NULL, sqlite3_free);
}

int store_error(sqlite3 *db, error *e) {
    int code = sqlite3_errcode(db) & 0xff, status;
    char *what = sqlite3_mprintf("%s", sqlite3_errmsg(db)); /* before the next call replaces it */
    sqlite3_stmt *s = NULL;
    sqlite3_prepare_v2(db, "SELECT petik_path()", -1, &s, NULL);
    bool told = s && sqlite3_step(s) == SQLITE_ROW;
    const char *path = told ? (const char *)sqlite3_column_text(s, 0) : "store";
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED) status = error_set(e, ERROR_BUSY, "%s: another process writes to it; try later", path);
    else status = error_set(e, ERROR_OUTPUT, "%s: %s", path, what ? what : "out of memory");
    sqlite3_finalize(s);
    sqlite3_free(what);
    return status;
}

int store_run(sqlite3 *db, const char *sql, error *e) {
    return sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK ? 0 : store_error(db, e);
}

sqlite3_stmt *store_query(sqlite3 *db, const char *sql, error *e) {
    sqlite3_stmt *s = NULL;
    if (sqlite3_prepare_v2(db, sql, -1, &s, NULL) != SQLITE_OK) store_error(db, e);
    return s;
}

str store_text(sqlite3_stmt *s, int column) {
    const unsigned char *p = sqlite3_column_text(s, column);
    return (str){ (const char *)p, p ? (size_t)sqlite3_column_bytes(s, column) : 0 };
}

void store_bind(sqlite3_stmt *s, int at, str text) {
    if (text.p) sqlite3_bind_text(s, at, text.p, (int)text.n, SQLITE_STATIC);
    else sqlite3_bind_null(s, at);
}

int store_step(sqlite3 *db, sqlite3_stmt *s, error *e) {
    int code = sqlite3_step(s);
    int status = code == SQLITE_DONE ? 0 : store_error(db, e);
    sqlite3_reset(s);
    return status;
}

int64_t store_number(sqlite3 *db, const char *sql, int64_t fallback, error *e) {
    sqlite3_stmt *s = store_query(db, sql, e);
    if (!s) return fallback;
    int code = sqlite3_step(s);
    int64_t n = code == SQLITE_ROW ? sqlite3_column_int64(s, 0) : fallback;
    if (code != SQLITE_ROW && code != SQLITE_DONE) store_error(db, e);
    sqlite3_finalize(s);
    return n;
}

static void add_column(buf *b, const schema_column *c) {
    buf_format(b, "\"%s\" %s%s", c->name, c->type == COLUMN_INTEGER ? "INTEGER" : "TEXT", c->required ? " NOT NULL" : "");
    if (c->refers) buf_format(b, " REFERENCES \"%s\"(id)", c->refers);
}

/* "a,b" as "\"a\",\"b\"". */
static void add_names(buf *b, str names) {
    for (bool first = true; names.p; first = false) {
        str name = str_split(&names, ',');
        buf_format(b, "%s\"%.*s\"", first ? "" : ",", STR_ARG(name));
    }
}

static void add_table(buf *b, const schema_table *t) {
    bool numbered = strcmp(t->key, "id") == 0;
    buf_format(b, "CREATE TABLE \"%s\" (", t->name);
    for (size_t i = 0; i < t->column_count; i++) {
        if (i) buf_add(b, STR(", "));
        if (numbered && i == 0) buf_add(b, STR("\"id\" INTEGER PRIMARY KEY"));
        else add_column(b, &t->columns[i]);
    }
    if (!numbered) {
        buf_add(b, STR(", PRIMARY KEY ("));
        add_names(b, str_of(t->key));
        buf_add_char(b, ')');
    }
    buf_add(b, numbered ? STR(") STRICT;\n") : STR(") STRICT, WITHOUT ROWID;\n"));
    /* Datasette looks for content="TABLE", with these quotation marks and no spaces. */
    if (t->search)
        buf_format(b, "CREATE VIRTUAL TABLE \"%s_fts\" USING fts5(\"%s\", tokenize=\"unicode61\", content=\"%s\", content_rowid=\"id\", columnsize=0);\n",
                   t->name, t->search, t->name);
}

static void add_indexes(buf *b, const schema_table *t) {
    str rest = str_of(t->indexes);
    while (rest.n) {
        str columns = str_split(&rest, ';'), left = columns;
        str first = str_split(&left, ',');
        buf_format(b, "CREATE INDEX \"%s_%.*s\" ON \"%s\" (", t->name, STR_ARG(first), t->name);
        add_names(b, columns);
        buf_add(b, STR(");\n"));
    }
}

static int create(sqlite3 *db, error *e) {
    buf b = buf_make(LIMIT_RULE_FILE);
    for (table_id t = 0; t < TABLE_COUNT; t++) {
        add_table(&b, schema_get(t));
        add_indexes(&b, schema_get(t));
    }
    for (size_t i = 0; i < VIEW_COUNT; i++) buf_format(&b, "CREATE VIEW \"%s\" AS %s;\n", schema_view_get(i)->name, schema_view_get(i)->query);
    buf_format(&b, "PRAGMA application_id = %d; PRAGMA user_version = %d;", APPLICATION, SCHEMA_VERSION);
    buf_add_char(&b, '\0');
    int status = store_run(db, b.p, e);
    buf_free(&b);
    return status;
}

/* Whether the file is petik's: 1, 0 for an empty one, or an error. */
static int recognise(sqlite3 *db, const char *path, error *e) {
    int application = (int)store_number(db, "PRAGMA application_id", -1, e), things = -1;
    if (application >= 0) things = (int)store_number(db, "SELECT count(*) FROM sqlite_master", -1, e);
    if (things < 0) return e->code;
    if (application == APPLICATION) return 1;
    return things == 0 ? 0 : error_set(e, ERROR_OUTPUT, "%s: a database, but not one that petik made", path);
}

static int migrate(sqlite3 *db, const char *path, int version, error *e) {
    int status = 0;
    if (version < 1) return error_set(e, ERROR_OUTPUT, "%s: a database of petik that does not tell its version", path);
    if (version > SCHEMA_VERSION)
        return error_set(e, ERROR_OUTPUT, "%s: made by a newer petik (schema %d, this one knows %d)", path, version, SCHEMA_VERSION);
    for (int v = version; v < SCHEMA_VERSION && status == 0; v++) status = store_run(db, migration_from(v), e);
    return status;
}

/* Makes or migrates within one transaction, so that nobody sees half of it. Another program's database is left as it is, its
 * way of keeping a journal too. */
static int prepare(sqlite3 *db, const char *path, error *e) {
    if (recognise(db, path, e) < 0) return e->code;
    int status = store_run(db, "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; BEGIN IMMEDIATE", e);
    if (status < 0) return status;
    int known = recognise(db, path, e);
    status = known == 0 ? create(db, e) : known < 0 ? known : migrate(db, path, (int)store_number(db, "PRAGMA user_version", -1, e), e);
    return store_run(db, status < 0 ? "ROLLBACK" : "COMMIT", e) < 0 ? e->code : status;
}

static int check(sqlite3 *db, const char *path, error *e) {
    int known = recognise(db, path, e);
    if (known < 0) return known;
    int version = (int)store_number(db, "PRAGMA user_version", -1, e);
    if (known == 0) return error_set(e, ERROR_OUTPUT, "%s: an empty database", path);
    if (version < SCHEMA_VERSION)
        return error_set(e, ERROR_OUTPUT, "%s: made by an older petik; petik extract --db brings it up to date", path);
    return migrate(db, path, version, e);
}

const char STORE_MODEST[] = "PRAGMA mmap_size = 0; PRAGMA cache_size = -4096";

/* Readers go through the file as memory, and keep more of it than SQLite would by itself. */
static const char READING[] = "PRAGMA mmap_size = 17179869184; PRAGMA cache_size = -65536; PRAGMA temp_store = MEMORY";

static bool is_folder(const char *path) {
    struct stat s;
    return stat(path, &s) == 0 && S_ISDIR(s.st_mode);
}

/* Opens for reading where nothing may be written beside the file, as SQLite wants to: what no run is writing to is a file like any other. */
static int open_alone(sqlite3 **db, const char *path, int flags) {
    buf b = buf_make(1 << 16);
    struct stat s;
    buf_format(&b, "%s-wal%c", path, '\0');
    bool written = !b.full && stat(b.p, &s) == 0 && s.st_size > 0;
    buf_clear(&b);
    buf_add(&b, STR("file:"));
    for (const char *c = path; *c; c++) {
        if (*c == '%' || *c == '?' || *c == '#') buf_format(&b, "%%%02X", (unsigned char)*c);
        else buf_add_char(&b, *c);
    }
    buf_add(&b, STR("?immutable=1\0"));
    int code = written || b.full ? SQLITE_CANTOPEN : sqlite3_open_v2(b.p, db, flags | SQLITE_OPEN_URI, NULL);
    buf_free(&b);
    return code;
}

static int open_file(sqlite3 **db, const char *path, int flags) {
    int code = sqlite3_open_v2(path, db, flags, NULL);
    if (code != SQLITE_OK || !(flags & SQLITE_OPEN_READONLY)) return code;
    code = sqlite3_exec(*db, "PRAGMA schema_version", NULL, NULL, NULL);
    if (code != SQLITE_CANTOPEN && code != SQLITE_READONLY) return SQLITE_OK;
    sqlite3 *alone = NULL;
    if (open_alone(&alone, path, flags) != SQLITE_OK) {
        sqlite3_close(alone);
        return SQLITE_OK; /* the next call says what is wrong */
    }
    sqlite3_close(*db);
    *db = alone;
    return SQLITE_OK;
}

static int cannot_open(sqlite3 *db, const char *path, error *e) {
    int why = sqlite3_system_errno(db);
    return error_set(e, ERROR_OUTPUT, "%s: %s", path, why ? strerror(why) : sqlite3_errmsg(db));
}

int store_open(sqlite3 **out, const char *path, store_mode mode, error *e) {
    sqlite3 *db = NULL;
    int flags = mode == STORE_READ ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    int status = 0;
    *out = NULL;
    if (mode == STORE_READ && access(path, F_OK) != 0) return error_set(e, ERROR_OUTPUT, "%s: there is no such database", path);
    if (is_folder(path)) return error_set(e, ERROR_OUTPUT, "%s: a folder, not a database", path);
    if (open_file(&db, path, flags | SQLITE_OPEN_NOMUTEX) != SQLITE_OK) status = cannot_open(db, path, e);
    if (status == 0 && keep_path(db, path) != SQLITE_OK) status = store_error(db, e);
    if (status == 0) sqlite3_busy_timeout(db, LIMIT_LOCK_MS);
    if (status == 0) status = mode == STORE_READ ? check(db, path, e) : prepare(db, path, e);
    if (status == 0 && mode == STORE_READ) status = store_run(db, READING, e);
    if (status < 0) sqlite3_close(db);
    else *out = db;
    return status;
}
