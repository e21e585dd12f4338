/* Articles that are nearly the same: one press release on ten sites is one story. */
#ifndef PETIK_STORE_STORY_H
#define PETIK_STORE_STORY_H

#include "base/arena.h"
#include "store/simhash.h"

/* Fingerprints that differ in no more bits than these are of one story. Measured on 541 real articles: with the first sentences
 * rewritten and a tenth of the others left out 98 in 100 are found, with a quarter 83; of 146,000 pairs of different articles
 * none came nearer than 12 and 21 at once (docs/STORE.md). */
enum { STORY_WORDS = 10, STORY_PAIRS = 16 };

enum { STORY_BANDS = 8 };
typedef VEC(uint32_t) story_band;

typedef struct {
    arena *home;
    VEC(fingerprint) prints;
    VEC(int64_t) stories;
    /* What differs in up to seven bits is equal in one of eight bytes, in ten bits 97 times of 100: for each byte of the words'
     * fingerprint and each value those that have it. */
    story_band bands[STORY_BANDS][256];
} story_index;

/* Adds an article's fingerprint and the story it belongs to. */
void story_add(story_index *x, fingerprint print, int64_t story);
/* The story of the nearest fingerprint, of several equally near the first story, in whatever order they were added;
 * 0: none is near. */
int64_t story_find(const story_index *x, fingerprint print);

#endif
