/* SPDX-License-Identifier: MIT */
/* Officials in the making: a person's record for an office, and its mentions. */
#ifndef PETIK_RECORD_OFFICIAL_H
#define PETIK_RECORD_OFFICIAL_H

#include "record/collect.h"

/* The record of a person (a number of x->people) in an office, or a new one. Valid until the next is made. */
official_record *official_of(extraction *x, size_t who, str title, str of);
/* Adds a mention; the fullest one says what the office belongs to. */
void official_mention(extraction *x, official_record *o, span at, str of, str acting, const rule *r);
/* Whether byte at lies in the headline. */
bool official_in_title(const extraction *x, size_t at);

#endif
