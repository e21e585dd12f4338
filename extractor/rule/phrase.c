/* SPDX-License-Identifier: MIT */
#include "rule/phrase.h"

#include "rule/word.h"

/* A phrase ends, or goes on, before any byte that words are not made of. */
static bool border(char c) {
    return !WORD_BYTE[(unsigned char)c];
}

/* The hash of a phrase up to the end of its next part: a run of word bytes, or one other byte. *i moves behind it. */
static uint64_t hash_part(uint64_t h, str text, size_t *i, size_t limit) {
    if (border(text.p[*i])) return (h + (unsigned char)text.p[(*i)++] + 1) * 0xD6E8FEB86659FD93u;
    size_t start = *i;
    *i = word_end(text, start, limit);
    return (h ^ word_hash(text, start, *i, WORD_FOLD)) * 0x9E3779B97F4A7C15u;
}

static uint32_t fold_up(uint64_t h) {
    return (uint32_t)(h >> 32);
}

static uint32_t hash_phrase(str phrase) {
    uint64_t h = 0;
    for (size_t i = 0; i < phrase.n;) h = hash_part(h, phrase, &i, phrase.n);
    return fold_up(h);
}

static phrase_slot *slot_of(const phrase_index *x, str phrase, uint32_t h) {
    for (size_t i = h & (x->cap - 1);; i = (i + 1) & (x->cap - 1)) {
        phrase_slot *s = &x->slots[i];
        if (!s->phrase.p || (s->hash == h && (x->fold ? str_eq_fold(s->phrase, phrase) : str_eq(s->phrase, phrase)))) return s;
    }
}

/* A number below 1024 of three bytes, case folded. */
static uint32_t head_hash(const char *p) {
    uint32_t h = ((uint32_t)(unsigned char)(p[0] | 32) << 16) | ((uint32_t)(unsigned char)(p[1] | 32) << 8) | (unsigned char)(p[2] | 32);
    return (h * 0x9E3779B1u) >> 22;
}

static void note_head(phrase_index *x, str phrase) {
    if (phrase.n < 3) {
        x->brief[(unsigned char)phrase.p[0]] = true;
        if (x->fold && (unsigned char)((phrase.p[0] | 32) - 'a') < 26) x->brief[(unsigned char)(phrase.p[0] ^ 32)] = true;
    } else {
        uint32_t h = head_hash(phrase.p);
        x->heads[h >> 6] |= (uint64_t)1 << (h & 63);
    }
}

/* Whether a phrase can begin at i: by its first byte, and by its first three. */
static bool head_fits(const phrase_index *x, str text, size_t i) {
    unsigned char first = (unsigned char)text.p[i];
    if (!x->starts[first]) return false;
    if (x->brief[first] || i + 3 > text.n) return true;
    uint32_t h = head_hash(text.p + i);
    return x->heads[h >> 6] >> (h & 63) & 1;
}

phrase_index phrase_index_make(arena *a, size_t expected, bool fold) {
    phrase_index x = { .fold = fold, .cap = 16 };
    while (x.cap < expected * 2) x.cap *= 2;
    x.slots = arena_alloc(a, x.cap * sizeof *x.slots);
    return x;
}

static void grow(phrase_index *x, arena *a) {
    phrase_index bigger = phrase_index_make(a, x->cap, x->fold);
    for (size_t i = 0; i < x->cap; i++)
        if (x->slots[i].phrase.p) *slot_of(&bigger, x->slots[i].phrase, x->slots[i].hash) = x->slots[i];
    x->slots = bigger.slots;
    x->cap = bigger.cap;
}

uint32_t phrase_add(phrase_index *x, arena *a, str phrase, uint32_t number) {
    if ((x->n + 1) * 2 > x->cap) grow(x, a);
    uint32_t h = hash_phrase(phrase);
    phrase_slot *s = slot_of(x, phrase, h);
    if (s->phrase.p) return s->number;
    *s = (phrase_slot){ phrase, h, number };
    x->n++;
    if (phrase.n > x->longest) x->longest = phrase.n;
    unsigned char first = (unsigned char)phrase.p[0];
    x->starts[first] = true;
    note_head(x, phrase);
    if (x->fold && (unsigned char)((first | 32) - 'a') < 26) x->starts[first ^ 32] = true;
    return number;
}

static bool may_begin(const phrase_index *x, uint32_t h) {
    return x->beginnings[(h & x->beginning_mask) >> 6] >> (h & 63) & 1;
}

static void note_beginnings(phrase_index *x, str phrase) {
    uint64_t h = 0;
    for (size_t i = 0; i < phrase.n;) {
        h = hash_part(h, phrase, &i, phrase.n);
        if (i < phrase.n && !border(phrase.p[i])) continue;
        x->beginnings[(fold_up(h) & x->beginning_mask) >> 6] |= (uint64_t)1 << (fold_up(h) & 63);
    }
}

void phrase_finish(phrase_index *x, arena *a) {
    size_t bits = 1024;
    while (bits < x->n * 16) bits *= 2;
    x->beginnings = arena_alloc(a, bits / 8);
    x->beginning_mask = (uint32_t)bits - 1;
    for (size_t i = 0; i < x->cap; i++)
        if (x->slots[i].phrase.p) note_beginnings(x, x->slots[i].phrase);
}

uint32_t phrase_find(const phrase_index *x, str phrase) {
    if (phrase.n == 0 || phrase.n > x->longest || !head_fits(x, phrase, 0)) return PHRASE_NONE;
    uint32_t h = hash_phrase(phrase);
    if (!may_begin(x, h)) return PHRASE_NONE;
    const phrase_slot *s = slot_of(x, phrase, h);
    return s->phrase.p ? s->number : PHRASE_NONE;
}

size_t phrase_longest(const phrase_index *x, str text, size_t i, size_t limit, uint32_t *number) {
    if (i >= limit || !head_fits(x, text, i)) return 0;
    if (limit - i > x->longest) limit = i + x->longest + 1 < limit ? i + x->longest + 1 : limit;
    uint64_t h = 0;
    size_t end = i, best = 0;
    while (end < limit) {
        h = hash_part(h, text, &end, limit);
        if (end < limit && !border(text.p[end])) continue;
        if (!may_begin(x, fold_up(h))) break;
        const phrase_slot *s = slot_of(x, str_cut(text, i, end), fold_up(h));
        if (!s->phrase.p) continue;
        best = end - i;
        *number = s->number;
    }
    return best;
}
