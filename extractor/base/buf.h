/* SPDX-License-Identifier: MIT */
/* Owned strings: bytes that grow up to a fixed maximum. A buf that would pass it keeps what it has and
 * says so from then on (full), so that a writer needs to look once, at the end. */
#ifndef PETIK_BASE_BUF_H
#define PETIK_BASE_BUF_H

#include "base/str.h"

typedef struct {
    char *p;
    size_t n, cap, max;
    bool full; /* something was left out */
} buf;

/* An empty buffer that holds up to max bytes. Free with buf_free. */
static inline buf buf_make(size_t max) { return (buf){ .max = max }; }
/* Room for n more bytes; false (and full) when that passes the maximum. */
bool buf_reserve(buf *b, size_t n);
void buf_add(buf *b, str s);
void buf_add_char(buf *b, char c);
void buf_format(buf *b, const char *format, ...) __attribute__((format(printf, 2, 3)));
/* Lends the content until the next change. */
static inline str buf_str(const buf *b) { return (str){ b->p, b->n }; }
static inline void buf_clear(buf *b) { b->n = 0; b->full = false; }
void buf_free(buf *b);

#endif
