/* Articles that are nearly the same: one press release on ten sites is one story. */
#ifndef PETIK_STORE_STORY_H
#define PETIK_STORE_STORY_H

#include "base/arena.h"

/* Fingerprints that differ in no more bits than this are of one story. Measured on the real articles at hand: the nearest two that
 * are about different things differ in more (docs/STORE.md). */
enum { STORY_DISTANCE = 7, STORY_BANDS = 8 };

typedef VEC(uint32_t) story_band;

typedef struct {
    arena *home;
    VEC(uint64_t) prints;
    VEC(int64_t) stories;
    /* Whatever differs in at most seven bits is equal in one of eight bytes: for each byte and value the prints that have it. */
    story_band bands[STORY_BANDS][256];
} story_index;

/* Adds an article's fingerprint and the story it belongs to. */
void story_add(story_index *x, uint64_t print, int64_t story);
/* The story of the nearest fingerprint, of several equally near the first added; 0: none is near. */
int64_t story_find(const story_index *x, uint64_t print);

#endif
