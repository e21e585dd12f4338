/* SPDX-License-Identifier: MIT */
/* What is to be asked for: where a run begins, and which of the addresses that listings lead to it goes on to. */
#ifndef PETIK_FETCH_FRONTIER_H
#define PETIK_FETCH_FRONTIER_H

#include "fetch/found.h"
#include "fetch/outcome.h"

/* Queues the listings of all sources. */
void frontier_start(collector *c);
/* Takes what a listing leads to: what is the source's, new enough and not known is written with the result o and queued, within the limits. Returns
 * how many addresses of articles of the source there are, known or not. */
size_t frontier_take(collector *c, outcome *o, const job *listing, const found_list *all);
/* A listing was answered, or given up: when it was the source's last, pages that earlier runs left are queued. */
void frontier_listing_done(collector *c, size_t of);
/* Whether an address was queued or fetched in this run, or is known to the store as a page that is not due. */
bool frontier_is_known(collector *c, str url);
void frontier_see(collector *c, str url);

#endif
