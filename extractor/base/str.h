/* SPDX-License-Identifier: MIT */
/* Borrowed strings: a pointer and a length in bytes. A str never owns its bytes and need not end in NUL;
 * whoever lends it says how long it lives. */
#ifndef PETIK_BASE_STR_H
#define PETIK_BASE_STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

typedef struct {
    const char *p;
    size_t n;
} str;

/* A half-open range of bytes in a text. */
typedef struct {
    size_t start, end;
} span;

#define STR(literal) ((str){ "" literal, sizeof(literal) - 1 })
#define STR_NONE ((str){ NULL, 0 })
/* For printf's "%.*s". */
#define STR_ARG(s) (int)(s).n, (s).p ? (s).p : ""

static inline str str_of(const char *c) { return (str){ c, c ? strlen(c) : 0 }; }
static inline str str_cut(str s, size_t start, size_t end) { return (str){ s.p + start, end - start }; }
static inline bool str_eq(str a, str b) { return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0); }
static inline bool str_starts(str s, str prefix) { return s.n >= prefix.n && memcmp(s.p, prefix.p, prefix.n) == 0; }
static inline bool span_empty(span s) { return s.end <= s.start; }
static inline bool span_overlap(span a, span b) { return a.start < b.end && b.start < a.end; }
static inline bool span_within(span inner, span outer) { return inner.start >= outer.start && inner.end <= outer.end; }
static inline str str_span(str text, span s) { return str_cut(text, s.start, s.end); }

static inline char ascii_lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c | 32) : c; }
static inline bool ascii_upper(char c) { return c >= 'A' && c <= 'Z'; }
static inline bool ascii_digit(char c) { return c >= '0' && c <= '9'; }
static inline bool ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

bool str_ends(str s, str suffix);
/* Equal when ASCII case is folded. */
bool str_eq_fold(str a, str b);
/* Offset in bytes of the first needle at or after from, or SIZE_MAX. An empty needle is never found. */
size_t str_find(str s, str needle, size_t from);
/* Offset of the last needle that ends at or before to, or SIZE_MAX. */
size_t str_find_last(str s, str needle, size_t to);
/* Whether two spaces stand side by side. */
bool str_has_double_space(str s);
/* Without ASCII white space at either end. */
str str_trim(str s);
/* What stands behind the last space; s itself when there is none. */
str str_last_word(str s);
/* Takes the part before the first separator off *rest and returns it; *rest becomes what follows it
 * (p == NULL when nothing is left). */
str str_split(str *rest, char separator);
/* A whole decimal number of up to nine digits, or -1. */
long str_number(str s);
/* Grows a span inwards past ASCII white space at both ends. */
span span_trim(str text, span s);

#endif
