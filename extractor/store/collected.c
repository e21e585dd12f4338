/* SPDX-License-Identifier: MIT */
#include "store/collected.h"

#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "store/schema.h"

static const char *const KINDS[] = { "feed", "sitemap", "start", "page" };

/* "INSERT OR REPLACE INTO "hosts" VALUES (?, …)" */
static sqlite3_stmt *prepare_row(sqlite3 *db, const char *verb, table_id t, error *e) {
    const schema_table *of = schema_get(t);
    char sql[256];
    int n = snprintf(sql, sizeof sql, "INSERT OR %s INTO \"%s\" VALUES (?", verb, of->name);
    for (size_t i = 1; i < of->column_count; i++) n += snprintf(sql + n, sizeof sql - (size_t)n, ",?");
    snprintf(sql + n, sizeof sql - (size_t)n, ")");
    return store_query(db, sql, e);
}

int collected_open(collected_writer *w, sqlite3 *db, error *e) {
    w->db = db;
    w->found = prepare_row(db, "IGNORE", TABLE_ADDRESSES, e);
    w->fetched = prepare_row(db, "REPLACE", TABLE_ADDRESSES, e);
    w->host = prepare_row(db, "REPLACE", TABLE_HOSTS, e);
    w->harvest = prepare_row(db, "REPLACE", TABLE_HARVESTS, e);
    return e->code;
}

void collected_close(collected_writer *w) {
    sqlite3_finalize(w->found);
    sqlite3_finalize(w->fetched);
    sqlite3_finalize(w->host);
    sqlite3_finalize(w->harvest);
}

static void bind_status(sqlite3_stmt *s, int at, int status) {
    if (status) sqlite3_bind_int(s, at, status);
    else sqlite3_bind_null(s, at);
}

static int write_address(collected_writer *w, sqlite3_stmt *s, const collected_address *a, error *e) {
    const str before[] = { a->url, a->source, str_of(KINDS[a->kind]), a->via, a->title, a->published, a->found, a->fetched, a->due };
    const str behind[] = { a->etag, a->modified, a->captured, a->digest, a->archive, a->moved };
    for (int i = 0; i < 9; i++) store_bind(s, i + 1, before[i]);
    bind_status(s, 10, a->status);
    for (int i = 0; i < 6; i++) store_bind(s, i + 11, behind[i]);
    sqlite3_bind_int(s, 17, a->failures);
    store_bind(s, 18, a->problem);
    return store_step(w->db, s, e);
}

static int write_host(collected_writer *w, const collected_host *h, error *e) {
    store_bind(w->host, 1, h->origin);
    store_bind(w->host, 2, h->robots);
    bind_status(w->host, 3, h->robots_status);
    store_bind(w->host, 4, h->robots_fetched);
    store_bind(w->host, 5, h->until);
    sqlite3_bind_int(w->host, 6, h->failures);
    return store_step(w->db, w->host, e);
}

int collected_write(collected_writer *w, const collected_change *c, error *e) {
    int status = 0;
    for (size_t i = 0; i < c->found.n && status == 0; i++) status = write_address(w, w->found, &c->found.items[i], e);
    for (size_t i = 0; i < c->fetched.n && status == 0; i++) status = write_address(w, w->fetched, &c->fetched.items[i], e);
    for (size_t i = 0; i < c->hosts.n && status == 0; i++) status = write_host(w, &c->hosts.items[i], e);
    return status;
}

int collected_write_harvest(collected_writer *w, int64_t run, const collected_harvest *h, error *e) {
    const size_t counts[] = { h->listings, h->found, h->fetched, h->articles, h->unchanged, h->gone, h->forbidden, h->failed, h->left };
    sqlite3_bind_int64(w->harvest, 1, run);
    store_bind(w->harvest, 2, h->source);
    for (int i = 0; i < 9; i++) sqlite3_bind_int64(w->harvest, i + 3, (int64_t)counts[i]);
    return store_step(w->db, w->harvest, e);
}

struct collected {
    sqlite3 *db;
    sqlite3_stmt *address, *host, *due, *harvest;
};

