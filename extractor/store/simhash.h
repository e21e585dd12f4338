/* SPDX-License-Identifier: MIT */
/* Fingerprints of words: equal or nearly equal for texts that are. */
#ifndef PETIK_STORE_SIMHASH_H
#define PETIK_STORE_SIMHASH_H

#include "base/arena.h"

/* Two times sixty-four bits of which few differ between texts that share most of their words (Charikar 2002; Manku, Jain and
 * Das Sarma 2007): one of the words of four letters and more, which texts about one subject share as well; one of pairs of
 * words that follow each other, which only texts with the same sentences share. Case and marks do not count; what stands there
 * several times counts as often. */
typedef struct {
    uint64_t words, pairs; /* both 0: fewer than twenty words of four letters, of which nothing can be said */
} fingerprint;

fingerprint simhash(str text);
/* Bits in which two fingerprints differ. */
int simhash_distance(uint64_t a, uint64_t b);

/* The share of the shorter text's runs of three words that the other has too, of 100. */
unsigned shared_triples(str a, str b);

/* The same number for texts with the same words in the same order, whatever case, marks and spaces; 0 for fewer than four words. */
uint64_t words_hash(str text);

#endif
