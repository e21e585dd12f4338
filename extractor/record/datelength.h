/* SPDX-License-Identifier: MIT */
/* Counts of units of time: the length that they make, and the day or hour to which they lead. */
#ifndef PETIK_RECORD_DATELENGTH_H
#define PETIK_RECORD_DATELENGTH_H

#include "record/datereading.h"

/* A day, and the minute of it (-1: not known). */
typedef struct {
    calendar_day day;
    int minute;
} date_moment;

/* "P3Y6M" of a reading's counts; STR_NONE: they are no numbers. */
str length_value(arena *a, const date_reading *r);
/* Where the reading's counts lead from a moment, forward (sign 1) or back (-1): a day for days and weeks, a month or a year
 * for longer units, an hour for shorter ones. A day and an hour are put into the reading. STR_NONE: open. */
str length_moved(arena *a, date_reading *r, date_moment from, int sign);

#endif
