/* SPDX-License-Identifier: MIT */
/* The day of publication, where nobody has told it. */
#ifndef PETIK_RECORD_DATEPUBLISHED_H
#define PETIK_RECORD_DATEPUBLISHED_H

#include "record/datereading.h"

/* The day from which the article looks at things: as x->out tells it, else by the address, else as a careful reader would
 * take it from the text; what is found is written into x->out. Its day (or its month) is 0 when it is not known. */
calendar_day date_published(extraction *x, const date_readings *all);

#endif
