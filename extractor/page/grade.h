/* SPDX-License-Identifier: MIT */
/* How much each unit of a page speaks for being prose, and what stands around an article by the names of elements. */
#ifndef PETIK_PAGE_GRADE_H
#define PETIK_PAGE_GRADE_H

#include "page/tree.h"

/* What an element is that is no part of an article; several bits. */
enum { AWAY_AROUND = 1, AWAY_HIDDEN = 2, AWAY_COMMENTS = 4, AWAY_CAPTION = 8, AWAY_BYLINE = 16, AWAY_TEASER = 32 };

typedef struct {
    const page_tree *t;
    bool *prose, *notice; /* for each unit; notice: it begins as what a site says of itself does */
    double *good, *bad;   /* sums over the units before each: [i] is that of units 0 … i-1 */
    unsigned char *away;  /* for each element: AWAY_ bits, its own and those it is in */
    uint32_t *images;     /* for each element, how many pictures come before it; one more at the end */
} page_grades;

/* sections: rules/lists/pagesections.txt, NULL: none are known. */
page_grades grade_page(const page_tree *t, const word_list *sections);

static inline const page_element *grade_element(const page_grades *g, uint32_t i) { return &g->t->elements.items[i]; }
static inline const page_unit *grade_unit(const page_grades *g, uint32_t i) { return &g->t->units.items[i]; }
static inline size_t unit_size(const page_unit *u) { return u->at.end - u->at.start; }
/* Bytes that a headline has at least. */
enum { GRADE_HEADLINE = 20 };

/* The headline, a link, that stands a little before a unit with no prose and no other heading between; NULL: there is none. A link that has a label ("Baca
 * juga:") is no headline. */
const page_unit *grade_headline(const page_grades *g, uint32_t i);
/* Whether a unit of prose is the teaser of a headline that is a link, beside it in a block of their own. */
bool grade_is_teaser(const page_grades *g, uint32_t i);
/* Whether a unit is a link and nothing else. */
bool unit_is_link(const page_tree *t, const page_unit *u);
/* Whether a text ends as a sentence does. */
bool ends_sentence(str s);

#endif
