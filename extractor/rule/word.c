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

size_t word_end(str text, size_t i, size_t limit) {
    while (i < limit && WORD_BYTE[(unsigned char)text.p[i]]) i++;
    return i;
}

size_t word_skip(str text, size_t i) {
    if ((unsigned char)text.p[i++] < 0x80) return i;
    while (i < text.n && ((unsigned char)text.p[i] & 0xC0) == 0x80) i++;
    return i;
}

bool word_behind(str text, size_t i) {
    while (i > 0 && ((unsigned char)text.p[i - 1] & 0xC0) == 0x80) i--;
    return i > 0 && WORD_BYTE[(unsigned char)text.p[i - 1]];
}

/* Up to eight bytes at i, folded; what lies behind end is zero. */
static uint64_t eight(str text, size_t i, size_t end) {
    uint64_t w = 0;
    size_t n = end - i < 8 ? end - i : 8;
    if (i + 8 <= text.n) {
        memcpy(&w, text.p + i, 8);
        w |= 0x2020202020202020u;
        return n < 8 ? w & (((uint64_t)1 << (8 * n)) - 1) : w;
    }
    for (size_t k = 0; k < n; k++) w |= (uint64_t)((unsigned char)text.p[i + k] | 0x20u) << (8 * k);
    return w;
}

uint32_t word_hash(str text, size_t i, size_t end) {
    uint64_t h = (eight(text, i, end) + (end - i)) * 0x9E3779B97F4A7C15u;
    if (end - i > 8) h = (h ^ eight(text, end - 8, end)) * 0xD6E8FEB86659FD93u;
    return (uint32_t)(h >> 32);
}
