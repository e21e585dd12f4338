/* SPDX-License-Identifier: MIT */
/* Where the name of a body ends and its holder's begins: "Kepala Puskesmas Margadana Wahidin". No letter marks that
 * border, so every place where it may lie gets marks for what the lists and the rest of the article say for it. */
#ifndef PETIK_RECORD_BORDER_H
#define PETIK_RECORD_BORDER_H

#include "record/extraction.h"

typedef struct {
    span body, name; /* without ranks, honorifics and degrees; body empty: the run begins with the name */
} border;

/* Whether the border that a rule drew needs no second look: the body ends with a word of a place or of bodies, the name
 * begins with one that names consist of, and no capitalised word follows. */
bool border_plain(const extraction *x, span body, span name);
/* A run with the capitalised words and the brackets that follow it within the sentence; parts: also behind commas and
 * "dan". */
span border_run(const extraction *x, span run, bool parts);
/* Whether a name looks like the end of what the run names, a body or place: such words in it, and none that names
 * consist of. */
bool border_doubtful(const extraction *x, span run, span name);
/* Divides a run of capitalised words. usual: where a rule saw the name begin, which is believed when not much speaks
 * against it; 0 for none. Returns false when no place is likely enough. */
bool border_find(const extraction *x, span run, size_t usual, border *out);

#endif
