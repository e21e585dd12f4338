/* Answers that have content, or say that it has not changed: listings are read, pages become articles. */
#ifndef PETIK_FETCH_CONTENT_H
#define PETIK_FETCH_CONTENT_H

#include "fetch/crawl.h"

/* Archives the answer (200 and its like, or 304) and adds the result; takes the job. */
void content_take(collector *c, job *j, const client_answer *x);

#endif
