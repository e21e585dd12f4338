/* SPDX-License-Identifier: MIT */
/* Single addresses of a site, fetched one after another for somebody who waits: robots.txt is obeyed, redirects are followed within the limits, and a
 * host is left alone for a while between requests. Nothing is kept. */
#ifndef PETIK_FETCH_VISIT_H
#define PETIK_FETCH_VISIT_H

#include "fetch/client.h"
#include "fetch/robots.h"

typedef struct visit visit;

typedef struct {
    str url;     /* where redirects led; closed by a NUL */
    str body;    /* undone of its compression */
    str charset; /* what Content-Type says, or empty */
} visit_page;

/* delay: milliseconds between requests to a host, unless its robots.txt asks for more. What settings refers to must outlive *out, which
 * belongs to the caller (visit_close). ERROR_LIMIT: no memory. */
int visit_open(visit **out, const client_settings *settings, long delay, error *e);
void visit_close(visit *v);
/* Fetches an address, which weblink_resolve wrote; out is in the arena. ERROR_INPUT, with "url: what": it cannot be had, or robots.txt forbids it. */
int visit_get(visit_page *out, arena *a, visit *v, str url, error *e);
/* robots.txt of an address's site, which is asked for when that was not done yet; lent. Errors as visit_get has them. */
int visit_robots(const robots **out, visit *v, str url, error *e);

#endif
