/* SPDX-License-Identifier: MIT */
#include "rule/conflict.h"

#include <stdlib.h>

static int by_start(const void *a, const void *b) {
    const rule_match *x = a, *y = b;
    if (x->at.start != y->at.start) return x->at.start < y->at.start ? -1 : 1;
    if (x->at.end != y->at.end) return x->at.end > y->at.end ? -1 : 1;
    return x->rule->number < y->rule->number ? -1 : x->rule->number > y->rule->number;
}

static bool beats(const rule_match *a, const rule_match *b) {
    if (a->rule->priority != b->rule->priority) return a->rule->priority > b->rule->priority;
    size_t x = a->at.end - a->at.start, y = b->at.end - b->at.start;
    if (x != y) return x > y;
    return a->rule->number < b->rule->number;
}

/* Of a group of matches that hang together by overlaps: the best, then the best of those it leaves room for, … The
 * kept ones are moved to the front; groups are short. */
static size_t settle_group(rule_match *g, size_t n) {
    size_t kept = 0;
    for (size_t left = n; left > kept;) {
        size_t best = kept;
        for (size_t i = kept + 1; i < left; i++)
            if (beats(&g[i], &g[best])) best = i;
        rule_match winner = g[best];
        g[best] = g[kept];
        g[kept++] = winner;
        size_t room = kept;
        for (size_t i = kept; i < left; i++)
            if (!span_overlap(g[i].at, winner.at)) g[room++] = g[i];
        left = room;
    }
    return kept;
}

static void settle_exclusive(match_list *l) {
    size_t out = 0;
    for (size_t i = 0; i < l->n;) {
        size_t end = l->items[i].at.end, k = i + 1;
        for (; k < l->n && l->items[k].at.start < end; k++)
            if (l->items[k].at.end > end) end = l->items[k].at.end;
        size_t kept = settle_group(l->items + i, k - i);
        memmove(l->items + out, l->items + i, kept * sizeof *l->items);
        out += kept;
        i = k;
    }
    l->n = out;
}

/* One match a place. */
static void settle_starts(match_list *l) {
    size_t out = 0;
    for (size_t i = 0; i < l->n; i++) {
        if (out == 0 || l->items[out - 1].at.start != l->items[i].at.start) l->items[out++] = l->items[i];
        else if (beats(&l->items[i], &l->items[out - 1])) l->items[out - 1] = l->items[i];
    }
    l->n = out;
}

/* The matches come nearly in order, and are large: few have to be moved. */
static void sort_by_start(match_list *l) {
    size_t moves = 0;
    for (size_t i = 1; i < l->n; i++) {
        if (by_start(&l->items[i - 1], &l->items[i]) <= 0) continue;
        rule_match m = l->items[i];
        size_t k = i;
        for (; k > 0 && by_start(&l->items[k - 1], &m) > 0; k--) l->items[k] = l->items[k - 1];
        l->items[k] = m;
        moves += i - k;
        if (moves > 8 * l->n) {
            qsort(l->items, l->n, sizeof *l->items, by_start);
            return;
        }
    }
}

void conflict_settle(match_list *l, bool exclusive) {
    sort_by_start(l);
    if (exclusive) settle_exclusive(l); else settle_starts(l);
    sort_by_start(l);
}
