/* SPDX-License-Identifier: MIT */
/* Where the letters of one text stand in another: the longest common stretch, then the longest ones on either side of
 * it, and so on. Among stretches of one length the first in a counts, then the first in b. */
#ifndef PETIK_SCORE_ALIGN_H
#define PETIK_SCORE_ALIGN_H

#include "base/arena.h"

enum { ALIGN_NONE = UINT32_MAX };

/* For each of the na letters of a its place in b, or ALIGN_NONE; never falling. In the arena, with much else: give
 * an arena that is reset. */
uint32_t *align_letters(arena *a, const int32_t *from, size_t n_from, const int32_t *to, size_t n_to);

#endif
