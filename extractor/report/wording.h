/* SPDX-License-Identifier: MIT */
/* Words of a text, however it is set: case, marks and spaces do not count. */
#ifndef PETIK_REPORT_WORDING_H
#define PETIK_REPORT_WORDING_H

#include "base/arena.h"

/* The words in small letters, each with one space before and behind: " kepala dinas "; " " when there is none. In the arena. */
str wording(arena *a, str text);
/* Whether every word of part stands in whole; both from wording. */
bool wording_has(str whole, str part);
/* Whether all of what --about asks for stands in whole, which is from wording: words, words in a row within double quotation
 * marks, a word with * behind it for those that begin so. a: for what is needed meanwhile. */
bool wording_about(arena *a, str whole, str about);
/* Takes the next of the words of --about off *about: a word, or what is within quotation marks. *prefix: * stands behind it. */
str wording_next(str *about, bool *prefix);

#endif
