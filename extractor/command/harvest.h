/* SPDX-License-Identifier: MIT */
/* What a run collected from each source, for the store, the report, the summary and the warnings. */
#ifndef PETIK_COMMAND_HARVEST_H
#define PETIK_COMMAND_HARVEST_H

#include <stdio.h>

#include "base/buf.h"
#include "fetch/collector.h"

/* Something that went wrong, and how often. */
typedef struct {
    const char *code;
    str address, problem; /* of the first; of what is left also what they are told apart by */
    size_t count;
    bool left;            /* pages that are left for the next run */
} harvest_problem;

typedef struct {
    collected_harvest row;
    size_t listings_failed, listings_changed, refused; /* refused: pages that are no articles */
    VEC(harvest_problem) problems;
    const char *warning; /* that the source gives nothing any more; NULL */
} source_harvest;

typedef struct {
    arena home;
    const source_file *file;
    source_harvest *of; /* a source each, in the file's order */
} harvest;

harvest harvest_make(const source_file *file);
void harvest_free(harvest *h);
/* Counts a result. read: it is a page with an article. Returns how many of its kind the source has had: that many lines were told, or could be. */
size_t harvest_take(harvest *h, const fetch_result *r, bool read);
/* Compares with what the store says of earlier runs, which does not have this one yet. */
void harvest_compare(harvest *h, collected *state);
/* Whether nothing could be read of any source; false when there is none. */
bool harvest_is_void(const harvest *h);
/* Listings and pages that could not be had, and warnings. */
size_t harvest_failures(const harvest *h);
/* A JSON array. */
void harvest_json(const harvest *h, buf *out);
/* A line a source. */
void harvest_print(const harvest *h, FILE *to);

#endif
