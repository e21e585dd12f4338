/* SPDX-License-Identifier: MIT */
/* Articles over several pages. */
#ifndef PETIK_PAGE_PAGER_H
#define PETIK_PAGE_PAGER_H

#include "page/facts.h"

typedef struct {
    str next;  /* where the page says that the article goes on, an address or a path; STR_NONE: nowhere */
    long number; /* which of the pages this one is, by its address; 1 when that does not tell */
} page_pager;

/* number: which page it is, 0: its address may tell. */
page_pager pager_find(const page_facts *f, long number);

#endif
