/* SPDX-License-Identifier: MIT */
#include "store/simhash.h"

enum { BITS = 64, LEAST_LETTERS = 4, LEAST_WORDS = 20, LEAST_ALIKE = 4 };

/* Letters and digits; bytes above ASCII are taken for letters, which they nearly always are, and quotation marks and dashes
 * of U+2000 to U+207F for none. */
static bool in_word(str s, size_t i) {
    unsigned char c = (unsigned char)s.p[i];
    if (c < 0x80) return ascii_digit((char)c) || ascii_upper((char)(c & ~32));
    return c != 0xc2 && !(c == 0xe2 && i + 1 < s.n && ((unsigned char)s.p[i + 1] & 0xfe) == 0x80);
}

/* The next word of s at or after *i, folded into a number; 0 at the end. *length gets its bytes. */
static uint64_t next_word(str s, size_t *i, size_t *length) {
    uint64_t h = 0xcbf29ce484222325u; /* FNV-1a */
    while (*i < s.n && !in_word(s, *i)) *i += (unsigned char)s.p[*i] == 0xe2 ? 3 : (unsigned char)s.p[*i] == 0xc2 ? 2 : 1;
    if (*i > s.n) *i = s.n;
    size_t start = *i;
    for (; *i < s.n && in_word(s, *i); ++*i) h = (h ^ (unsigned char)ascii_lower(s.p[*i])) * 0x100000001b3u;
    *length = *i > start ? *i - start : 0;
    return *length ? h : 0;
}

/* Spreads a word's number over all bits (the finaliser of MurmurHash3, Appleby). */
static uint64_t spread(uint64_t h) {
    h = (h ^ h >> 33) * 0xff51afd7ed558ccdu;
    h = (h ^ h >> 33) * 0xc4ceb9fe1a85ec53u;
    return h ^ h >> 33;
}

/* The sign of a sum of votes for each bit: up to 255 votes are counted in eight bits, eight counters in a word. */
typedef struct {
    uint64_t lanes[8];
    unsigned waiting, all;
    unsigned counts[BITS];
} votes;

static void collect(votes *v) {
    for (unsigned k = 0; k < 8; k++) {
        for (unsigned b = 0; b < 8; b++) v->counts[k + 8 * b] += (unsigned)(v->lanes[k] >> 8 * b & 0xff);
        v->lanes[k] = 0;
    }
    v->waiting = 0;
}

static void vote(votes *v, uint64_t h) {
    for (unsigned k = 0; k < 8; k++) v->lanes[k] += h >> k & 0x0101010101010101u;
    v->all++;
    if (++v->waiting == 255) collect(v);
}

static uint64_t outcome(votes *v) {
    uint64_t out = 0;
    collect(v);
    for (unsigned b = 0; b < BITS; b++)
        if (2 * v->counts[b] > v->all) out |= (uint64_t)1 << b;
    return out ? out : 1;
}

fingerprint simhash(str text) {
    votes words = { .all = 0 }, pairs = { .all = 0 };
    uint64_t word, before = 0;
    size_t i = 0, length;
    while ((word = next_word(text, &i, &length)) != 0) {
        if (length >= LEAST_LETTERS) vote(&words, spread(word));
        if (before) vote(&pairs, spread(before * 3 ^ word));
        before = word;
    }
    if (words.all < LEAST_WORDS) return (fingerprint){ 0, 0 };
    return (fingerprint){ outcome(&words), outcome(&pairs) };
}

int simhash_distance(uint64_t a, uint64_t b) {
    uint64_t d = a ^ b;
    d -= d >> 1 & 0x5555555555555555u;
    d = (d & 0x3333333333333333u) + (d >> 2 & 0x3333333333333333u);
    return (int)(((d + (d >> 4)) & 0x0f0f0f0f0f0f0f0fu) * 0x0101010101010101u >> 56);
}

uint64_t words_hash(str text) {
    uint64_t h = 0, word;
    unsigned words = 0;
    size_t i = 0, length;
    while ((word = next_word(text, &i, &length)) != 0) {
        h = spread(h ^ word);
        words++;
    }
    return words < LEAST_ALIKE ? 0 : h;
}

typedef VEC(uint64_t) triple_list;

/* The numbers of a text's runs of three words. */
static triple_list list_triples(arena *a, str text) {
    triple_list list = { .n = 0 };
    uint64_t word, one = 0, two = 0;
    size_t i = 0, length;
    while ((word = next_word(text, &i, &length)) != 0) {
        if (one) *vec_add(a, &list) = spread(spread(one * 3 ^ two) * 3 ^ word) | 1;
        one = two;
        two = word;
    }
    return list;
}

unsigned shared_triples(str a, str b) {
    arena home = { 0 };
    triple_list few = list_triples(&home, a), many = list_triples(&home, b);
    if (few.n > many.n) { triple_list t = few; few = many; many = t; }
    size_t size = 16, shared = 0;
    while (size < 2 * many.n) size *= 2;
    uint64_t *set = arena_alloc(&home, size * sizeof *set);
    for (size_t i = 0; i < many.n; i++) {
        size_t at = many.items[i] >> 1 & (size - 1);
        while (set[at] && set[at] != many.items[i]) at = (at + 1) & (size - 1);
        set[at] = many.items[i];
    }
    for (size_t i = 0; i < few.n; i++) {
        size_t at = few.items[i] >> 1 & (size - 1);
        while (set[at] && set[at] != few.items[i]) at = (at + 1) & (size - 1);
        shared += set[at] != 0;
    }
    arena_free(&home);
    return few.n ? (unsigned)(100 * shared / few.n) : 0;
}
