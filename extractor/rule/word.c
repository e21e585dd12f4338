/* SPDX-License-Identifier: MIT */
#include "rule/word.h"

/* ASCII letters and digits, and characters of two bytes from U+00C0 on: Latin letters. Bytes within a character count, so
 * that a run does not stop inside one; who walks over other characters does it with word_skip. */
const unsigned char WORD_BYTE[256] = {
    ['0'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['A'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['a'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0x80] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0xA0] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0xC3] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
};

size_t word_skip(str text, size_t i) {
    if ((unsigned char)text.p[i++] < 0x80) return i;
    while (i < text.n && ((unsigned char)text.p[i] & 0xC0) == 0x80) i++;
    return i;
}

bool word_behind(str text, size_t i) {
    while (i > 0 && ((unsigned char)text.p[i - 1] & 0xC0) == 0x80) i--;
    return i > 0 && WORD_BYTE[(unsigned char)text.p[i - 1]];
}
