/* SPDX-License-Identifier: MIT */
#include "base/buf.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

bool buf_reserve(buf *b, size_t n) {
    if (b->cap - b->n >= n) return true;
    if (b->full || n > b->max - b->n) {
        b->full = true;
        return false;
    }
    size_t cap = b->cap ? b->cap * 2 : 256;
    while (cap < b->n + n) cap *= 2;
    if (cap > b->max) cap = b->max;
    char *p = realloc(b->p, cap);
    if (!p) {
        b->full = true;
        return false;
    }
    b->p = p;
    b->cap = cap;
    return true;
}

void buf_add(buf *b, str s) {
    if (s.n == 0 || !buf_reserve(b, s.n)) return;
    memcpy(b->p + b->n, s.p, s.n);
    b->n += s.n;
}

void buf_add_char(buf *b, char c) {
    if (buf_reserve(b, 1)) b->p[b->n++] = c;
}

void buf_format(buf *b, const char *format, ...) {
    char small[512];
    va_list args;
    va_start(args, format);
    int n = vsnprintf(small, sizeof small, format, args);
    va_end(args);
    if (n < 0) return;
    if ((size_t)n < sizeof small) {
        buf_add(b, (str){ small, (size_t)n });
        return;
    }
    if (!buf_reserve(b, (size_t)n + 1)) return;
    va_start(args, format);
    vsnprintf(b->p + b->n, (size_t)n + 1, format, args);
    va_end(args);
    b->n += (size_t)n;
}

void buf_free(buf *b) {
    free(b->p);
    *b = (buf){ .max = b->max };
}
