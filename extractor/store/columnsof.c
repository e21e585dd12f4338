/* SPDX-License-Identifier: MIT */
/* SQLite itself says what a view shows: asked in a database in memory that has the tables and no rows. */
#include "store/columnsof.h"

#include "store/open.h"

static const schema_table *find_table(const char *name) {
    for (table_id t = 0; name && t < TABLE_COUNT; t++)
        if (strcmp(schema_get(t)->name, name) == 0) return schema_get(t);
    return NULL;
}

static const schema_column *find_column(const schema_table *t, const char *name) {
    for (size_t i = 0; t && name && i < t->column_count; i++)
        if (strcmp(t->columns[i].name, name) == 0) return &t->columns[i];
    return NULL;
}

int view_columns_read(view_columns *v, size_t i, error *e) {
    sqlite3 *db;
    *v = (view_columns){ .view = schema_view_get(i) };
    int status = store_open(&db, ":memory:", STORE_WRITE, e);
    if (status < 0) return status;
    sqlite3_stmt *s = store_query(db, v->view->query, e);
    if (s) {
        v->count = (size_t)sqlite3_column_count(s);
        v->columns = arena_alloc(&v->home, v->count * sizeof *v->columns);
    }
    for (int k = 0; k < (int)v->count; k++) {
        view_column *c = &v->columns[k];
        c->name = arena_copy(&v->home, str_of(sqlite3_column_name(s, k))).p;
        c->table = find_table(sqlite3_column_table_name(s, k));
        c->from = find_column(c->table, sqlite3_column_origin_name(s, k));
    }
    if (!s) status = e->code;
    sqlite3_finalize(s);
    sqlite3_close(db);
    return status;
}

void view_columns_free(view_columns *v) { arena_free(&v->home); }
