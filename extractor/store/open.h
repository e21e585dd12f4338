/* SPDX-License-Identifier: MIT */
/* The store's file: an SQLite database that petik made, of a version that this petik knows. */
#ifndef PETIK_STORE_OPEN_H
#define PETIK_STORE_OPEN_H

#include <sqlite3.h>

#include "base/error.h"

typedef enum { STORE_READ, STORE_WRITE } store_mode;

/* Opens path. STORE_READ: it has to exist, and is not changed. STORE_WRITE: it is made when there is none, and brought to
 * this version when it is older. *out belongs to the caller (sqlite3_close). Errors begin with the path: ERROR_OUTPUT: no
 * database, not petik's, of a newer version, not to be read or written; ERROR_BUSY: another process writes. */
int store_open(sqlite3 **out, const char *path, store_mode mode, error *e);
/* For store_run on a connection that reads few rows here and there: it need not keep the store in memory for that. */
extern const char STORE_MODEST[];
/* Sets the error from what the last call on db said; ERROR_BUSY when another process holds it, else ERROR_OUTPUT. */
int store_error(sqlite3 *db, error *e);
/* Runs SQL without results. */
int store_run(sqlite3 *db, const char *sql, error *e);
/* A statement of sql, or NULL with the error set. Free with sqlite3_finalize. */
sqlite3_stmt *store_query(sqlite3 *db, const char *sql, error *e);
/* The first number that a query gives; fallback when it gives none, or fails, which sets the error. */
int64_t store_number(sqlite3 *db, const char *sql, int64_t fallback, error *e);
/* The text of a column, lent until the statement moves on; STR_NONE for null. */
str store_text(sqlite3_stmt *s, int column);

/* Binds a text, null for STR_NONE; it has to live until the statement has run. */
void store_bind(sqlite3_stmt *s, int at, str text);
/* Runs a statement that gives no rows, and makes it ready for the next time. */
int store_step(sqlite3 *db, sqlite3_stmt *s, error *e);

#endif
