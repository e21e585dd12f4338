/* SPDX-License-Identifier: MIT */
/* What was said and declared: statements and points of the store that a question asks for, with what makes them checkable. */
#ifndef PETIK_REPORT_PASSAGES_H
#define PETIK_REPORT_PASSAGES_H

#include "base/arena.h"
#include "report/asking.h"

typedef struct {
    bool points;       /* points, else statements */
    asked_kind who;    /* from asking_resolve; ASKED_ANYBODY: everybody's */
    const char *about; /* words that must stand in it, "…" around words in a row, * behind the beginning of one; or NULL */
    const char *since, *until; /* ISO 8601 days, months or years, or NULL: when it was said, else published */
    const char *outlet;        /* part of the outlet's name or address, or NULL */
    const char *topic, *force; /* of points, or NULL */
    bool direct;       /* only what is quoted */
    bool unique;       /* the same words once, and of a story's articles only the first that has them */
    long limit;        /* 0: all */
} question;

/* One passage; everything is lent during the call. STR_NONE: not known. */
typedef struct {
    int64_t id, article, start, end; /* code points into the article's text */
    str text, around;                /* as printed; the sentences around it, of a point its paragraph */
    str name, office, person;        /* as of this article; the person over all articles */
    str published, outlet, title, url, source, digest, archive;
    str link;                        /* the address of the passage */
    str copy;                        /* the address of a web archive's copy */
    str rule;
    str kind, said, from, cue, finder, reader; /* of statements: direct or indirect; the day it was said; how the speaker was
                                                * found, by which words and rule; who read it for the speaker */
    str force, topic, to;            /* of points; to: a JSON list */
    str also;                        /* a JSON list of other outlets and days with the same words */
} passage;

/* Called for one after another, in the order of days; what is not 0 ends the answer. */
typedef int (*passage_function)(const passage *p, void *payload);
int passages_each(sqlite3 *db, const question *q, passage_function each, void *payload, error *e);

/* What a question was asked of, for the answer that there is nothing. */
typedef struct {
    int64_t articles;
    str first, last; /* days; STR_NONE: none is known */
} searched;
/* Articles of the newest versions that lie in the question's days and outlet. Texts are a's. */
int passages_searched(searched *out, arena *a, sqlite3 *db, const question *q, error *e);

#endif
