/* SPDX-License-Identifier: MIT */
/* What a feed, a sitemap or a page leads to. */
#ifndef PETIK_FETCH_FOUND_H
#define PETIK_FETCH_FOUND_H

#include "base/arena.h"

typedef struct {
    str url;       /* whole, as weblink_resolve writes it */
    str title;     /* plain text on one line; STR_NONE: not told */
    str published; /* ISO 8601, as moment_text writes it; STR_NONE: not told, or no date that can be read */
    bool more;     /* a further listing (a sitemap of an index, a feed's next page), not an article */
} found;

typedef VEC(found) found_list;

#endif
