/* SPDX-License-Identifier: MIT */
/* What date expressions take from the rest of the article: the day of publication, years that are not printed, the day
 * on which something was said. */
#ifndef PETIK_RECORD_DATECONTEXT_H
#define PETIK_RECORD_DATECONTEXT_H

#include "record/datereading.h"

/* Finds the day of publication when x->out has none (from the address, else from the body, and writes it there), and
 * fills in the years and days of all readings. Returns the day from which the article looks at things: its day (or
 * its month) is 0 when it is not known. */
calendar_day dates_settle(extraction *x, date_readings *all);
/* The day from which reading i looks at things: of something said, the day on which it was said. */
calendar_day dates_reference(const date_readings *all, size_t i, calendar_day published);

#endif
