/* SPDX-License-Identifier: MIT */
/* Patterns of paths as robots.txt has them (RFC 9309): they match from the start; * is any bytes, $ at the end is the end of the path. */
#ifndef PETIK_FETCH_WILDCARD_H
#define PETIK_FETCH_WILDCARD_H

#include "base/arena.h"

/* Whether a pattern matches a path (with its query). Takes time in proportion to path times pattern at most. */
bool wildcard_matches(str pattern, str path);
/* A pattern as addresses are written: bytes beyond ASCII percent-encoded. A copy in the arena, closed by a NUL. */
str wildcard_encode(arena *a, str pattern);

#endif
