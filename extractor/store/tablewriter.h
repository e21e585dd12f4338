/* SPDX-License-Identifier: MIT */
/* Writing rows of one table: where the value of each column comes from, and the full-text index beside it. */
#ifndef PETIK_STORE_TABLEWRITER_H
#define PETIK_STORE_TABLEWRITER_H

#include "store/open.h"
#include "store/rows.h"

enum { MOST_COLUMNS = 32 };

/* Where the value of a column comes from. */
typedef enum { SUPPLY_CELL, SUPPLY_ID, SUPPLY_ARTICLE, SUPPLY_HOLDER, SUPPLY_OTHER } supply;

typedef struct {
    sqlite3_stmt *add, *add_search; /* add_search: NULL without a full-text index */
    size_t columns, search;         /* search: the column of the full-text index */
    supply supplies[MOST_COLUMNS];
    int64_t last;                   /* number of the last row */
} table_writer;

/* Free with table_writer_close, also after a failure. */
int table_writer_open(table_writer *w, sqlite3 *db, table_id t, error *e);
void table_writer_close(table_writer *w);
/* The cells of a row, by column, taken off *rows; those that are not packed are null. */
void table_writer_take(const table_writer *w, cell cells[MOST_COLUMNS], str *rows);
void table_writer_bind(sqlite3_stmt *s, int at, const cell *c);
/* Runs add, bound by the caller, and puts the cell that is searched into the index. */
int table_writer_add(table_writer *w, sqlite3 *db, const cell *cells, error *e);

#endif
