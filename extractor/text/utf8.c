/* SPDX-License-Identifier: MIT */
#include "text/utf8.h"

#include <utf8proc.h>

/* Skips ASCII eight bytes at a time. */
static size_t skip_ascii(str s, size_t i) {
    uint64_t word;
    while (i + 8 <= s.n) {
        memcpy(&word, s.p + i, 8);
        if (word & 0x8080808080808080u) break;
        i += 8;
    }
    while (i < s.n && (unsigned char)s.p[i] < 0x80) i++;
    return i;
}

/* Length of the well-formed sequence at i, or 0 (Unicode 15, table 3-7). */
static size_t sequence(str s, size_t i) {
    const unsigned char *p = (const unsigned char *)s.p + i;
    size_t left = s.n - i;
    unsigned char low = 0x80, high = 0xBF;
    size_t n;
    if (p[0] >= 0xC2 && p[0] <= 0xDF) n = 2;
    else if (p[0] >= 0xE0 && p[0] <= 0xEF) n = 3;
    else if (p[0] >= 0xF0 && p[0] <= 0xF4) n = 4;
    else return 0;
    if (p[0] == 0xE0) low = 0xA0;
    if (p[0] == 0xED) high = 0x9F;
    if (p[0] == 0xF0) low = 0x90;
    if (p[0] == 0xF4) high = 0x8F;
    if (left < n || p[1] < low || p[1] > high) return 0;
    for (size_t k = 2; k < n; k++)
        if ((p[k] & 0xC0) != 0x80) return 0;
    return n;
}

size_t utf8_check(str s) {
    size_t i = 0;
    while ((i = skip_ascii(s, i)) < s.n) {
        size_t n = sequence(s, i);
        if (n == 0) return i;
        i += n;
    }
    return s.n;
}

str utf8_mended(arena *a, str s) {
    size_t i = utf8_check(s), n = i;
    if (i == s.n) return s;
    char *out = arena_raw(a, s.n * 3 + 1);
    memcpy(out, s.p, i);
    while (i < s.n) {
        n += utf8_write(out + n, 0xFFFD);
        i++;
        size_t good = utf8_check(str_cut(s, i, s.n));
        memcpy(out + n, s.p + i, good);
        n += good;
        i += good;
    }
    out[n] = '\0';
    return (str){ out, n };
}

uint32_t utf8_at(str s, size_t i, size_t *size) {
    const unsigned char *p = (const unsigned char *)s.p + i;
    if (p[0] < 0x80) {
        *size = 1;
        return p[0];
    }
    *size = p[0] < 0xE0 ? 2 : p[0] < 0xF0 ? 3 : 4;
    if (*size > s.n - i) *size = s.n - i;
    uint32_t c = p[0] & (0xFFu >> (*size + 1));
    for (size_t k = 1; k < *size; k++) c = c << 6 | (p[k] & 0x3Fu);
    return c;
}

uint32_t utf8_before(str s, size_t i) {
    if (i == 0) return 0;
    size_t start = i - 1, size;
    while (start > 0 && i - start < 4 && ((unsigned char)s.p[start] & 0xC0) == 0x80) start--;
    return utf8_at(s, start, &size);
}

size_t utf8_write(char out[4], uint32_t point) {
    utf8proc_ssize_t n = utf8proc_encode_char((utf8proc_int32_t)point, (utf8proc_uint8_t *)out);
    return n > 0 ? (size_t)n : 0;
}

bool utf8_letter(uint32_t c) {
    if (c < 0x80) return (c | 32) - 'a' < 26;
    utf8proc_category_t k = utf8proc_category((utf8proc_int32_t)c);
    return k >= UTF8PROC_CATEGORY_LU && k <= UTF8PROC_CATEGORY_LO;
}

bool utf8_upper(uint32_t c) {
    if (c < 0x80) return c - 'A' < 26;
    return utf8proc_category((utf8proc_int32_t)c) == UTF8PROC_CATEGORY_LU;
}

enum { BLOCK = 64 };

/* Code points that begin in bytes [i, end): those that are no continuation bytes, eight at a time. */
static size_t points_between(str s, size_t i, size_t end) {
    size_t points = 0;
    uint64_t w;
    for (; i + 8 <= end; i += 8) {
        memcpy(&w, s.p + i, 8);
        uint64_t continuation = (w >> 7) & ~(w >> 6) & 0x0101010101010101u;
        points += 8 - (size_t)(continuation * 0x0101010101010101u >> 56);
    }
    for (; i < end; i++) points += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return points;
}

point_index point_index_make(arena *a, str text) {
    point_index x = { .text = text };
    if (skip_ascii(text, 0) == text.n) return x;
    size_t blocks = text.n / BLOCK + 1;
    x.before = arena_alloc(a, blocks * sizeof *x.before);
    size_t points = 0;
    for (size_t b = 0; b < blocks; b++) {
        x.before[b] = (uint32_t)points;
        size_t end = (b + 1) * BLOCK < text.n ? (b + 1) * BLOCK : text.n;
        points += points_between(text, b * BLOCK, end);
    }
    return x;
}

size_t point_of(const point_index *x, size_t i) {
    if (!x->before) return i;
    return x->before[i / BLOCK] + points_between(x->text, i / BLOCK * BLOCK, i);
}
