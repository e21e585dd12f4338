/* SPDX-License-Identifier: MIT */
/* A line on standard error that tells how far a run is: nothing in the first second, then at most ten times a
 * second. */
#ifndef PETIK_COMMAND_PROGRESS_H
#define PETIK_COMMAND_PROGRESS_H

#include <time.h>

#include "base/error.h"

typedef struct {
    bool wanted, shown;
    struct timespec begin, last;
} progress;

/* when: "auto" (or NULL: only on a terminal), "always" or "never"; anything else is ERROR_USAGE. */
int progress_start(progress *p, const char *when, error *e);
/* Tells, when it is time to. bytes: read so far; source: of the last article. */
void progress_tell(progress *p, size_t articles, size_t failed, uint64_t bytes, const char *source);
/* Takes the line off the screen, before something else is written to standard error. */
void progress_clear(progress *p);
/* Seconds since progress_start. */
double progress_seconds(const progress *p);

#endif
