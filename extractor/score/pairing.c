/* SPDX-License-Identifier: MIT */
#include "score/pairing.h"

#include <stdlib.h>

typedef struct {
    double score;
    size_t gold, pred;
} candidate;

double overlap(span a, span b) {
    if (span_empty(a) || span_empty(b)) return 0;
    size_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;
    size_t least = a.start < b.start ? a.start : b.start, most = a.end > b.end ? a.end : b.end;
    return end > start ? (double)(end - start) / (double)(most - least) : 0;
}

static int by_merit(const void *x, const void *y) {
    const candidate *a = x, *b = y;
    if (a->score != b->score) return a->score < b->score ? 1 : -1;
    if (a->gold != b->gold) return a->gold < b->gold ? 1 : -1;
    return (a->pred < b->pred) - (a->pred > b->pred);
}

size_t pair_items(arena *a, items *golds, items *preds, double (*same)(const item *gold, const item *pred)) {
    VEC(candidate) list = { 0 };
    for (size_t i = 0; i < golds->n; i++) golds->items[i].taken = false;
    for (size_t j = 0; j < preds->n; j++) preds->items[j].taken = false;
    for (size_t i = 0; i < golds->n; i++)
        for (size_t j = 0; j < preds->n; j++) {
            double score = same(&golds->items[i], &preds->items[j]);
            if (score > 0) *vec_add(a, &list) = (candidate){ score, i, j };
        }
    if (list.n) qsort(list.items, list.n, sizeof *list.items, by_merit);
    size_t pairs = 0;
    for (size_t k = 0; k < list.n; k++) {
        item *g = &golds->items[list.items[k].gold], *p = &preds->items[list.items[k].pred];
        if (g->taken || p->taken) continue;
        g->taken = p->taken = true;
        pairs++;
    }
    return pairs;
}
