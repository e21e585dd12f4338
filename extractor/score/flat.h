/* SPDX-License-Identifier: MIT */
/* Names and texts as the scorer compares them: without case, spacing, full stops and the shapes of quotation marks
 * and dashes. A gold text and a predicted one may differ in all of these and still mean the same place. */
#ifndef PETIK_SCORE_FLAT_H
#define PETIK_SCORE_FLAT_H

#include "base/arena.h"

enum { FLAT_NONE = UINT32_MAX };

/* A text without white space, marks and format characters, in code points. */
typedef struct {
    str text;         /* the text itself, borrowed */
    int32_t *letters; /* folded code points */
    size_t n;
    uint32_t *at;     /* for each code point of text: its first place in letters, or FLAT_NONE */
    size_t points;    /* code points of text; a byte that is not UTF-8 counts as one */
} flat;

/* A name, title or body in folded form: NFKC, case folded, one kind of quote and dash, no full stops, single spaces,
 * "walikota" in two words, no " ,;:" at the ends. In the arena. */
str fold_name(arena *a, str s);
/* The same for the jurisdiction of an office, without a leading Kabupaten, Kab. or Provinsi. */
str fold_place(arena *a, str s);

flat flat_make(arena *a, str text);
/* The places in f->letters of the code points start..end of the text; empty when there are none. */
span flat_span(const flat *f, long long start, long long end);
/* The same for the nth (from 1) occurrence of piece; *missing says that there is no such occurrence. */
span flat_find(const flat *f, str piece, long long nth, bool *missing);
/* The same, for a piece whose case, spaces and marks may differ from the text's. Uses the arena. */
span flat_find_like(arena *a, const flat *f, str piece, long long nth, bool *missing);

#endif
