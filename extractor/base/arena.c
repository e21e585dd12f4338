/* SPDX-License-Identifier: MIT */
#include "base/arena.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

struct arena_block {
    arena_block *next;
    size_t size;
    _Alignas(max_align_t) char bytes[];
};

enum { FIRST_BLOCK = 64 * 1024, ALIGN = _Alignof(max_align_t) };

static void *must_alloc(size_t size) {
    void *p = malloc(size);
    if (!p) {
        fprintf(stderr, "petik: out of memory (%zu bytes)\n", size);
        abort();
    }
    return p;
}

static arena_block *push_block(arena *a, size_t size) {
    arena_block *b = must_alloc(sizeof *b + size);
    *b = (arena_block){ .next = a->blocks, .size = size };
    a->blocks = b;
    a->used = 0;
    return b;
}

void *arena_raw(arena *a, size_t size) {
#ifdef PETIK_ARENA_MALLOC
    arena_block *b = push_block(a, size ? size : 1);
#else
    size = (size + ALIGN - 1) / ALIGN * ALIGN;
    if (size == 0) size = ALIGN;
    arena_block *b = a->blocks;
    if (!b || b->size - a->used < size) {
        size_t want = b ? b->size * 2 : FIRST_BLOCK;
        b = push_block(a, want > size ? want : size);
    }
#endif
    void *p = b->bytes + a->used;
    a->used += size;
    return p;
}

void *arena_alloc(arena *a, size_t size) {
    return memset(arena_raw(a, size), 0, size);
}

str arena_copy(arena *a, str s) {
    char *p = arena_raw(a, s.n + 1);
    if (s.n) memcpy(p, s.p, s.n);
    p[s.n] = 0;
    return (str){ p, s.n };
}

str arena_format(arena *a, const char *format, ...) {
    va_list args;
    va_start(args, format);
    int n = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (n < 0) return STR("");
    char *p = arena_raw(a, (size_t)n + 1);
    va_start(args, format);
    vsnprintf(p, (size_t)n + 1, format, args);
    va_end(args);
    return (str){ p, (size_t)n };
}

str arena_join(arena *a, const str *parts, size_t n) {
    size_t size = 0;
    for (size_t i = 0; i < n; i++) size += parts[i].n;
    char *p = arena_raw(a, size + 1), *end = p;
    for (size_t i = 0; i < n; i++) {
        if (parts[i].n) memcpy(end, parts[i].p, parts[i].n);
        end += parts[i].n;
    }
    *end = 0;
    return (str){ p, size };
}

static void free_blocks(arena_block *b) {
    while (b) {
        arena_block *next = b->next;
        free(b);
        b = next;
    }
}

void arena_reset(arena *a) {
#ifdef PETIK_ARENA_MALLOC
    arena_free(a);
#else
    arena_block *keep = a->blocks; /* sizes only grow: the newest is the largest */
    if (!keep) return;
    free_blocks(keep->next);
    keep->next = NULL;
    a->used = 0;
#endif
}

void arena_free(arena *a) {
    free_blocks(a->blocks);
    *a = (arena){ 0 };
}

void *vec_more(arena *a, void *items, size_t n, size_t *cap, size_t size) {
    *cap = *cap ? *cap * 2 : 8;
    void *p = arena_raw(a, *cap * size);
    if (n) memcpy(p, items, n * size);
    return p;
}
