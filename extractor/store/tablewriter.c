/* SPDX-License-Identifier: MIT */
#include "store/tablewriter.h"

#include <assert.h>

static supply supply_of(const schema_column *c) {
    if (c->origin == FROM_ARTICLE) return SUPPLY_CELL;
    if (strcmp(c->name, "id") == 0) return SUPPLY_ID;
    if (strcmp(c->name, "article") == 0) return SUPPLY_ARTICLE;
    return strcmp(c->name, "holder") == 0 ? SUPPLY_HOLDER : SUPPLY_OTHER;
}

int table_writer_open(table_writer *w, sqlite3 *db, table_id t, error *e) {
    const schema_table *of = schema_get(t);
    buf b = buf_make(1 << 16);
    *w = (table_writer){ .columns = of->column_count };
    assert(w->columns <= MOST_COLUMNS);
    buf_format(&b, "INSERT INTO \"%s\" VALUES (?", of->name);
    for (size_t i = 1; i < w->columns; i++) buf_add(&b, STR(", ?"));
    buf_add(&b, STR(")\0"));
    for (size_t i = 0; i < w->columns; i++) w->supplies[i] = supply_of(&of->columns[i]);
    w->add = store_query(db, b.p, e);
    buf_clear(&b);
    if (w->add && strcmp(of->key, "id") == 0) {
        buf_format(&b, "SELECT max(id) FROM \"%s\"%c", of->name, '\0');
        w->last = store_number(db, b.p, 0, e);
        buf_clear(&b);
    }
    if (w->add && of->search) {
        w->search = schema_column_of(t, of->search);
        buf_format(&b, "INSERT INTO \"%s_fts\"(rowid, \"%s\") VALUES (?, ?)%c", of->name, of->search, '\0');
        w->add_search = store_query(db, b.p, e);
    }
    buf_free(&b);
    return e->code;
}

void table_writer_close(table_writer *w) {
    sqlite3_finalize(w->add);
    sqlite3_finalize(w->add_search);
}

void table_writer_take(const table_writer *w, cell cells[MOST_COLUMNS], str *rows) {
    for (size_t i = 0; i < w->columns; i++) cells[i] = w->supplies[i] == SUPPLY_CELL ? rows_cell(rows) : (cell){ .type = CELL_NULL };
}

void table_writer_bind(sqlite3_stmt *s, int at, const cell *c) {
    if (c->type == CELL_NUMBER) sqlite3_bind_int64(s, at, c->number);
    else if (c->type == CELL_TEXT) store_bind(s, at, c->text);
    else sqlite3_bind_null(s, at);
}

int table_writer_add(table_writer *w, sqlite3 *db, const cell *cells, error *e) {
    if (store_step(db, w->add, e) < 0) return e->code;
    if (!w->add_search) return 0;
    sqlite3_bind_int64(w->add_search, 1, w->last);
    table_writer_bind(w->add_search, 2, &cells[w->search]);
    return store_step(db, w->add_search, e);
}
