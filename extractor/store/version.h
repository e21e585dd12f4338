/* SPDX-License-Identifier: MIT */
/* Versions of an article: whether an input, or what was read of it, is stored already. */
#ifndef PETIK_STORE_VERSION_H
#define PETIK_STORE_VERSION_H

#include "base/digest.h"
#include "store/open.h"
#include "store/rows.h"

/* Where an article comes from. */
typedef struct {
    const char *identity; /* what its versions have in common */
    const char *input;    /* the digest of what was read (database_input_digest) */
    const char *archive;  /* the archived copy's place, or NULL */
    bool several;         /* its older versions may be read again beside it, and are known as well */
} database_origin;

typedef struct {
    sqlite3_stmt *newest, *input, *text;
} version_queries;

/* What is stored of an article's newest version; id 0: nothing. */
typedef struct {
    int64_t id, version, ruleset;
    char input[DIGEST_TEXT], digest[DIGEST_TEXT], title[256], published[40];
} version_row;

/* Free with versions_close, also after a failure. */
int versions_open(version_queries *q, sqlite3 *db, error *e);
void versions_close(version_queries *q);
version_row versions_newest(const version_queries *q, const char *identity);
/* Whether the newest version, or with several any, is of that input. */
bool versions_have_input(const version_queries *q, const database_origin *from, int64_t ruleset);
/* Whether the newest version says the same as the cells of an article's row, or with several any: markup around an article changes
 * with every fetch. */
bool versions_have_text(const version_queries *q, const version_row *newest, const database_origin *from, int64_t ruleset, const cell *cells);

#endif
