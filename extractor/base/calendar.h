/* SPDX-License-Identifier: MIT */
/* The Gregorian calendar: valid days, weekdays, steps of days and months. */
#ifndef PETIK_BASE_CALENDAR_H
#define PETIK_BASE_CALENDAR_H

#include "base/arena.h"

typedef struct {
    int year, month, day; /* month and day from 1; 0: not known */
} calendar_day;

int calendar_month_days(int year, int month);
/* A real day of the years 1 to 9999. */
bool calendar_valid(calendar_day d);
/* 0: Monday … 6: Sunday. */
int calendar_weekday(calendar_day d);
/* n days later (or earlier). */
calendar_day calendar_add(calendar_day d, int n);
/* n months later; the day is cut to the month's length. */
calendar_day calendar_add_months(calendar_day d, int n);
/* Below, at or above 0 as a is before, on or after b. */
int calendar_compare(calendar_day a, calendar_day b);
/* Days from a to b. */
int calendar_between(calendar_day a, calendar_day b);
/* The same, without regard to which is first. */
int calendar_distance(calendar_day a, calendar_day b);
/* The day and month of d in the year that brings it nearest to near; year 0: there is none. */
calendar_day calendar_nearest(calendar_day d, calendar_day near);
/* Reads "2024-10-15" (anything may follow), "2024-10" or "2024"; unknown parts are 0. False: none of them. */
bool calendar_read(calendar_day *out, str iso);
/* Whether it is "2024-10-15", "2024-10" or "2024" and nothing more, of the calendar. */
bool calendar_is_written(str iso);
/* The minute of the day that "2024-10-15T08:30" tells (anything may follow); -1: none. */
int calendar_minute(str iso);
/* "2024-10-15", "2024-10" or "2024", by what is known. */
str calendar_text(arena *a, calendar_day d);
/* The week of ISO 8601 that d lies in: "2024-W42". */
str calendar_week(arena *a, calendar_day d);

#endif
