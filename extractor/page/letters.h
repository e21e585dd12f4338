/* SPDX-License-Identifier: MIT */
/* Texts compared by their letters and digits alone: marks, spaces and ASCII case do not count. */
#ifndef PETIK_PAGE_LETTERS_H
#define PETIK_PAGE_LETTERS_H

#include "base/arena.h"

/* The offset of the first byte at or after i that is of a letter or digit, or s.n. */
size_t letters_next(str s, size_t i);
bool letters_same(str a, str b);
/* Whether the letters of start are the first of s. */
bool letters_begin(str s, str start);
/* Whether the letters of end are the last of s. */
bool letters_end(str s, str end);
/* The letters alone, small, up to most bytes; in the arena. */
str letters_only(arena *a, str s, size_t most);

#endif
