/* SPDX-License-Identifier: MIT */
/* Sitemaps (sitemaps.org), their indexes, and Google News sitemaps; XML or lines of text. */
#ifndef PETIK_FETCH_SITEMAP_H
#define PETIK_FETCH_SITEMAP_H

#include "base/error.h"
#include "fetch/found.h"

/* Appends what the sitemap lists; the sitemaps of an index with more set, published being when they changed. Of a news sitemap title and
 * publication_date are taken, else lastmod. bytes may be gzip, within the limits. Arguments and errors as feed_read has them. */
int sitemap_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e);
/* Whether bytes begin like a sitemap or an index in XML. */
bool sitemap_is_one(str bytes);

#endif
