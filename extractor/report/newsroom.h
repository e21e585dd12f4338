/* SPDX-License-Identifier: MIT */
/* Makes a report: static pages of what a store has, to be put anywhere or opened from disk. */
#ifndef PETIK_REPORT_NEWSROOM_H
#define PETIK_REPORT_NEWSROOM_H

#include <signal.h>

#include "report/words.h"
#include "store/open.h"

typedef struct {
    language in;
    const char *version;
    const volatile sig_atomic_t *stop; /* not 0: end soon, and leave everything as it was */
} newsroom_options;

/* Writes the report of the store in the folder path, which is there when all is done (site.h). The same store and options give
 * the same bytes. 0; 1: it was stopped; ERROR_OUTPUT, ERROR_BUSY. */
int newsroom_write(sqlite3 *db, const char *path, const newsroom_options *o, error *e);

#endif
