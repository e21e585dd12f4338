/* SPDX-License-Identifier: MIT */
/* Where and when a statement was made. */
#ifndef PETIK_RECORD_OCCASION_H
#define PETIK_RECORD_OCCASION_H

#include "record/record.h"
#include "text/document.h"

/* The day (ISO 8601) that is told beside a statement, in the sentence that names its speaker or its cue and not within the
 * statement itself: "…," kata X, Rabu (13/5/2020). Of several the nearest to the cue; days after the article's own do not
 * count. STR_NONE: none is told. Lent by the article. */
str statement_said(const article_record *a, const document *d, const statement_record *s);
/* The sentences that a statement and its cue stand in. */
span statement_around(const document *d, const statement_record *s);

#endif
