/* SPDX-License-Identifier: MIT */
/* What --report writes when a run has ended: when, what with, how much, what was no article and what failed, as one JSON
 * object. */
#ifndef PETIK_COMMAND_RUNREPORT_H
#define PETIK_COMMAND_RUNREPORT_H

#include <time.h>

#include "base/buf.h"
#include "base/table.h"
#include "command/output.h"
#include "petik.h"

typedef struct {
    output out;
    time_t start;
    const char *rules; /* the digest; lent */
    size_t articles, refused, failed;
    size_t known; /* passed over, since the store has them */
    petik_counts counts;
    buf sources;          /* what was collected, a JSON array; empty: nothing is */
    buf pages, errors;    /* JSON items; the first so many */
    size_t left_out;
    arena home;
    table codes;          /* why pages were refused, and in what order */
    VEC(str) code_names;
    VEC(size_t) code_counts;
} report;

/* Opens the file (path must outlive the report). ERROR_OUTPUT, and nothing is to be dropped. */
int report_open(report *r, const char *path, error *e);
/* A page that is no article, by its source and the code of why. */
void report_refusal(report *r, const char *source, const char *code);
/* An input that failed; one line that begins with the place. */
void report_failure(report *r, const char *text);
/* Writes the object with the exit status and gives the file its name. ERROR_OUTPUT. */
int report_close(report *r, int exit_status, error *e);
/* Closes without writing; after report_close it only frees. */
void report_drop(report *r);

#endif
