/* Fingerprints of words: equal or nearly equal for texts that are. */
#ifndef PETIK_STORE_SIMHASH_H
#define PETIK_STORE_SIMHASH_H

#include "base/str.h"

/* Sixty-four bits of which few differ between texts that share most of their words (Charikar 2002; Manku, Jain and Das Sarma
 * 2007). Words of fewer than four letters are passed over, case and marks do not count; each word counts once for every time.
 * 0 for a text of fewer than twenty such words, of which nothing can be said. */
uint64_t simhash(str text);
/* Bits in which two fingerprints differ. */
int simhash_distance(uint64_t a, uint64_t b);

/* The same number for texts with the same words in the same order, whatever case, marks and spaces; 0 for fewer than four words. */
uint64_t words_hash(str text);

#endif
