/* SPDX-License-Identifier: MIT */
#include "command/progress.h"

#include <stdio.h>
#include <unistd.h>

static double seconds_between(struct timespec a, struct timespec b) {
    return (double)(b.tv_sec - a.tv_sec) + (double)(b.tv_nsec - a.tv_nsec) / 1e9;
}

static struct timespec now(void) {
    struct timespec t;
    clock_gettime(CLOCK_MONOTONIC, &t);
    return t;
}

int progress_start(progress *p, const char *when, error *e) {
    *p = (progress){ .begin = now() };
    p->last = p->begin;
    if (!when || strcmp(when, "auto") == 0) p->wanted = isatty(STDERR_FILENO) != 0;
    else if (strcmp(when, "always") == 0) p->wanted = true;
    else if (strcmp(when, "never") != 0)
        return error_set(e, ERROR_USAGE, "--progress=%s: auto, always or never", when);
    return 0;
}

void progress_tell(progress *p, size_t articles, size_t failed, uint64_t bytes, const char *source) {
    if (!p->wanted) return;
    struct timespec t = now();
    double run = seconds_between(p->begin, t);
    if (run < 1.0 || seconds_between(p->last, t) < 0.1) return;
    double mb = (double)bytes / 1e6;
    p->last = t;
    p->shown = true;
    fprintf(stderr, "\r%zu article%s, %zu failed, %.1f MB, %.1f MB/s  %-40.40s", articles, articles == 1 ? "" : "s",
            failed, mb, mb / run, source ? source : "");
    fflush(stderr);
}

void progress_clear(progress *p) {
    if (p->shown) fprintf(stderr, "\r%100s\r", "");
    p->shown = false;
}

double progress_seconds(const progress *p) { return seconds_between(p->begin, now()); }
