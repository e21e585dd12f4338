#include "store/story.h"

static unsigned band_of(fingerprint print, unsigned band) {
    return (unsigned)(print.words >> 8 * band & 0xff);
}

void story_add(story_index *x, fingerprint print, int64_t story) {
    uint32_t i = (uint32_t)x->prints.n;
    *vec_add(x->home, &x->prints) = print;
    *vec_add(x->home, &x->stories) = story;
    for (unsigned b = 0; b < STORY_BANDS; b++) *vec_add(x->home, &x->bands[b][band_of(print, b)]) = i;
}

int64_t story_find(const story_index *x, fingerprint print) {
    int best = STORY_WORDS + STORY_PAIRS + 1;
    uint32_t found = 0;
    for (unsigned b = 0; b < STORY_BANDS; b++) {
        const story_band *band = &x->bands[b][band_of(print, b)];
        for (size_t k = 0; k < band->n; k++) {
            uint32_t i = band->items[k];
            int words = simhash_distance(print.words, x->prints.items[i].words);
            if (words > STORY_WORDS) continue;
            int pairs = simhash_distance(print.pairs, x->prints.items[i].pairs);
            bool later = words + pairs == best && x->stories.items[i] >= x->stories.items[found];
            if (pairs > STORY_PAIRS || words + pairs > best || later) continue;
            best = words + pairs;
            found = i;
        }
    }
    return best <= STORY_WORDS + STORY_PAIRS ? x->stories.items[found] : 0;
}
