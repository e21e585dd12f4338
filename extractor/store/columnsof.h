/* SPDX-License-Identifier: MIT */
/* The columns of a view, and the columns of tables that they show. */
#ifndef PETIK_STORE_COLUMNSOF_H
#define PETIK_STORE_COLUMNSOF_H

#include "base/arena.h"
#include "base/error.h"
#include "store/schema.h"

typedef struct {
    const char *name;
    const schema_table *table; /* whose column it shows, or NULL when it is worked out */
    const schema_column *from; /* that column */
} view_column;

typedef struct {
    const schema_view *view;
    view_column *columns; /* in the arena */
    size_t count;
    arena home;
} view_columns;

/* Reads those of the i-th view; start with {0}. ERROR_OUTPUT. Free with view_columns_free, also then. */
int view_columns_read(view_columns *v, size_t i, error *e);
void view_columns_free(view_columns *v);

#endif
