/* SPDX-License-Identifier: MIT */
/* Memory that is given back all at once: one arena an article, one a rule set. Nothing taken from an arena is
 * freed alone. When the system has no memory left the program ends with a message: petik keeps within limits.h,
 * so that running out means a limit is wrong, not that an input is large.
 *
 * Built with PETIK_ARENA_MALLOC every item is a malloc of its own, so that the sanitizers see its borders. */
#ifndef PETIK_BASE_ARENA_H
#define PETIK_BASE_ARENA_H

#include "base/str.h"

typedef struct arena_block arena_block;
typedef struct {
    arena_block *blocks; /* newest first */
    size_t used;         /* bytes of the newest block */
} arena;

/* Zeroed memory for any type; lives until arena_reset or arena_free. size 0 gives a unique pointer. */
void *arena_alloc(arena *a, size_t size);
/* The same, but not zeroed: for what is written at once. */
void *arena_raw(arena *a, size_t size);
/* A copy of s in the arena, followed by a NUL that is not counted. */
str arena_copy(arena *a, str s);
/* The parts one behind another. */
str arena_join(arena *a, const str *parts, size_t n);
/* printf into the arena; slower than arena_join. */
str arena_format(arena *a, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Gives all items back but keeps the largest block for the next use. */
void arena_reset(arena *a);
void arena_free(arena *a);

/* Growing arrays in an arena: VEC(int) v = {0}; *vec_add(a, &v) = 7; for (i < v.n) v.items[i]. New items are zero. */
#define VEC(type) struct { type *items; size_t n, cap; }
#define vec_add(a, v) \
    ((v)->items = vec_grow((a), (v)->items, (v)->n, &(v)->cap, sizeof *(v)->items), &(v)->items[(v)->n++])
/* For vec_add: items with room for one more, which is zeroed. */
void *vec_more(arena *a, void *items, size_t n, size_t *cap, size_t size);
static inline void *vec_grow(arena *a, void *items, size_t n, size_t *cap, size_t size) {
    if (n >= *cap) items = vec_more(a, items, n, cap, size);
    memset((char *)items + n * size, 0, size);
    return items;
}

#endif
