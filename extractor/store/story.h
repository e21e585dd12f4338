/* SPDX-License-Identifier: MIT */
/* Articles that are nearly the same: one press release on ten sites is one story. */
#ifndef PETIK_STORE_STORY_H
#define PETIK_STORE_STORY_H

#include "base/arena.h"
#include "store/simhash.h"

/* An article is a candidate for a story when its fingerprints differ in no more bits than these, and in both together; the texts
 * of the nearest few candidates are compared then: half of the shorter one's runs of three words must stand in the other. Measured
 * on 541 real articles: of 146,000 pairs about different things none was a candidate (docs/STORE.md). */
enum { STORY_WORDS = 14, STORY_PAIRS = 20, STORY_BITS = 30, STORY_SHARED = 50, STORY_CANDIDATES = 4 };

/* Fingerprints that differ in so few bits need no comparing of texts. */
enum { STORY_SURE = 12 };

enum { STORY_BANDS = 8 };
typedef struct {
    VEC(uint64_t) words;   /* of the fingerprints, one behind another: all of them are looked at */
    VEC(uint32_t) entries; /* whose they are */
} story_band;

typedef struct {
    fingerprint print;
    int64_t article, story;
} story_entry;

typedef struct {
    arena *home;
    VEC(story_entry) entries;
    /* What differs in up to seven bits is equal in one of eight bytes, in twelve bits nine times of ten: for each byte of the
     * words' fingerprint and each value those that have it. */
    story_band bands[STORY_BANDS][256];
} story_index;

void story_add(story_index *x, story_entry entry);
/* The story of the nearest candidate that is the same, of several equally near the first article, in whatever order they were
 * added; 0: none. same is asked of the nearest few. */
int64_t story_find(const story_index *x, fingerprint print, bool (*same)(int64_t article, void *payload), void *payload);

#endif
