#include "rule/word.h"

/* ASCII letters and digits, and everything beyond ASCII but what begins with C2 or E2: the punctuation there. */
const unsigned char WORD_BYTE[256] = {
    ['0'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['A'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['a'] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    [0xC3] = 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
};

size_t word_end(str text, size_t i, size_t limit) {
    while (i < limit && WORD_BYTE[(unsigned char)text.p[i]]) i++;
    return i;
}

uint32_t word_hash(str word) {
    uint32_t h = WORD_SEED;
    for (size_t i = 0; i < word.n; i++) h = (h ^ ((unsigned char)word.p[i] | 0x20u)) * WORD_PRIME;
    return word_mix(h);
}
