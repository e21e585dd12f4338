/* SPDX-License-Identifier: MIT */
/* Whether a page is an article, and what it is if not. */
#ifndef PETIK_PAGE_VERDICT_H
#define PETIK_PAGE_VERDICT_H

#include "page/facts.h"

typedef struct {
    str code;    /* STR_NONE: an article; else index-page, search-page, video-page, photo-page, error-page, paywall, no-text */
    str message; /* why, in a clause */
} page_verdict;

page_verdict verdict_of(const page_facts *f);

#endif
