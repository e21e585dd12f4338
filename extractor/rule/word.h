/* SPDX-License-Identifier: MIT */
/* Words as triggers and lists see them: runs of letters and digits. */
#ifndef PETIK_RULE_WORD_H
#define PETIK_RULE_WORD_H

#include "base/str.h"

/* 1: a byte that words are made of. */
extern const unsigned char WORD_BYTE[256];

/* The bytes of w that are ASCII letters or digits or beyond ASCII have their high bit clear in the result, others set. */
static inline uint64_t word_borders(uint64_t w) {
    const uint64_t ones = 0x0101010101010101u, high = ones << 7;
    uint64_t beyond = w & high, x = w | high, f = x | ones * 0x20;
    /* a byte with its high bit set, less n, keeps that bit when the byte below it is at least n */
    uint64_t letter = (f - ones * 'a') & ~(f - ones * ('z' + 1)), digit = (x - ones * '0') & ~(x - ones * ('9' + 1));
    return ~(letter | digit | beyond) & high;
}

/* End of the run of word bytes at i; i itself when there is none. Eight bytes at a time, since where words end is what a
 * processor guesses worst. */
static inline size_t word_end(str text, size_t i, size_t limit) {
    uint64_t w;
    for (; i + 8 <= limit; i += 8) {
        memcpy(&w, text.p + i, 8);
        if (w & 0x8080808080808080u) break;
        uint64_t borders = word_borders(w);
        if (borders) return i + (size_t)__builtin_ctzll(borders) / 8;
    }
    while (i < limit && WORD_BYTE[(unsigned char)text.p[i]]) i++;
    return i;
}

/* The byte behind the character at i. */
size_t word_skip(str text, size_t i);
/* Whether the character before byte i is one of a word. */
bool word_behind(str text, size_t i);
#define WORD_EXACT ((uint64_t)0)
#define WORD_FOLD 0x2020202020202020u /* set in every byte: ASCII case does not count */

/* Up to eight bytes at i, with the bits of fold set; what lies behind end is zero. */
static inline uint64_t word_eight(str text, size_t i, size_t end, uint64_t fold) {
    uint64_t w = 0;
    size_t n = end - i < 8 ? end - i : 8;
    if (i + 8 <= text.n) {
        memcpy(&w, text.p + i, 8);
        w |= fold;
        return n < 8 ? w & (((uint64_t)1 << (8 * n)) - 1) : w;
    }
    for (size_t k = 0; k < n; k++) w |= (uint64_t)((unsigned char)text.p[i + k] | (fold & 0xFF)) << (8 * k);
    return w;
}

/* A hash of text[i..end), exact or folded: of its first and its last eight bytes and its length. */
static inline uint32_t word_hash(str text, size_t i, size_t end, uint64_t fold) {
    uint64_t h = (word_eight(text, i, end, fold) + (end - i)) * 0x9E3779B97F4A7C15u;
    if (end - i > 8) h = (h ^ word_eight(text, end - 8, end, fold)) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(h >> 32);
}

#endif
