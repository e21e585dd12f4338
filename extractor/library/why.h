/* SPDX-License-Identifier: MIT */
/* Why the records of an article are what they are. */
#ifndef PETIK_LIBRARY_WHY_H
#define PETIK_LIBRARY_WHY_H

#include "base/buf.h"
#include "record/extraction.h"

/* Writes, for people to read, each record with its rule, and for each statement how its speaker was found: the words that
 * led there, and who else could have been meant. x is an extraction that has been done. */
void explain_article(buf *out, const extraction *x);

#endif
