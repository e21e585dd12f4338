/* SPDX-License-Identifier: MIT */
/* Charts, drawn as SVG in the page. Lengths along the page are percentages, so that letters keep their size on any screen.
 * The figures can always be read without the drawing. */
#ifndef PETIK_REPORT_CHART_H
#define PETIK_REPORT_CHART_H

#include "report/frame.h"

typedef struct {
    str label;    /* plain text */
    str address;  /* relative to the page; STR_NONE: no link */
    size_t value;
} chart_row;

typedef struct {
    word title, labels, values; /* the heading; what labels and values are */
    const chart_row *rows;
    size_t n;
} chart;

/* Columns along time, with the figures in a table that can be opened. Nothing when there are no rows. */
void chart_columns(frame *f, const chart *c);
/* A table in which each row has a bar. */
void chart_bars(frame *f, const chart *c);
/* A bar from day to day (20241015) within a span of days; nothing when a day is not known. */
void chart_span(buf *b, int from, int to, int first, int last);
/* The least of 1, 2, 5, 10, 20 … that is not below n. */
size_t chart_ceiling(size_t n);

#endif
