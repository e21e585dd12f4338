/* SPDX-License-Identifier: MIT */
/* When a page was published and modified: JSON-LD, meta elements, time elements, the date that readers see, the
 * address. A time to the minute is better than a day; what readers see tells the zone where a machine's stamp is wrong. */
#ifndef PETIK_PAGE_STAMP_H
#define PETIK_PAGE_STAMP_H

#include "page/facts.h"

typedef struct {
    str published, modified; /* ISO 8601; STR_NONE: not told */
    str from;                /* json-ld, meta, time-element, body: of published; static */
} page_stamps;

page_stamps stamps_find(const page_facts *f);

#endif
