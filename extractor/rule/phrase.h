/* SPDX-License-Identifier: MIT */
/* An index of phrases (words and short runs of words) that answers which of them a text goes on with. Phrases are hashed
 * a word at a time, so that looking one up costs little more than finding where its words end. */
#ifndef PETIK_RULE_PHRASE_H
#define PETIK_RULE_PHRASE_H

#include "base/arena.h"

enum { PHRASE_NONE = UINT32_MAX };

typedef struct {
    str phrase; /* borrowed */
    uint32_t hash, number;
} phrase_slot;

typedef struct {
    bool fold;          /* ASCII case does not count */
    phrase_slot *slots; /* open addressing; an empty one has no phrase */
    size_t n, cap;      /* cap is a power of two */
    uint64_t *beginnings; /* a bit for the hash of each beginning of a phrase that ends where a word may end */
    uint32_t beginning_mask;
    size_t longest;     /* bytes */
    bool starts[256];   /* first bytes */
    bool brief[256];    /* first bytes of phrases of less than three bytes */
    uint64_t heads[16]; /* a bit for each hash of the first three bytes: most look-ups end here */
} phrase_index;

/* Room for expected phrases; it grows when there are more. */
phrase_index phrase_index_make(arena *a, size_t expected, bool fold);
/* Adds a phrase under a number unless it is there; returns the number that it is under now. */
uint32_t phrase_add(phrase_index *x, arena *a, str phrase, uint32_t number);
/* To be called once after the last phrase_add: from then on phrases are found. */
void phrase_finish(phrase_index *x, arena *a);
/* The number of a phrase, or PHRASE_NONE. */
uint32_t phrase_find(const phrase_index *x, str phrase);
/* The longest phrase that begins at byte i of text and ends, at limit or before, where a word ends: its length in bytes
 * (0: none) and its number. */
size_t phrase_longest(const phrase_index *x, str text, size_t i, size_t limit, uint32_t *number);

#endif
