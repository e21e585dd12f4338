/* SPDX-License-Identifier: MIT */
/* Who held which office when, as far as articles show it. */
#ifndef PETIK_REPORT_TERMS_H
#define PETIK_REPORT_TERMS_H

#include "base/arena.h"
#include "report/asking.h"

/* An article that shows a holder in office. */
typedef struct {
    int64_t id;
    str published, outlet, title, url, source;
} term_article;

/* One person in one office with one acting status; lent during the call. STR_NONE: not known. */
typedef struct {
    int64_t office_id, person_id; /* person_id: 0 when names are not linked */
    str office, title, of, region;
    str acting; /* Pj, Plt, Plh, Pjs; STR_NONE: in full */
    str person;
    str names;  /* the forms of the name and why they are one person's: a JSON list */
    str first, last; /* days of the first and last article */
    int64_t articles;
    str shown_by; /* numbers of these articles: a JSON list */
    term_article first_article, last_article;
} term;

typedef int (*term_function)(const term *t, void *payload);
/* Called for each, office by office, in the order of days. who as asking_resolve said. since and until: days, or NULL. */
int terms_each(sqlite3 *db, asked_kind who, const char *since, const char *until, term_function each, void *payload, error *e);

#endif
