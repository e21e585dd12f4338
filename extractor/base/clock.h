/* SPDX-License-Identifier: MIT */
/* The time: of the day, and of a clock that nobody sets. */
#ifndef PETIK_BASE_CLOCK_H
#define PETIK_BASE_CLOCK_H

#include "base/str.h"

/* Milliseconds of a clock that only goes forward, for lengths of time. */
int64_t clock_steady(void);
/* Milliseconds since 1970, UTC. */
int64_t clock_wall(void);

enum { CLOCK_TEXT = 24 };
/* Writes a time in seconds since 1970 as ISO 8601, UTC: "2026-11-28T06:35:13Z". */
void clock_text(char out[CLOCK_TEXT], int64_t seconds);
/* And reads one; 0: it is none. */
int64_t clock_seconds(str text);

#endif
