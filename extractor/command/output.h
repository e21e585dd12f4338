/* SPDX-License-Identifier: MIT */
/* A file that is written beside its name and renamed when it is complete, so that nobody ever sees half of it.
 * "-" is standard output; what is no plain file (a device, a pipe) is written as it stands. */
#ifndef PETIK_COMMAND_OUTPUT_H
#define PETIK_COMMAND_OUTPUT_H

#include "base/error.h"

typedef struct {
    int file;         /* a descriptor; -1: closed */
    char *waiting;    /* bytes that are not written yet */
    size_t n;
    bool at_once;     /* to a terminal: nothing waits */
    const char *path; /* borrowed */
    char *beside;     /* what is being written instead, or NULL */
    bool broken;      /* a write failed and was told */
    bool gone;        /* it failed because the reader went away (EPIPE): not worth a message */
} output;

/* Opens; path must outlive the output. ERROR_OUTPUT: "path: what". */
int output_open(output *o, const char *path, error *e);
/* Writes all of s, or ERROR_OUTPUT. A signal that was caught does not cut it short, as it does with stdio. */
int output_write(output *o, str s, error *e);
/* Closes, and gives the file its name. ERROR_OUTPUT: the old file, if there was one, is as it was. Standard output is
 * flushed and stays open. */
int output_commit(output *o, error *e);
/* Closes without giving the file its name. Does nothing after output_commit. */
void output_drop(output *o);

#endif
