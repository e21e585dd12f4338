/* SPDX-License-Identifier: MIT */
/* Counts along time: by day, month or year, as many as can be drawn. */
#ifndef PETIK_REPORT_TIMESCALE_H
#define PETIK_REPORT_TIMESCALE_H

#include "report/chart.h"

typedef struct {
    int day; /* 20241015, or as much of it as is known */
    size_t count;
} timescale_count;

typedef VEC(timescale_count) timescale_counts;
typedef VEC(chart_row) chart_rows;

/* One row for each day, month or year from the first to the last count, in order, those with nothing too; *unit gets which.
 * Counts whose day is not known that well are left out. Labels lie in the arena. */
chart_rows timescale_rows(word *unit, arena *a, const timescale_counts *counts, language in);

#endif
