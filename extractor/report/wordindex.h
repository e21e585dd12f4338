/* SPDX-License-Identifier: MIT */
/* An index of words: which items have a word, as files that a page can load one by one.
 *
 * Terms are sorted by bytes and lie in files of some hundred kilobytes, so that words with the same beginning lie together. A
 * term's items are written as the steps between their numbers, each in digits of five bits, the least first: 64 letters, of
 * which the second half says that more digits follow. report.js reads it. */
#ifndef PETIK_REPORT_WORDINDEX_H
#define PETIK_REPORT_WORDINDEX_H

#include "base/table.h"
#include "report/site.h"

typedef struct {
    str term;
    buf steps;
    uint32_t last; /* item, counted from 1; 0: none yet */
} posting;

typedef struct {
    arena home;
    table terms;
    VEC(posting) postings;
} wordindex;

wordindex wordindex_make(void);
/* Item n has the term, as it is. Items come in their order. */
void wordindex_add(wordindex *x, str term, uint32_t item);
/* Item n has the words of a text, in small letters: runs of letters and digits, at most 32 characters of each. */
void wordindex_add_text(wordindex *x, str text, uint32_t item);
/* Writes data/i0.js and so on; *firsts gets the first term of each, as a JSON array. */
int wordindex_write(wordindex *x, site *out, buf *firsts, error *e);
void wordindex_free(wordindex *x);

#endif
