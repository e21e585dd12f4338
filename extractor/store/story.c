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

static unsigned band_of(fingerprint print, unsigned band) {
    return (unsigned)(print.words >> 8 * band & 0xff);
}

void story_add(story_index *x, story_entry entry) {
    uint32_t i = (uint32_t)x->entries.n;
    *vec_add(x->home, &x->entries) = entry;
    for (unsigned b = 0; b < STORY_BANDS; b++) *vec_add(x->home, &x->bands[b][band_of(entry.print, b)]) = i;
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

int64_t story_find(const story_index *x, fingerprint print, bool (*same)(int64_t article, void *payload), void *payload) {
    candidates c = { .n = 0 };
    for (unsigned b = 0; b < STORY_BANDS; b++) {
        const story_band *band = &x->bands[b][band_of(print, b)];
        for (size_t k = 0; k < band->n; k++) {
            const story_entry *e = &x->entries.items[band->items[k]];
            int words = simhash_distance(print.words, e->print.words);
            if (words > STORY_WORDS) continue;
            int pairs = simhash_distance(print.pairs, e->print.pairs);
            if (pairs <= STORY_PAIRS && words + pairs <= STORY_BITS) keep(&c, (candidate){ words + pairs, band->items[k], e->article });
        }
    }
    for (size_t i = 0; i < c.n; i++) {
        const story_entry *e = &x->entries.items[c.list[i].entry];
        if (same(e->article, payload)) return e->story;
    }
    return 0;
}
