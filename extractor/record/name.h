/* SPDX-License-Identifier: MIT */
/* Reading people's names in running text: runs of capitalised words that are no other thing. */
#ifndef PETIK_RECORD_NAME_H
#define PETIK_RECORD_NAME_H

#include "record/extraction.h"

/* Whether the word of these bytes can stand in a name: capitalised, no abbreviation and no listed other word. */
bool name_like(const extraction *x, size_t start, size_t end);
/* The name that begins at byte i, after honorifics and ranks, which are left out of it; empty when there is none. */
span name_at(const extraction *x, size_t i, size_t limit);
/* The name whose last word ends at byte end; empty when there is none. from: not before. */
span name_before(const extraction *x, size_t end, size_t from);
/* The fullest form of a short name anywhere in the text: the longest run of name words round one of its mentions. */
span name_fullest(extraction *x, str name);
/* A name of three words or more without its first one when the second, and not the first, is used alone elsewhere: the
 * first is then the end of a place or body in front ("Maos Ardi Maulana", later "Ardi"). */
str name_without_place(const extraction *x, str name);
/* Whether byte i lies in the naming of an office (its holder's name included). */
bool office_covers(const extraction *x, size_t i);
/* Skips ranks and honorifics, with the spaces behind them. */
size_t name_skip_honours(const extraction *x, size_t i, size_t limit);

#endif
