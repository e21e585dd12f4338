/* SPDX-License-Identifier: MIT */
/* Character references in strings that are no markup: titles in meta elements, names in JSON. */
#ifndef PETIK_PAGE_ENTITY_H
#define PETIK_PAGE_ENTITY_H

#include "base/arena.h"

/* A copy with &amp;, &quot;, &#8217; and the like read, twice where they were escaped twice, tags taken out, and spaces
 * made one; in the arena. */
str entity_decode(arena *a, str s);

/* The code point that a reference names, by what stands between & and ;: "nbsp", "#8217", "#x2019"; 0: none. */
uint32_t entity_point(str name);

#endif
