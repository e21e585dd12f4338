/* SPDX-License-Identifier: MIT */
/* Which predicted record stands for which gold one. */
#ifndef PETIK_SCORE_PAIRING_H
#define PETIK_SCORE_PAIRING_H

#include <jansson.h>

#include "base/arena.h"

/* One record as it is compared. Strings are folded where the measure says so; what a kind does not have is empty. */
typedef struct {
    const json_t *record; /* borrowed */
    span at;              /* in the letters of the gold text; empty: nowhere */
    str name, title, acting, of;
    str value, force;
    str who[3]; /* the names that a speaker goes by */
    size_t n_who;
    bool unsure; /* gold with "certain": false: any speaker will do */
    bool taken;  /* set by pair_items: it has found its other */
} item;

typedef struct {
    item *items;
    size_t n, cap;
} items;

/* How much of what either covers both cover, from 0 to 1. */
double overlap(span a, span b);
/* Pairs off, best first, golds and predictions that same finds alike (above 0); among pairs equally good the later gold,
 * then the later prediction, comes first. Returns the number of pairs and sets taken in both. */
size_t pair_items(arena *a, items *golds, items *preds, double (*same)(const item *gold, const item *pred));

#endif
