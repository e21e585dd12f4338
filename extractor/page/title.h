/* SPDX-License-Identifier: MIT */
/* The title of an article: what most of the page's ways to say it agree on, the visible heading before others. */
#ifndef PETIK_PAGE_TITLE_H
#define PETIK_PAGE_TITLE_H

#include "page/linked.h"
#include "page/meta.h"

typedef struct {
    str title;        /* STR_NONE: the page has none */
    uint32_t heading; /* the element that shows it; 0: none does */
    str site;         /* the name of the site, where it stands beside the title; STR_NONE */
} page_title;

page_title title_find(const page_tree *t, const page_meta *m, const linked_facts *l);

#endif
