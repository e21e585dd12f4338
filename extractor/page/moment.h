/* SPDX-License-Identifier: MIT */
/* A day, and perhaps a minute and a zone, as pages write them: ISO 8601, with and without slips, mail headers, and what
 * readers see ("Rabu, 23 Oktober 2024 14:22 WIB", "23/10/2024, 14.22 WITA", "October 23, 2024 2:22 pm"). */
#ifndef PETIK_PAGE_MOMENT_H
#define PETIK_PAGE_MOMENT_H

#include "base/calendar.h"
#include "rule/list.h"

typedef struct {
    calendar_day day;
    int minute; /* of the day; -1: not told */
    int second; /* -1: not told */
    bool zoned;
    int zone;   /* minutes east of Greenwich, when zoned */
} moment;

/* The first one in s; months: the list of their names, NULL for numbers alone. A day without a year, or before 1990, is none. */
bool moment_read(moment *out, str s, const word_list *months);
/* ISO 8601, as far as it is told; in the arena. */
str moment_text(arena *a, moment m);
/* The same instant in another zone. */
moment moment_in_zone(moment m, int zone);

#endif
