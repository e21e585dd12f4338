/* SPDX-License-Identifier: MIT */
/* What an answer means: for the job, for its host, for the store. */
#ifndef PETIK_FETCH_JUDGE_H
#define PETIK_FETCH_JUDGE_H

#include "fetch/crawl.h"

/* Whether the next request to the host may be sent before the answer has been looked at. */
bool judge_is_plain(const client_answer *x);
/* Takes the job, whose request came back; adds results. */
void judge_answer(collector *c, host *h, job *j, client_answer *x);
/* Gives up, for this run, what waits at a host; why goes into the results. */
void judge_leave_host(collector *c, host *h, const char *code, const char *why);
/* A job that is not asked for, since robots.txt is not there to allow it, or the host is left alone. */
void judge_leave_job(collector *c, job *j, const char *code, const char *why);
/* A job that fails through no fault of the host's. */
void judge_fail(collector *c, job *j, const char *code, const char *why);

#endif
