/* SPDX-License-Identifier: MIT */
/* Where on a page the article is, and which of its units belong to it.
 *
 * Every unit is graded: sentences count for, link lists, menus and other scraps against. The element is taken that gains
 * most, so that it holds all of the article and little else (the idea of Pasternack and Roth, "Extracting Article Text
 * from the Web with Maximum Subsequence Segmentation", 2009, over the tree instead of a sequence of tokens); names of
 * classes, and the text that the page's JSON-LD gives, weigh in. */
#ifndef PETIK_PAGE_BODY_H
#define PETIK_PAGE_BODY_H

#include "page/grade.h"

/* What is known beside the tree. */
typedef struct {
    str title;        /* as the page shows it */
    str description;  /* a summary under the title often says the same */
    str linked;       /* the whole text by JSON-LD; STR_NONE */
    uint32_t heading; /* the element that shows the title; 0: none */
    bool bare;        /* nothing around the article is to be expected: a piece of a page, or one without links */
    const word_list *sections; /* lines over what is no part of an article, NULL: none are known */
} body_hints;

typedef struct {
    page_grades grades;
    uint32_t root;       /* the element that holds the article; 0: there is no prose */
    uint32_t first, last; /* the units of it among which the article is: first <= i < last */
    VEC(uint32_t) units; /* those that are the article, in order */
    uint32_t place;      /* a unit that stands before the first one, on its line: "Cirebon -"; 0: none */
    size_t size;         /* bytes of prose in them */
    bool from_linked;    /* the tree has too little of it: text is the JSON-LD's */
    str text;            /* one paragraph a line; in the arena */
} page_body;

page_body body_find(const page_tree *t, const body_hints *known);

#endif
