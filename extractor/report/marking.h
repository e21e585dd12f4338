/* SPDX-License-Identifier: MIT */
/* An article's text with its records marked in it. */
#ifndef PETIK_REPORT_MARKING_H
#define PETIK_REPORT_MARKING_H

#include "base/arena.h"
#include "report/words.h"

/* The first three are passages, which get a label and a background; the others are words, which become links. */
typedef enum { MARK_STATEMENT, MARK_POINT, MARK_EVENT, MARK_OFFICIAL, MARK_INSTITUTION, MARK_DATE, MARK_REGULATION, MARK_KINDS } mark_kind;

typedef struct {
    mark_kind kind;
    bool again;        /* not the record's first place */
    int64_t number;    /* of the record within its article and kind */
    size_t start, end; /* code points of the text */
} text_mark;

typedef VEC(text_mark) text_marks;

/* The letter of a kind in ids (d3 is the third date) and classes. */
char marking_letter(mark_kind k);
/* What a passage's label begins with, "P" of "P3"; "" of words. */
str marking_label(language in, mark_kind k);
/* Writes the text: each line a paragraph, the first a heading when headed. Where marks overlap the text is cut at their
 * borders, and each piece names all records that it is of. Marks beyond the text, or empty, are left out. Sorts the marks. */
void marking_write(buf *out, arena *a, str text, text_marks *marks, language in, bool headed);

#endif
