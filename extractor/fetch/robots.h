/* SPDX-License-Identifier: MIT */
/* What robots.txt allows (RFC 9309). */
#ifndef PETIK_FETCH_ROBOTS_H
#define PETIK_FETCH_ROBOTS_H

#include "base/arena.h"

typedef struct {
    str pattern;
    bool allow;
} robots_rule;

typedef struct {
    VEC(robots_rule) rules; /* of the group that is for the agent */
    VEC(str) sitemaps;      /* of the whole file, as written */
    long delay;             /* Crawl-delay of that group in milliseconds; -1: none */
} robots;

/* Reads at most LIMIT_ROBOTS bytes of a robots.txt for an agent's product token ("petik"); the rest is not looked at. Any bytes are
 * a robots.txt; what is no line of one is passed over. Everything is copied to the arena. */
robots robots_read(arena *a, str text, str agent);
/* Whether the agent may fetch an address of the site: the longest rule that matches its path and query decides, of two as long the one that
 * allows. /robots.txt itself is always allowed. */
bool robots_allows(const robots *r, str url);

#endif
