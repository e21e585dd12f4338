/* SPDX-License-Identifier: MIT */
/* What a date expression says, in numbers, before anything is taken from the rest of the article. */
#ifndef PETIK_RECORD_DATEREADING_H
#define PETIK_RECORD_DATEREADING_H

#include "base/calendar.h"
#include "record/extraction.h"

/* The forms that rules/date.rules sets; what each of them uses is described there. */
typedef enum {
    DATE_OPEN, DATE_FULL, DATE_OF_MONTH, DATE_OF_YEAR, DATE_OF_WEEK, DATE_RELATIVE, DATE_AGO, DATE_AHEAD, DATE_PART,
    DATE_PART_OF_MONTH, DATE_CLOCK, DATE_OPEN_CLOCK, DATE_LENGTH, DATE_SET, DATE_AFTER, DATE_BEFORE, DATE_TERM, DATE_ERA
} date_form;

typedef enum {
    POINT_NONE, POINT_NEXT, POINT_LAST, POINT_THIS, POINT_NEXT_WEEK, POINT_LAST_WEEK, POINT_NEXT_YEAR, POINT_LAST_YEAR,
    POINT_YESTERDAY, POINT_TOMORROW
} date_pointing;

/* Unknown numbers are 0 in days and -1 elsewhere. */
typedef struct {
    date_form form;
    span at;
    str rule;
    int weekday;               /* as printed; 0: Monday */
    calendar_day from, to;     /* to: only of a range. Years are filled in by dates_settle */
    bool range;
    bool bare;                 /* no year is printed */
    int hour, minute, second, end_hour, end_minute;
    date_pointing pointing;
    int shift;                 /* DATE_RELATIVE: units from the day of writing; DATE_FULL: the same in days, if has_shift */
    bool has_shift;
    str count, unit;           /* as rules give them: "3" or "beberapa"; "D", "TM", "10Y" */
    str more, more_unit;       /* a second count and unit */
    int times;                 /* "2 x 24 jam": how often; 1 */
    bool vague;                /* a decade, a length with two counts: no value */
    bool spoken;               /* inside a quotation */
    bool reported;             /* stands behind a quotation: the day on which it was said */
    bool formal;               /* weekday, day and the month's name: as of an appointment, rather than in a report */
    bool future;               /* words before or in it say that it is still to come */
    size_t paragraph, sentence;
    calendar_day day;          /* the day that it comes to; year 0: none */
} date_reading;

typedef VEC(date_reading) date_readings;

/* Reads the match of a date rule. */
date_reading date_read(const extraction *x, const rule_match *m);
/* Whether the printed years are possible ones; impossible ones have become unknown. */
bool date_has_year(const date_reading *r);
/* Whether it is a day of a month, and whether it has its weekday besides. */
bool date_is_day(const date_reading *r);
bool date_tells_day(const date_reading *r);
/* Whether d is of the printed weekday. */
bool date_fits_weekday(const date_reading *r, calendar_day d);

#endif
