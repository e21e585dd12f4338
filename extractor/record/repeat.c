/* SPDX-License-Identifier: MIT */
/* The same point said again: its words are those of an earlier one, whatever their order and the small words between. It
 * is linked to the first, not a point of its own. */
#include "record/collect.h"

enum { MOST_WORDS = 48, LOOK_BACK = 40, LEAST_WORDS = 4, LEAST_LETTERS = 4 };

typedef struct {
    uint32_t hash[MOST_WORDS]; /* of the words of four letters and more, case folded; without doubles */
    size_t n;
    uint64_t bits; /* one for each hash: two texts with few in common share few words */
} content;

static void add_word(content *c, uint32_t h) {
    uint64_t bit = (uint64_t)1 << (h >> 26);
    size_t k = c->bits & bit ? 0 : c->n;
    while (k < c->n && c->hash[k] != h) k++;
    if (k == c->n) c->hash[c->n++] = h;
    c->bits |= bit;
}

static content content_of(str text) {
    content c = { .n = 0 };
    for (size_t i = 0; i < text.n && c.n < MOST_WORDS; ) {
        size_t end = word_end(text, i, text.n);
        if (end - i >= LEAST_LETTERS) add_word(&c, word_hash(text, i, end, WORD_FOLD));
        i = end > i ? end : i + 1;
    }
    return c;
}

static size_t shared(const content *a, const content *b) {
    size_t n = 0;
    for (size_t i = 0; i < a->n; i++)
        for (size_t k = 0; k < b->n; k++) n += a->hash[i] == b->hash[k];
    return n;
}

/* Four fifths of the words of the shorter one, and three fifths of the longer one's. */
static bool same(const content *a, const content *b) {
    size_t less = a->n < b->n ? a->n : b->n, more = a->n < b->n ? b->n : a->n;
    const content *brief = a->n < b->n ? a : b, *other = a->n < b->n ? b : a;
    size_t strange = (size_t)__builtin_popcountll(brief->bits & ~other->bits); /* words that the other surely lacks */
    if (less < LEAST_WORDS || strange * 5 > less) return false;
    size_t n = shared(a, b);
    return less >= LEAST_WORDS && n * 5 >= less * 4 && n * 5 >= more * 3;
}

bool repeat_within(str part, str whole) {
    content a = content_of(part), b = content_of(whole);
    return a.n && shared(&a, &b) * 5 >= a.n * 3;
}

void points_link(extraction *x) {
    content recent[LOOK_BACK];
    size_t out = 0;
    for (size_t i = 0; i < x->out->points.n; i++) {
        point_record *p = &x->out->points.items[i];
        content c = content_of(text_of(x, p->at));
        size_t k = out < LOOK_BACK ? 0 : out - LOOK_BACK;
        for (; k < out; k++) {
            const point_record *before = &x->out->points.items[k];
            bool exact = str_eq_fold(text_of(x, p->at), text_of(x, before->at));
            if (exact || (p->number < 0 && same(&c, &recent[k % LOOK_BACK]) && str_eq(p->force, before->force))) break;
        }
        if (k < out) {
            *vec_add(x->home, &x->out->points.items[k].again) = p->at;
            continue;
        }
        recent[out % LOOK_BACK] = c;
        x->out->points.items[out++] = *p;
    }
    x->out->points.n = out;
}
