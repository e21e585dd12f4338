/* SPDX-License-Identifier: MIT */
/* Persons over articles: under which names in which offices, and why they are taken for one. */
#ifndef PETIK_REPORT_IDENTITY_H
#define PETIK_REPORT_IDENTITY_H

#include "report/asking.h"

/* One name of a person, in one office; lent during the call. STR_NONE: not known. */
typedef struct {
    int64_t person_id;
    str person;        /* the fullest name */
    str name;          /* as articles give it there */
    str office, region; /* STR_NONE: speaks without one */
    str first, last;   /* days it was seen in */
    int64_t articles;
    str because;       /* what decided that it is this person's */
} person_name;

typedef int (*person_function)(const person_name *p, void *payload);
/* Called for each name, person by person. several: only persons with more than one. who as asking_resolve said. */
int persons_each(sqlite3 *db, asked_kind who, bool several, person_function each, void *payload, error *e);

#endif
