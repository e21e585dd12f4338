/* SPDX-License-Identifier: MIT */
/* One report that is being made: what it is made of, and what has been counted so far. */
#ifndef PETIK_REPORT_EDITION_H
#define PETIK_REPORT_EDITION_H

#include <signal.h>

#include "base/arena.h"
#include "report/site.h"
#include "report/words.h"
#include "store/open.h"

enum { NOBODY = UINT32_MAX, NO_OUTLET = UINT32_MAX };

/* An article of the newest version, of the sheets that all pages need. */
typedef struct {
    int64_t id, story; /* story: 0: none */
    str title, published; /* STR_NONE: not known */
    uint32_t outlet;
    uint32_t statements, points;
} edition_article;

typedef struct {
    str name;
    size_t articles, statements, points;
} edition_outlet;

typedef struct {
    int64_t id;
    str title, of, region;
} edition_office;

/* An office of an official, as articles show it. */
typedef struct {
    const edition_office *office;
    str acting, first, last; /* dates of the oldest and the newest article; STR_NONE: not known */
    size_t articles;
    uint32_t article; /* the one counted last */
} edition_term;

/* A person who held an office; where names are not linked, a name in an office. */
typedef struct {
    int64_t id;
    str name;
    VEC(edition_term) terms; /* the one seen last first */
    size_t statements, points;
    size_t first_item;       /* of edition.by_official */
} edition_official;

typedef enum { ITEM_STATEMENT, ITEM_POINT } item_kind;

/* A statement or a point. Items are numbered as articles are, the newest first. */
typedef struct {
    int64_t id;
    uint32_t article, official;
    uint32_t number; /* within the article */
    item_kind kind;
} edition_item;

typedef struct {
    int64_t story;
    uint32_t article;
} edition_place;

/* Items and articles of one day; days go backwards, and what has no date comes last. */
typedef struct {
    int day; /* 20241015; 20241000 or 20240000 when no more is known; 0: nothing */
    size_t first_item, first_article, statements;
} edition_day;

typedef struct {
    sqlite3 *db;
    site *out;
    language in;
    const char *version;
    const volatile sig_atomic_t *stop; /* not 0: the run is to end */
    arena home;
    VEC(edition_article) articles;     /* the newest first */
    VEC(edition_outlet) outlets;
    VEC(edition_office) offices;       /* by id */
    VEC(edition_official) officials;   /* by id */
    VEC(edition_item) items;
    VEC(edition_day) days;
    VEC(edition_place) stories;        /* articles by story, then in their own order */
    VEC(str) topics;
    VEC(size_t) topic_counts;
    size_t statements, points;
    buf page;                          /* what is being written */
    buf small;                         /* for a few words, within one function */
} edition;

/* Reads articles, outlets, offices and officials; counts come later. ed has db, out, in, version and stop. Free with
 * edition_free, also after a failure. */
int edition_open(edition *ed, error *e);
void edition_free(edition *ed);
/* The place of an official or office by its id; NOBODY or NULL: there is none, as for people without an office. */
uint32_t edition_find_official(const edition *ed, int64_t id);
const edition_office *edition_find_office(const edition *ed, int64_t id);
/* Whether the official has a page: somebody of the articles that the report has. */
bool edition_official_shown(const edition_official *o);
/* What is counted of articles, one after another in their order. */
void edition_count_day(edition *ed, uint32_t article);
void edition_count_term(edition *ed, uint32_t official, int64_t office, str acting, uint32_t article);
void edition_count_item(edition *ed, const edition_item *item, str topic);
/* The first of those articles of a story that stand behind one another in ed->stories, and how many there are. */
const edition_place *edition_story(size_t *n, const edition *ed, int64_t story);
/* 20241015 of "2024-10-15T08:00"; unknown parts are 0. */
int edition_day_of(str iso);
/* "Pj Wali Kota Probolinggo": acting, title, of (or Kota Probolinggo); not escaped. */
void edition_office_name(buf *b, str acting, str title, str of);

#endif
