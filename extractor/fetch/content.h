/* SPDX-License-Identifier: MIT */
/* Answers that have content, or say that it has not changed: listings are read, pages become articles. */
#ifndef PETIK_FETCH_CONTENT_H
#define PETIK_FETCH_CONTENT_H

#include "fetch/crawl.h"

/* Archives the answer (200 and its like, or 304) and adds the result; takes the job. An article that goes on over further pages is held back while they are
 * asked for; its job goes on then. */
void content_take(collector *c, job *j, const client_answer *x);
/* A further page cannot be had: the article is sent as far as it goes, and the job is done. false: the job has no article that is held. */
bool content_end(collector *c, job *j);

#endif
