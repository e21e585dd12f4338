/* SPDX-License-Identifier: MIT */
#include "store/story.h"

typedef struct {
    int bits;
    uint32_t entry;
    int64_t article;
} candidate;

typedef struct {
    candidate list[STORY_CANDIDATES]; /* nearest first */
    size_t n;
} candidates;

enum { CHUNK = 256 };

static unsigned band_of(fingerprint print, unsigned band) {
    return (unsigned)(print.words >> 8 * band & 0xff);
}

void story_add(story_index *x, story_entry entry) {
    uint32_t i = (uint32_t)x->entries.n;
    *vec_add(x->home, &x->entries) = entry;
    for (unsigned b = 0; b < STORY_BANDS; b++) {
        story_band *band = &x->bands[b][band_of(entry.print, b)];
        *vec_add(x->home, &band->words) = entry.print.words;
        *vec_add(x->home, &band->entries) = i;
    }
}

static bool nearer(candidate a, candidate b) {
    return a.bits < b.bits || (a.bits == b.bits && a.article < b.article);
}

/* Keeps the nearest few; one that stands in several bands comes several times. */
static void keep(candidates *c, candidate new) {
    size_t at = c->n;
    for (size_t i = 0; i < c->n; i++)
        if (c->list[i].entry == new.entry) return;
    if (at == STORY_CANDIDATES && !nearer(new, c->list[at - 1])) return;
    if (at < STORY_CANDIDATES) c->n++;
    else at--;
    for (; at > 0 && nearer(new, c->list[at - 1]); at--) c->list[at] = c->list[at - 1];
    c->list[at] = new;
}

/* Bits that differ, for several fingerprints at once: without the processor's instruction for it, which not all have, so that
 * the loop is one over vectors (Warren, Hacker's Delight, 5-1). */
static void distances(unsigned char out[], uint64_t print, const uint64_t *words, size_t n) {
    const uint64_t twos = 0x5555555555555555u, fours = 0x3333333333333333u, eights = 0x0f0f0f0f0f0f0f0fu;
    for (size_t i = 0; i < n; i++) {
        uint64_t d = print ^ words[i];
        d -= d >> 1 & twos;
        d = (d & fours) + (d >> 2 & fours);
        d = (d + (d >> 4)) & eights;
        d += d >> 8;
        d += d >> 16;
        out[i] = (unsigned char)(d + (d >> 32));
    }
}

/* Keeps the near ones of up to CHUNK fingerprints of a band. */
static void look_at(candidates *c, const story_index *x, fingerprint print, const story_band *band, size_t from, size_t n) {
    unsigned char words[CHUNK];
    distances(words, print.words, band->words.items + from, n);
    for (size_t k = 0; k < n; k++) {
        int most = c->n == STORY_CANDIDATES ? c->list[c->n - 1].bits : STORY_BITS;
        if (words[k] > STORY_WORDS || words[k] > most) continue;
        uint32_t i = band->entries.items[from + k];
        int pairs = simhash_distance(print.pairs, x->entries.items[i].print.pairs);
        if (pairs <= STORY_PAIRS && words[k] + pairs <= most) keep(c, (candidate){ words[k] + pairs, i, x->entries.items[i].article });
    }
}

int64_t story_find(const story_index *x, fingerprint print, bool (*same)(int64_t article, void *payload), void *payload) {
    candidates c = { .n = 0 };
    for (unsigned b = 0; b < STORY_BANDS; b++) {
        const story_band *band = &x->bands[b][band_of(print, b)];
        for (size_t k = 0; k < band->words.n; k += CHUNK)
            look_at(&c, x, print, band, k, band->words.n - k < CHUNK ? band->words.n - k : CHUNK);
    }
    for (size_t i = 0; i < c.n; i++) {
        const story_entry *e = &x->entries.items[c.list[i].entry];
        if (c.list[i].bits <= STORY_SURE || same(e->article, payload)) return e->story;
    }
    return 0;
}
