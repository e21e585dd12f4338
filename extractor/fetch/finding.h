/* SPDX-License-Identifier: MIT */
/* What bytes of any kind lead to: a feed, a sitemap or a page, told from their content. */
#ifndef PETIK_FETCH_FINDING_H
#define PETIK_FETCH_FINDING_H

#include "base/error.h"
#include "fetch/found.h"

typedef enum { FINDING_FEED, FINDING_SITEMAP, FINDING_PAGE } finding_kind;

/* Arguments as feed_read has them. Of a feed also items without a link are appended (url STR_NONE); of a page the feeds that it names,
 * with more set, then its links. ERROR_INPUT: it is none of the three. */
int finding_read(finding_kind *kind, found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e);

#endif
