/* SPDX-License-Identifier: MIT */
/* Offices and the names that hold them, over all articles: their numbers while the store is written. */
#ifndef PETIK_STORE_NAMING_H
#define PETIK_STORE_NAMING_H

#include "base/buf.h"
#include "base/table.h"
#include "store/open.h"

typedef struct {
    sqlite3 *db;
    arena home;
    table offices, holders; /* office keys; "office number|name": to numbers */
    int64_t last_office, last_holder;
    sqlite3_stmt *add_office, *add_holder, *add_search;
    buf key;
} holder_index;

/* An official's name and office, as an article gives them. */
typedef struct {
    str key; /* of the office (officekey.h); STR_NONE: none, only the name counts */
    str name, title, of, region;
} holder_naming;

/* Reads what the store has. Free with holder_close, also after a failure. */
int holder_open(holder_index *x, sqlite3 *db, error *e);
/* The number of the name in the office, added when it is new; negative: an error. */
int64_t holder_find(holder_index *x, const holder_naming *n, error *e);
void holder_close(holder_index *x);

#endif