int collected_reader_open(collected **out, const char *path, error *e) {
    *out = NULL;
    if (access(path, F_OK) != 0) return 0;
    collected *c = calloc(1, sizeof *c);
    if (!c) return error_set(e, ERROR_LIMIT, "out of memory");
    if (store_open(&c->db, path, STORE_READ, e) == 0 && store_run(c->db, STORE_MODEST, e) == 0) {
        c->address = store_query(c->db, "SELECT * FROM addresses WHERE url = ?", e);
        c->host = store_query(c->db, "SELECT * FROM hosts WHERE origin = ?", e);
        c->due = store_query(c->db, "SELECT * FROM addresses WHERE source = ? AND kind = 'page' AND due <= ? "
                             "ORDER BY fetched IS NOT NULL, published DESC, found DESC, url LIMIT ?", e);
        c->harvest = store_query(c->db, "SELECT * FROM harvests WHERE source = ? AND found > 0 ORDER BY run DESC LIMIT 1", e);
    }
    if (e->code) collected_reader_close(c);
    else *out = c;
    return e->code;
}

void collected_reader_close(collected *c) {
    if (!c) return;
    sqlite3_finalize(c->address);
    sqlite3_finalize(c->host);
    sqlite3_finalize(c->due);
    sqlite3_finalize(c->harvest);
    sqlite3_close(c->db);
    free(c);
}

static str kept(arena *a, sqlite3_stmt *s, int column) {
    str text = store_text(s, column);
    return text.p ? arena_copy(a, text) : STR_NONE;
}

static collected_address read_address(arena *a, sqlite3_stmt *s) {
    collected_address r = { .status = sqlite3_column_int(s, 9), .failures = sqlite3_column_int(s, 16) };
    str *const before[] = { &r.url, &r.source, NULL, &r.via, &r.title, &r.published, &r.found, &r.fetched, &r.due };
    str *const behind[] = { &r.etag, &r.modified, &r.captured, &r.digest, &r.archive, &r.moved };
    for (int i = 0; i < 9; i++)
        if (before[i]) *before[i] = kept(a, s, i);
    for (int i = 0; i < 6; i++) *behind[i] = kept(a, s, i + 10);
    r.problem = kept(a, s, 17);
    str kind = store_text(s, 2);
    while (r.kind < COLLECTED_PAGE && !str_eq(kind, str_of(KINDS[r.kind]))) r.kind++;
    return r;
}

bool collected_find(collected_address *out, arena *a, collected *c, str url) {
    if (!c) return false;
    store_bind(c->address, 1, url);
    bool there = sqlite3_step(c->address) == SQLITE_ROW;
    if (there) *out = read_address(a, c->address);
    sqlite3_reset(c->address);
    return there;
}

bool collected_find_host(collected_host *out, arena *a, collected *c, str origin) {
    if (!c) return false;
    store_bind(c->host, 1, origin);
    bool there = sqlite3_step(c->host) == SQLITE_ROW;
    if (there)
        *out = (collected_host){ .origin = kept(a, c->host, 0), .robots = kept(a, c->host, 1), .robots_status = sqlite3_column_int(c->host, 2),
                                 .robots_fetched = kept(a, c->host, 3), .until = kept(a, c->host, 4), .failures = sqlite3_column_int(c->host, 5) };
    sqlite3_reset(c->host);
    return there;
}

collected_list collected_due(arena *a, collected *c, str source, str now, size_t most) {
    collected_list out = { 0 };
    if (!c) return out;
    store_bind(c->due, 1, source);
    store_bind(c->due, 2, now);
    sqlite3_bind_int64(c->due, 3, (int64_t)most);
    while (sqlite3_step(c->due) == SQLITE_ROW) *vec_add(a, &out) = read_address(a, c->due);
    sqlite3_reset(c->due);
    return out;
}

bool collected_last_harvest(collected_harvest *out, arena *a, collected *c, str source) {
    if (!c) return false;
    store_bind(c->harvest, 1, source);
    bool there = sqlite3_step(c->harvest) == SQLITE_ROW;
    if (there) {
        *out = (collected_harvest){ .source = kept(a, c->harvest, 1) };
        size_t *const counts[] = { &out->listings, &out->found, &out->fetched, &out->articles, &out->unchanged, &out->gone, &out->forbidden,
                                   &out->failed, &out->left };
        for (int i = 0; i < 9; i++) *counts[i] = (size_t)sqlite3_column_int64(c->harvest, i + 2);
    }
    sqlite3_reset(c->harvest);
    return there;
}
