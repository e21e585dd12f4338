/* SPDX-License-Identifier: MIT */
/* The article record as JSON: which key holds which column, in the order of the contract. The JSON Lines that leave the store and
 * the JSON Schema are made from it; petik extract writes the same (json.c), which a test compares byte by byte. */
#ifndef PETIK_STORE_SHAPE_H
#define PETIK_STORE_SHAPE_H

#include "store/schema.h"

typedef enum {
    SHAPE_VALUE,  /* a column: a number, a string, or null where the column may be null */
    SHAPE_OBJECT, /* always there */
    SHAPE_MAYBE,  /* an object, or null when the column of its first key is */
    SHAPE_LIST    /* one object a row of the table */
} shape_kind;

typedef struct {
    unsigned depth; /* nodes that follow and are deeper belong to this one */
    shape_kind kind;
    const char *key;
    table_id table;
    const char *column; /* SHAPE_VALUE */
    const char *where;  /* SHAPE_LIST within a list: the rows of the item whose number is ?2, in SQL */
    const char *means;  /* SHAPE_OBJECT and SHAPE_MAYBE; the others have their column's or table's */
} shape_node;

size_t shape_count(void);
const shape_node *shape_get(size_t i);
/* The node behind the last one that belongs to node i. */
size_t shape_end(size_t i);
/* The column of a SHAPE_VALUE. */
const schema_column *shape_column(const shape_node *n);

#endif
