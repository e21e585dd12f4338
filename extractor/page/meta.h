/* SPDX-License-Identifier: MIT */
/* What the head of a page says of it: meta elements, title, address. */
#ifndef PETIK_PAGE_META_H
#define PETIK_PAGE_META_H

#include "page/tree.h"

typedef struct {
    str fact;    /* "published", "author" … : first words of rules/lists/pagemeta.txt */
    str content; /* character references read */
    uint32_t order; /* the lower, the more it counts */
} meta_fact;

typedef struct {
    VEC(meta_fact) facts; /* in the order of the page */
    str title;     /* of the title element */
    str canonical; /* link rel="canonical" */
    str language;  /* of the html element */
    str next;      /* link rel="next" */
    str base;      /* of the base element */
} page_meta;

page_meta meta_read(const page_tree *t, const ruleset *rules);
/* The content that counts most for a fact, STR_NONE when there is none. */
str meta_get(const page_meta *m, const char *fact);

#endif
