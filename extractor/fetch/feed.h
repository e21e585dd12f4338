/* SPDX-License-Identifier: MIT */
/* RSS 0.9x to 2.0, RDF, Atom 0.3 and 1.0, JSON Feed, as sites really write them: with a wrong media type or encoding, characters that
 * XML does not allow, entities that it does not know, dates in many forms, relative links, blank lines before the start. */
#ifndef PETIK_FETCH_FEED_H
#define PETIK_FETCH_FEED_H

#include "base/error.h"
#include "fetch/found.h"

/* Appends the items that have a link, in their order. bytes: the body, not compressed; charset: what an HTTP header said, or empty; base: the address that it
 * came from; zone: minutes east of Greenwich of dates that do not tell theirs. Of an item with several links the one to its page is
 * taken, of several dates the first publication. Network and external entities are never asked. ERROR_INPUT: it is no feed, with
 * "base: what"; what could be read before a fault is kept. */
int feed_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e);
/* The same, and items without a link as well: their url is STR_NONE. */
int feed_items(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e);
/* Whether bytes begin like a feed of any of these kinds. */
bool feed_is_one(str bytes);

#endif
