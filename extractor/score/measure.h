/* SPDX-License-Identifier: MIT */
/* Precision and recall of extracted records against what a reader marked, kind by kind (the tables of the annotation
 * guidelines: a date is right when at least half of it and its value are, a name when it is the same name, …). */
#ifndef PETIK_SCORE_MEASURE_H
#define PETIK_SCORE_MEASURE_H

#include "score/goldset.h"

enum {
    MEASURE_DATES,
    MEASURE_DATES_DAY,
    MEASURE_OFFICIALS_NAMED,
    MEASURE_OFFICIALS_FULL,
    MEASURE_INSTITUTIONS,
    MEASURE_DIRECT,
    MEASURE_INDIRECT,
    MEASURE_POINTS,
    MEASURE_REGULATIONS,
    MEASURES
};

/* The names of the kinds, as --misses and the tables have them: "dates", "officials_named", … */
extern const char *const measure_names[MEASURES];
/* The kind of that name, or -1. */
int measure_find(str name);

typedef struct {
    size_t hit, missed, wrong; /* records: right; in the gold alone; in the prediction alone */
} tally;

typedef struct {
    tally kinds[MEASURES];
    size_t articles, absent, partial; /* absent: not extracted; partial: only some of its records were marked */
} tallies;

/* From 0 to 1; 0 where nothing was there to find. */
double tally_precision(const tally *t);
double tally_recall(const tally *t);
double tally_f1(const tally *t);

/* What measure_article meets on its way; either may be NULL. */
typedef struct {
    /* A record of a kind that is missed (of the gold) or wrong (of the prediction). */
    void (*miss)(int kind, const gold_article *a, const json_t *record, bool missed, void *payload);
    /* A gold record whose text does not occur in the article: the gold is wrong. */
    void (*lost)(const gold_article *a, const json_t *record, void *payload);
    void *payload;
} measure_events;

/* Adds one article to the tallies. */
void measure_article(tallies *sum, const gold_article *a, const measure_events *events);

#endif
