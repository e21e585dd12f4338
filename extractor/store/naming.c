/* SPDX-License-Identifier: MIT */
#include "store/naming.h"

#include "base/buf.h"

static str holder_key(buf *b, int64_t office, str name) {
    buf_clear(b);
    buf_format(b, "%lld|", (long long)office);
    buf_add(b, name);
    return buf_str(b);
}

static int load(holder_index *x, error *e) {
    sqlite3_stmt *s = store_query(x->db, "SELECT id, key FROM offices ORDER BY id", e);
    if (!s) return e->code;
    int code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        x->last_office = sqlite3_column_int64(s, 0);
        table_put(&x->offices, arena_copy(&x->home, store_text(s, 1)), (uint32_t)x->last_office);
    }
    sqlite3_finalize(s);
    if (code != SQLITE_DONE) return store_error(x->db, e);
    s = store_query(x->db, "SELECT id, office, name FROM holders ORDER BY id", e);
    if (!s) return e->code;
    while ((code = sqlite3_step(s)) == SQLITE_ROW) {
        x->last_holder = sqlite3_column_int64(s, 0);
        str key = holder_key(&x->key, sqlite3_column_int64(s, 1), store_text(s, 2));
        table_put(&x->holders, arena_copy(&x->home, key), (uint32_t)x->last_holder);
    }
    sqlite3_finalize(s);
    return code == SQLITE_DONE ? 0 : store_error(x->db, e);
}

int holder_open(holder_index *x, sqlite3 *db, error *e) {
    *x = (holder_index){ .db = db, .key = buf_make(1 << 20) };
    x->offices = table_make(&x->home, 4096);
    x->holders = table_make(&x->home, 16384);
    x->add_office = store_query(db, "INSERT INTO offices(id, title, \"of\", region, key) VALUES (?, ?, ?, ?, ?)", e);
    x->add_holder = store_query(db, "INSERT INTO holders(id, office, name) VALUES (?, ?, ?)", e);
    x->add_search = store_query(db, "INSERT INTO holders_fts(rowid, name) VALUES (?, ?)", e);
    return e->code ? e->code : load(x, e);
}

static int64_t find_office(holder_index *x, const holder_naming *n, error *e) {
    uint32_t known = table_get(&x->offices, n->key);
    if (known != TABLE_NONE) return known;
    sqlite3_bind_int64(x->add_office, 1, ++x->last_office);
    store_bind(x->add_office, 2, n->title);
    store_bind(x->add_office, 3, n->of);
    store_bind(x->add_office, 4, n->region);
    store_bind(x->add_office, 5, n->key);
    if (store_step(x->db, x->add_office, e) < 0) return e->code;
    table_put(&x->offices, arena_copy(&x->home, n->key), (uint32_t)x->last_office);
    return x->last_office;
}

int64_t holder_find(holder_index *x, const holder_naming *n, error *e) {
    int64_t office = n->key.p ? find_office(x, n, e) : 0;
    if (office < 0) return office;
    str key = holder_key(&x->key, office, n->name);
    uint32_t known = table_get(&x->holders, key);
    if (known != TABLE_NONE) return known;
    sqlite3_bind_int64(x->add_holder, 1, ++x->last_holder);
    if (office) sqlite3_bind_int64(x->add_holder, 2, office);
    else sqlite3_bind_null(x->add_holder, 2);
    store_bind(x->add_holder, 3, n->name);
    if (store_step(x->db, x->add_holder, e) < 0) return e->code;
    sqlite3_bind_int64(x->add_search, 1, x->last_holder);
    store_bind(x->add_search, 2, n->name);
    if (store_step(x->db, x->add_search, e) < 0) return e->code;
    table_put(&x->holders, arena_copy(&x->home, key), (uint32_t)x->last_holder);
    return x->last_holder;
}

void holder_close(holder_index *x) {
    sqlite3_finalize(x->add_office);
    sqlite3_finalize(x->add_holder);
    sqlite3_finalize(x->add_search);
    buf_free(&x->key);
    arena_free(&x->home);
}
