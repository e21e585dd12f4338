/* SPDX-License-Identifier: MIT */
/* The rows that an article's records make, in one block of bytes: packed by whoever extracted the article, taken out by whoever
 * writes them to the store, which knows the numbers of rows that the article does not. Cells stand in the order of the table's
 * columns whose origin is FROM_ARTICLE (schema.h). */
#ifndef PETIK_STORE_ROWS_H
#define PETIK_STORE_ROWS_H

#include "base/buf.h"
#include "store/schema.h"

void rows_begin(buf *b, table_id t);
void rows_text(buf *b, str s); /* STR_NONE: null */
void rows_number(buf *b, int64_t n);
void rows_null(buf *b);

typedef enum { CELL_NULL, CELL_NUMBER, CELL_TEXT } cell_type;
typedef struct {
    cell_type type;
    int64_t number;
    str text; /* lent by the block */
} cell;

/* The table of the next row, or TABLE_COUNT at the end; takes it off *block. */
table_id rows_next(str *block);
/* The next cell of the row, taken off *block. */
cell rows_cell(str *block);

#endif
