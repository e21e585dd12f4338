/* The value and type of a date expression, in ISO 8601. */
#ifndef PETIK_RECORD_DATEVALUE_H
#define PETIK_RECORD_DATEVALUE_H

#include "record/datereading.h"

/* The value of reading i, whose years and days dates_settle has filled in; STR_NONE: open. published as dates_settle
 * returned it. Relative days are put into the reading's day, so that clock times behind it find it. */
str date_value(arena *a, date_readings *all, size_t i, calendar_day published);
/* DATE, TIME, DURATION or SET; value: what date_value returned. */
str date_type(const date_reading *r, str value);

#endif
