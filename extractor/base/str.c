/* SPDX-License-Identifier: MIT */
#include "base/str.h"

bool str_ends(str s, str suffix) {
    return s.n >= suffix.n && memcmp(s.p + s.n - suffix.n, suffix.p, suffix.n) == 0;
}

bool str_eq_fold(str a, str b) {
    if (a.n != b.n) return false;
    for (size_t i = 0; i < a.n; i++)
        if (ascii_lower(a.p[i]) != ascii_lower(b.p[i])) return false;
    return true;
}

bool str_has_double_space(str s) {
    const uint64_t ones = 0x0101010101010101u;
    size_t i = 0;
    for (uint64_t w; i + 8 <= s.n; i += 7) { /* seven: the last byte is seen again as the first */
        memcpy(&w, s.p + i, 8);
        w ^= ones * ' ';
        uint64_t spaces = (w - ones) & ~w & ones << 7; /* may err behind a true space, never miss one */
        if (spaces & spaces >> 8) break;
    }
    for (; i + 1 < s.n; i++)
        if (s.p[i] == ' ' && s.p[i + 1] == ' ') return true;
    return false;
}

/* Past so many places where only the start of a long needle stands, it is sought by its hash. */
enum { LONG_NEEDLE = 64, FALSE_STARTS = 1000 };

static size_t find_by_hash(str s, str needle, size_t from) {
    const uint64_t base = 0x9E3779B97F4A7C15u;
    uint64_t wanted = 0, here = 0, first = 1; /* first: what the byte that leaves counts */
    if (from + needle.n > s.n) return SIZE_MAX;
    for (size_t i = 0; i < needle.n; i++) {
        wanted = wanted * base + (unsigned char)needle.p[i];
        here = here * base + (unsigned char)s.p[from + i];
        first *= i ? base : 1;
    }
    for (size_t i = from;; i++) {
        if (here == wanted && memcmp(s.p + i, needle.p, needle.n) == 0) return i;
        if (i + needle.n >= s.n) return SIZE_MAX;
        here = (here - first * (unsigned char)s.p[i]) * base + (unsigned char)s.p[i + needle.n];
    }
}

size_t str_find(str s, str needle, size_t from) {
    size_t starts = 0;
    if (needle.n == 0) return SIZE_MAX;
    while (from + needle.n <= s.n) {
        const char *hit = memchr(s.p + from, needle.p[0], s.n - from - needle.n + 1);
        if (!hit) return SIZE_MAX;
        if (memcmp(hit, needle.p, needle.n) == 0) return (size_t)(hit - s.p);
        from = (size_t)(hit - s.p) + 1;
        if (needle.n > LONG_NEEDLE && ++starts > FALSE_STARTS) return find_by_hash(s, needle, from);
    }
    return SIZE_MAX;
}

size_t str_find_last(str s, str needle, size_t to) {
    if (needle.n == 0 || to < needle.n) return SIZE_MAX;
    for (size_t i = to - needle.n + 1; i-- > 0;)
        if (memcmp(s.p + i, needle.p, needle.n) == 0) return i;
    return SIZE_MAX;
}

span span_trim(str text, span s) {
    while (s.start < s.end && ascii_space(text.p[s.start])) s.start++;
    while (s.end > s.start && ascii_space(text.p[s.end - 1])) s.end--;
    return s;
}

str str_trim(str s) {
    return str_span(s, span_trim(s, (span){ 0, s.n }));
}

str str_last_word(str s) {
    size_t space = str_find_last(s, STR(" "), s.n);
    return space == SIZE_MAX ? s : str_cut(s, space + 1, s.n);
}

str str_split(str *rest, char separator) {
    str head = *rest;
    const char *hit = head.n ? memchr(head.p, separator, head.n) : NULL;
    if (!hit) {
        *rest = STR_NONE;
        return head;
    }
    head.n = (size_t)(hit - head.p);
    *rest = (str){ hit + 1, rest->n - head.n - 1 };
    return head;
}

long str_number(str s) {
    if (s.n == 0 || s.n > 9) return -1;
    long value = 0;
    for (size_t i = 0; i < s.n; i++) {
        if (!ascii_digit(s.p[i])) return -1;
        value = value * 10 + (s.p[i] - '0');
    }
    return value;
}
