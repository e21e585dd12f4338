/* SPDX-License-Identifier: MIT */
/* robots.txt of an origin, fetched before anything else there: kept for a day, and longer while it cannot be had (RFC 9309, 2.3 and 2.4). */
#ifndef PETIK_FETCH_ROBOTSFILE_H
#define PETIK_FETCH_ROBOTSFILE_H

#include "fetch/crawl.h"

/* Takes what the store has of an origin, when it is not too old; else returns the job that asks for it, for the source that wants it first. NULL: it is
 * known now, or h is to be left alone for a while, and h->ready says until when. */
job *robots_file_want(collector *c, host *h, origin *o, size_t of);
/* An answer that is no redirect; takes the job. */
void robots_file_answered(collector *c, host *h, job *j, const client_answer *x);
/* It cannot be had; takes the job. What the store has still counts; without that nothing may be asked. */
void robots_file_failed(collector *c, job *j, const char *code, const char *problem);

#endif
