/* SPDX-License-Identifier: MIT */
/* What a store knows of one article: its row, and the rows of its records. */
#ifndef PETIK_REPORT_DOSSIER_H
#define PETIK_REPORT_DOSSIER_H

#include "base/arena.h"
#include "store/open.h"

typedef enum {
    SHEET_STATEMENTS,
    SHEET_POINTS,
    SHEET_EVENTS,
    SHEET_OFFICIALS,
    SHEET_INSTITUTIONS,
    SHEET_DATES,
    SHEET_REGULATIONS,
    SHEET_WARNINGS,
    SHEET_BYLINES,
    SHEET_MENTIONS, /* of officials and institutions: number is the record's */
    SHEET_REPEATS,  /* of points: number is the point's */
    SHEET_COUNT
} sheet_id;

/* What the cells of each sheet hold, in this order. */
enum { STATEMENT_KIND, STATEMENT_SPEAKER, STATEMENT_OFFICE, STATEMENT_FROM, STATEMENT_SPEAKER_RULE, STATEMENT_READ_BY, STATEMENT_SAID,
       STATEMENT_CUE, STATEMENT_RULE, STATEMENT_BECAUSE, STATEMENT_CELLS };
enum { POINT_FORCE, POINT_TOPIC, POINT_BY, POINT_OFFICE, POINT_TO, POINT_ITEM, POINT_RULE, POINT_BECAUSE, POINT_CELLS };
enum { EVENT_KIND, EVENT_DATE, EVENT_PLACE, EVENT_ORGANISER, EVENT_LEADER, EVENT_PARTICIPANTS, EVENT_RULE, EVENT_CELLS };
enum { OFFICIAL_TITLE, OFFICIAL_ACTING, OFFICIAL_OF, OFFICIAL_REGION, OFFICIAL_RANK, OFFICIAL_DEGREES, OFFICIAL_BECAUSE, OFFICIAL_CELLS };
enum { INSTITUTION_TYPE, INSTITUTION_REGION, INSTITUTION_SAME_AS, INSTITUTION_CELLS };
enum { DATE_TYPE, DATE_VALUE, DATE_CONFLICT, DATE_RULE, DATE_CELLS };
enum { REGULATION_KIND, REGULATION_NO, REGULATION_YEAR, REGULATION_ISSUER, REGULATION_RULE, REGULATION_CELLS };
enum { WARNING_CODE, WARNING_CELLS };
enum { BYLINE_ROLE, BYLINE_CELLS };
enum { MENTION_KIND, MENTION_RULE, MENTION_CELLS };

typedef struct {
    int64_t number, id; /* of the record in its article; of a statement's or point's row; of an official's row: the office, or 0 */
    int64_t official;   /* holder, or person where names are linked; 0: none */
    size_t start, end;  /* code points of the article's text */
    str text;
    const str *cells;   /* STR_NONE: null */
} sheet_row;

typedef VEC(sheet_row) sheet;

typedef struct {
    str source, url, outlet, title, dateline, published, published_from, section, text;
    sheet sheets[SHEET_COUNT];
} dossier;

/* Questions that are asked once for each article. */
typedef struct {
    sqlite3 *db;
    sqlite3_stmt *article, *sheets[SHEET_COUNT];
} dossier_reader;

/* Free with dossier_close, also after a failure. */
int dossier_open(dossier_reader *r, sqlite3 *db, error *e);
/* Reads article id; everything lies in the arena. */
int dossier_read(dossier *out, dossier_reader *r, arena *a, int64_t id, error *e);
void dossier_close(dossier_reader *r);

#endif
