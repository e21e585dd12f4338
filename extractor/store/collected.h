/* SPDX-License-Identifier: MIT */
/* What is collected from the network, and what became of it: the tables addresses, hosts and harvests. Times are ISO 8601, UTC, to the
 * second ("2026-11-28T06:35:13Z"), so that they compare as text. STR_NONE is null. */
#ifndef PETIK_STORE_COLLECTED_H
#define PETIK_STORE_COLLECTED_H

#include "base/arena.h"
#include "store/open.h"

typedef enum { COLLECTED_FEED, COLLECTED_SITEMAP, COLLECTED_START, COLLECTED_PAGE } collected_kind;

/* A row of addresses. */
typedef struct {
    str url, source;
    collected_kind kind;
    str via, title, published;
    str found, fetched, due;
    int status; /* 0: none */
    str etag, modified, captured, digest, archive, moved;
    int failures;
    str problem;
} collected_address;

/* A row of hosts. */
typedef struct {
    str origin, robots;
    int robots_status; /* 0: none */
    str robots_fetched, until;
    int failures;
} collected_host;

/* A row of harvests, but for its run. */
typedef struct {
    str source;
    size_t listings, found, fetched, articles, unchanged, gone, forbidden, failed, left;
} collected_harvest;

/* What is to be written at once. */
typedef struct {
    VEC(collected_address) found;   /* written unless they are there */
    VEC(collected_address) fetched; /* replace what is there */
    VEC(collected_host) hosts;      /* replace what is there */
} collected_change;

/* Writing, over the connection of a database. Free with collected_close, also after a failure. */
typedef struct {
    sqlite3 *db;
    sqlite3_stmt *found, *fetched, *host, *harvest;
} collected_writer;
int collected_open(collected_writer *w, sqlite3 *db, error *e);
void collected_close(collected_writer *w);
int collected_write(collected_writer *w, const collected_change *c, error *e);
int collected_write_harvest(collected_writer *w, int64_t run, const collected_harvest *h, error *e);

/* Reading, over a connection of its own, for another thread than the writer's. It sees what has been committed. */
typedef struct collected collected;
/* *out is NULL and the status 0 when there is no store at path. It belongs to the caller (collected_reader_close). */
int collected_reader_open(collected **out, const char *path, error *e);
void collected_reader_close(collected *c);
/* The row of an address or an origin, in the arena; false: there is none (or no store). */
bool collected_find(collected_address *out, arena *a, collected *c, str url);
bool collected_find_host(collected_host *out, arena *a, collected *c, str origin);
typedef VEC(collected_address) collected_list;
/* Up to most pages of a source that are due at a time: those that were not fetched yet first, the newest of them first. */
collected_list collected_due(arena *a, collected *c, str source, str now, size_t most);
/* The last harvest of a source that found something; false: none did. */
bool collected_last_harvest(collected_harvest *out, arena *a, collected *c, str source);

#endif
