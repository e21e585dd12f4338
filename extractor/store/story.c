#include "store/story.h"

#include "store/simhash.h"

static unsigned band_of(uint64_t print, unsigned band) {
    return (unsigned)(print >> 8 * band & 0xff);
}

void story_add(story_index *x, uint64_t print, int64_t story) {
    uint32_t i = (uint32_t)x->prints.n;
    *vec_add(x->home, &x->prints) = print;
    *vec_add(x->home, &x->stories) = story;
    for (unsigned b = 0; b < STORY_BANDS; b++) *vec_add(x->home, &x->bands[b][band_of(print, b)]) = i;
}

int64_t story_find(const story_index *x, uint64_t print) {
    int best = STORY_DISTANCE + 1;
    uint32_t found = 0;
    for (unsigned b = 0; b < STORY_BANDS; b++) {
        unsigned v = band_of(print, b);
        for (size_t k = 0; k < x->bands[b][v].n; k++) {
            uint32_t i = x->bands[b][v].items[k];
            int distance = simhash_distance(print, x->prints.items[i]);
            if (distance > best || (distance == best && i >= found)) continue;
            best = distance;
            found = i;
        }
    }
    return best <= STORY_DISTANCE ? x->stories.items[found] : 0;
}
