/* SPDX-License-Identifier: MIT */
/* Titles as lists have them. */
#ifndef PETIK_FETCH_PLAINLINE_H
#define PETIK_FETCH_PLAINLINE_H

#include "base/arena.h"

/* s as plain text on one line: entities and markup undone, at most LIMIT_TITLE bytes; in the arena. STR_NONE: nothing is left. */
str plain_line(arena *a, str s);
/* The same of what is plain text already: only its spaces are made one. */
str plain_spaces(arena *a, str s);

#endif
