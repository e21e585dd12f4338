/* SPDX-License-Identifier: MIT */
/* Dates of feeds and sitemaps: RFC 822 and ISO 8601 with the slips that sites make of them, English and Indonesian. */
#ifndef PETIK_FETCH_FEEDDATE_H
#define PETIK_FETCH_FEEDDATE_H

#include "base/arena.h"

/* As moment_text writes it, in the arena; STR_NONE: no day can be read in it. zone: minutes east of Greenwich of a time that does not
 * tell its own. */
str feed_date(arena *a, str s, int zone);

#endif
