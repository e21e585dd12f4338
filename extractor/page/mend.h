/* SPDX-License-Identifier: MIT */
/* JSON as sites write it, made what a strict reader takes. */
#ifndef PETIK_PAGE_MEND_H
#define PETIK_PAGE_MEND_H

#include "base/arena.h"

/* Without what stands around the value (comments, CDATA marks, a semicolon). hard: also line feeds and tabs in strings, bad
 * escapes, quotation marks that close nothing, and commas too many are mended, in the arena. */
str mend_json(arena *a, str s, bool hard);

#endif
