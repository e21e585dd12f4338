/* SPDX-License-Identifier: MIT */
/* Articles over several pages: where a page says that its article goes on. */
#ifndef PETIK_FETCH_ONWARD_H
#define PETIK_FETCH_ONWARD_H

#include "base/arena.h"

typedef struct {
    str url;    /* of the next page, or of all pages in one; STR_NONE: the article ends here */
    bool whole; /* all pages in one */
} onward;

/* Looks through the links of an article's page, the number-th of it from 1, that was fetched from at. A page that does not say that it is an article leads
 * nowhere: lists have further pages as well. */
onward onward_find(arena *a, str html, str charset, str at, long number);

#endif
