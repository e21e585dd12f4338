/* SPDX-License-Identifier: MIT */
/* The value and type of a date expression, in ISO 8601. */
#ifndef PETIK_RECORD_DATEVALUE_H
#define PETIK_RECORD_DATEVALUE_H

#include "record/datelength.h"

/* All readings, whose years and days dates_settle has filled in, and the moment from which the article looks at things:
 * the day as dates_settle returned it. */
typedef struct {
    arena *home;
    date_readings *all;
    date_moment now;
} date_view;

/* The value of reading i; STR_NONE: open. To be asked for in order: relative days are put into the reading's day, so that
 * clock times behind it find it. */
str date_value(const date_view *v, size_t i);
/* DATE, TIME, DURATION or SET; value: what date_value returned. */
str date_type(const date_reading *r, str value);

#endif
