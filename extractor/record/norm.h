/* SPDX-License-Identifier: MIT */
/* The norm that a marker (mengajak, harus, Jaga …) stands in: its words, its force, whom it binds. */
#ifndef PETIK_RECORD_NORM_H
#define PETIK_RECORD_NORM_H

#include "record/extraction.h"

typedef struct {
    span text; /* empty: the marker makes no point here */
    span to;   /* whom it is said to; may be empty */
    str force;
} norm;

/* Reads the norm of the i-th marker (of kind point). */
norm norm_read(extraction *x, const match_list *marks, size_t i);
/* The force of a modal that forbids and that s begins with; STR_NONE: it begins with none. */
str norm_forbids(const extraction *x, span s);
/* The topic of rules/lists/topics.txt with most words in the text, or STR_NONE. */
str norm_topic(const extraction *x, span text);
/* Whether a paragraph announces a list of points, and of what force; STR_NONE: it does not. */
str norm_list_force(const extraction *x, span intro);

#endif
