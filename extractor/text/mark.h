/* SPDX-License-Identifier: MIT */
/* Quotation marks in their many forms. */
#ifndef PETIK_TEXT_MARK_H
#define PETIK_TEXT_MARK_H

#include "base/str.h"

typedef enum { MARK_NONE, MARK_OPEN, MARK_CLOSE, MARK_EITHER } mark_kind;

typedef struct {
    mark_kind kind; /* what its form says, if anything */
    bool single;
    size_t size;    /* bytes */
} mark;

/* The quotation mark at byte i; kind MARK_NONE when there is none. Doubled marks ('' and ``) are one. */
mark mark_at(str text, size_t i);
/* Whether a mark at i of that size stands where a quotation begins, or where one ends. Both may hold. */
bool mark_may_open(str text, size_t i, size_t size);
bool mark_may_close(str text, size_t i, size_t size);

#endif
