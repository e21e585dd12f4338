/* SPDX-License-Identifier: MIT */
/* Results, and the rows of the store that go with them. */
#ifndef PETIK_FETCH_OUTCOME_H
#define PETIK_FETCH_OUTCOME_H

#include "fetch/crawl.h"

/* A result about a job; outcome_send puts it behind those that wait, and outcome_add makes one and sends it. Lent until it is handed out. */
outcome *outcome_make(const job *j, fetch_outcome what);
void outcome_send(collector *c, outcome *o);
outcome *outcome_add(collector *c, const job *j, fetch_outcome what);
void outcome_free(outcome *o);
/* Why it failed, or was left. */
void outcome_explain(outcome *o, const char *code, const char *problem);
/* Whether the content that a row tells of came from the address that a job is at: then its validators are that address's. */
bool outcome_is_at(const collected_address *row, const job *j);
/* The row of a job's address: as the store has it, or a new one. Strings are in the result's arena. */
collected_address outcome_row(collector *c, outcome *o, const job *j);
/* Writes a row with the result, fetched now. */
void outcome_write(outcome *o, const collected_address *row);
/* Notes a failure in a row: one more, why, and when the address is due again. */
void outcome_count_failure(outcome *o, collected_address *row);
/* A job that failed: the result, and the row. */
void outcome_fail(collector *c, const job *j, const char *code, const char *problem);
/* Pages of a source that are left for the next run. */
void outcome_leave(collector *c, size_t of, size_t pages, const char *code, str address, const char *problem);

#endif
