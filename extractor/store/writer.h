/* SPDX-License-Identifier: MIT */
/* A way out of the store: what can be written of it piece by piece, so that memory does not grow with the number of articles. */
#ifndef PETIK_STORE_WRITER_H
#define PETIK_STORE_WRITER_H

#include <sqlite3.h>

#include "base/buf.h"
#include "base/error.h"
#include "store/schema.h"

typedef struct {
    sqlite3 *db;        /* outlives the writer; a transaction of the caller makes all that is read one moment's */
    bool every_version; /* also of articles that a newer version replaced */
    bool safe;          /* sheets: cells that a spreadsheet would take for a formula get an apostrophe */
    table_id table;     /* sheets */
} writing;

/* open: *out is the writer's state, to be closed. next: appends the next piece (a row, or all of an article) to out and returns 1,
 * or 0 at the end. Errors as store_error's. */
typedef struct {
    int (*open)(void **out, const writing *w, error *e);
    int (*next)(void *state, buf *out, error *e);
    void (*close)(void *state);
} store_writer;

/* JSON Lines: what petik extract wrote of each article (lines.c). */
extern const store_writer WRITE_LINES;
/* W3C Web Annotations, one a line (annotation.c). */
extern const store_writer WRITE_ANNOTATIONS;
/* One table as CSV by RFC 4180, its header first (sheet.c). */
extern const store_writer WRITE_SHEET;

#endif
