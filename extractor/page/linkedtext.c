/* SPDX-License-Identifier: MIT */
#include "page/linkedtext.h"

#include "base/limits.h"
#include "page/letters.h"

/* A passage is known by so many bytes of its letters; a text shorter than this is a summary. */
enum { SAMPLE = 40, LEAST = 20, SUMMARY = 400 };

linked_text linked_text_find(const page_grades *g, str text) {
    linked_text out = { .letters = STR_NONE };
    if (text.n < SUMMARY) return out;
    if (text.n > LIMIT_PAGE_SEARCH / (g->t->units.n + 1)) return out;
    arena *a = g->t->home;
    out.letters = letters_only(a, text, LIMIT_ARTICLE);
    out.within = arena_alloc(a, g->t->units.n + 1);
    size_t covered = 0;
    for (uint32_t i = 0; i < g->t->units.n; i++) {
        str unit = tree_text(g->t, grade_unit(g, i)), sample = letters_only(a, unit, SAMPLE);
        if (sample.n < LEAST || str_find(out.letters, sample, 0) == SIZE_MAX) continue;
        out.within[i] = true;
        covered += unit.n;
    }
    out.covered = (double)covered / (double)text.n;
    return out;
}
