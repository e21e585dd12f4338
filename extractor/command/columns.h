/* SPDX-License-Identifier: MIT */
/* Text in aligned columns, as wide as their widest cell in code points; and when to colour. */
#ifndef PETIK_COMMAND_COLUMNS_H
#define PETIK_COMMAND_COLUMNS_H

#include <stdio.h>

#include "base/arena.h"

enum { COLUMNS_MOST = 8 };

typedef struct {
    str text;
    bool right; /* set against the right edge, for numbers */
} column_cell;

typedef struct {
    arena *home; /* of the cells' array; the texts are borrowed */
    size_t count; /* columns; at most COLUMNS_MOST */
    VEC(column_cell) cells; /* row by row */
} columns;

columns columns_make(arena *home, size_t count);
void columns_add(columns *c, str text);
void columns_add_number(columns *c, size_t n);
/* Prints the rows, each after indent spaces; the last column is not padded. style: ANSI codes for the first column
 * such as "1", or NULL for none. */
void columns_print(FILE *to, const columns *c, size_t indent, const char *style);

/* Code points in s. */
size_t point_count(str s);
/* s, or its first most - 1 code points and an ellipsis; in the arena when it was cut. */
str point_cut(arena *a, str s, size_t most);
/* Whether to colour what goes to a file: a terminal, and NO_COLOR is not set or empty. */
bool color_wanted(FILE *to);

#endif
