/* SPDX-License-Identifier: MIT */
/* The links of an HTML page. */
#ifndef PETIK_FETCH_LINKS_H
#define PETIK_FETCH_LINKS_H

#include "base/error.h"
#include "fetch/found.h"
#include "rule/list.h"

/* Appends where the page's a elements lead, each address once, in their order; title is the longest text that such a link has. base: the address
 * that the page came from, which its base element may change; charset: what an HTTP header said, or empty. rel=nofollow says nothing
 * here. ERROR_INPUT: it cannot be read. */
int links_read(found_list *out, arena *a, str html, str charset, str base, error *e);
/* Appends the feeds that the page's link elements name (rel=alternate with a feed's media type), with their titles. */
int links_feeds(found_list *out, arena *a, str html, str charset, str base, error *e);
/* Whether an address looks like that of an article and not of a section, a tag or a page of the site itself: a day or a long number in its
 * path, or a last part of several words. words: the list linkwords, or NULL. For start pages without
 * patterns of their own. */
bool links_may_be_article(str url, const word_list *words);

#endif
