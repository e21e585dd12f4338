/* SPDX-License-Identifier: MIT */
/* Articles from a source through extractors to one consumer, in the order of the source whatever the number of
 * workers: a reader (the calling thread) fills a ring of slots, workers take them in order, a sequencer hands the
 * results on in order. The ring is bounded, so that memory does not grow with the input. */
#ifndef PETIK_COMMAND_PIPELINE_H
#define PETIK_COMMAND_PIPELINE_H

#include "petik.h"
#include "source/source.h"
#include "store/database.h"

/* What came of one article, or of one input that could not be read. Lent during the call. */
typedef struct {
    str line;            /* the article's record, or its text; empty when it failed */
    const char *failure; /* "place: what", or NULL */
    str rows;            /* for the store, when there is one */
    database_origin origin; /* with rows */
    bool known;          /* the store has it already: it was not read again */
    const char *refused; /* why a page is no article (petik_refused), or NULL */
    const void *note;    /* the article's */
    const char *source;  /* of the article; NULL when there was none to read */
    uint64_t taken;      /* bytes read from the inputs when this one was read */
    petik_counts counts;
} result;

/* Delivers articles as source_next does, which is one. An article without bytes is passed on to the results as it is. */
typedef int (*article_function)(article *out, void *from, error *e);

/* Called for one result after another, never by two threads at once; what is not 0 ends the run. */
typedef int (*result_function)(const result *r, void *payload);

typedef struct {
    const petik_rules *rules;
    article_function next;
    void *from;          /* what next reads from */
    const source *files; /* when that is files: how far they are read is told with the results; or NULL */
    const char *published; /* for articles that do not say theirs, or NULL */
    bool rows_only;        /* no lines are wanted, only rows for the store */
    bool as_text;          /* petik_text instead of petik_json */
    database *store;       /* what is in it already is passed over; NULL: no store */
    unsigned workers;      /* 1: everything in the calling thread */
    result_function each;
    void *payload;
} pipeline;

/* Threads for --jobs; "0", and NULL, when it was not given, are as many as processors. 0: it is no number. */
unsigned pipeline_workers(const char *jobs);
/* Adds up. */
void pipeline_count(petik_counts *to, const petik_counts *c);
/* Runs to the end of the source. 0, what each returned, or a negative code when extractors or threads cannot be had. */
int pipeline_run(const pipeline *p, error *e);

#endif
