/* SPDX-License-Identifier: MIT */
/* sources.conf: what is collected, and how. Lines "key = value", "[name]" before each source's, # before remarks (docs/COLLECTING.md). */
#ifndef PETIK_FETCH_SOURCEFILE_H
#define PETIK_FETCH_SOURCEFILE_H

#include "base/arena.h"
#include "base/error.h"

typedef VEC(str) source_texts;
typedef VEC(long) source_times;

/* A source; strings are closed by a NUL. What is said before the first source is what all have unless they say otherwise. */
typedef struct {
    str name;      /* between the brackets: letters, digits, . - _ */
    size_t line;   /* of the brackets */
    source_texts feeds, sitemaps, starts; /* addresses, as weblink_resolve writes them */
    source_texts follow, leave; /* patterns of articles' addresses (wildcard.h); of those with a scheme, of the whole address */
    str publisher; /* STR_NONE: pages say theirs */
    int zone;      /* minutes east of Greenwich, of feeds' dates without one; 420 (WIB) unless said */
    long delay;    /* milliseconds between requests to a host; 2000 unless said */
    long limit;    /* pages a run; 1000 unless said */
    long days;     /* how old, by its listing, an article may be that is fetched; 30 unless said, 0: any ("all") */
    source_times revisit; /* seconds after the first time that an article is fetched again; none unless said */
} fetch_source;

typedef struct {
    arena home;
    str contact;      /* an e-mail address, or one of the web */
    str db, archive;  /* paths, beside the file unless absolute; "news.db" and "archive" unless said */
    str certificates; /* a file of certificates (PEM) to trust instead of the system's; STR_NONE */
    long connect, wait, stall, whole; /* milliseconds: to connect, to the first byte, without a byte, for all; 15000, 30000, 30000, 120000 */
    long patience;    /* milliseconds that a run waits for a host that asks for it (Retry-After), before it leaves the rest for the next run; 120000 */
    VEC(fetch_source) sources; /* in the file's order; names are unique */
} source_file;

/* Reads path. ERROR_USAGE, with "path:line:column: what" for the first fault (columns in bytes from 1): a key that is not known (with the
 * nearest), a value that is none, an address that is none, a source without addresses, a second one of a name, no contact. ERROR_INPUT: it cannot be read. */
int source_file_read(source_file *out, const char *path, error *e);
/* With NULL, or after an error, there is nothing to free. */
void source_file_free(source_file *f);

#endif
