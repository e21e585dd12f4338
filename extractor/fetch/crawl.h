/* SPDX-License-Identifier: MIT */
/* A run of the collector, as its parts see it; for this folder only. */
#ifndef PETIK_FETCH_CRAWL_H
#define PETIK_FETCH_CRAWL_H

#include "base/clock.h"
#include "base/table.h"
#include "fetch/collector.h"
#include "fetch/host.h"

/* A result that waits to be handed out. */
typedef struct outcome {
    struct outcome *next;
    article a;
    fetch_result *result; /* in a.home */
} outcome;

typedef struct {
    size_t listings; /* that are not answered yet */
    size_t further;  /* listings that others led to, in this run */
    long left;       /* pages that may still be asked for in this run */
    size_t over;     /* pages that were found beyond that */
    bool resumed;    /* what earlier runs left has been taken up */
    str since;       /* a day, or STR_NONE */
    VEC(str) sites;  /* names of hosts; what is under them belongs to the source */
} source_state;

struct collector {
    collector_settings s;
    arena home;
    client *client;
    host_list hosts;
    table seen; /* addresses that were queued, or fetched, in this run */
    source_state *sources;
    long left; /* pages of the run */
    outcome *first, *last;
    int64_t synced; /* the steady clock's time when the archive was made safe last */
    error broken; /* why the archive cannot be written */
};

int64_t crawl_now(void); /* seconds since 1970 */
/* That time, so many seconds later, as the store has it; in the arena. */
str crawl_time(arena *a, int64_t seconds_later);
const fetch_source *crawl_source(const collector *c, size_t of);

#endif
