/* SPDX-License-Identifier: MIT */
/* Answers on their way into the archive. */
#ifndef PETIK_FETCH_ARCHIVING_H
#define PETIK_FETCH_ARCHIVING_H

#include "fetch/crawl.h"

/* Where an answer was archived. */
typedef struct {
    str place;  /* "path@offset", in the arena given */
    char digest[PAYLOAD_DIGEST];
    bool same;  /* its body is that of the row's last content */
} archived;

/* Writes the answer to a job, whose address has that row (NULL: nothing is known of it). Without an archive only the digest is made. 0, or negative
 * with c->broken set, and the run ends. */
int archiving_write(collector *c, const job *j, const client_answer *x, const collected_address *row);
int archiving_keep(archived *out, arena *a, collector *c, const job *j, const client_answer *x, const collected_address *row);

#endif
