/* SPDX-License-Identifier: MIT */
/* The article records, out of the tables again. */
#include <stdlib.h>

#include "store/json.h"
#include "store/open.h"
#include "store/shape.h"
#include "store/writer.h"

typedef struct {
    sqlite3_stmt *articles;
    sqlite3_stmt **lists; /* by the node of shape.h; NULL for nodes that are no lists */
    sqlite3 *db;
    sqlite3_int64 article;
} lines;

/* An object that is being written: of which row, and which of its columns is next. */
typedef struct {
    lines *l;
    buf *out;
    error *e;
    sqlite3_stmt *row;
    int column;
} object;

/* The columns of the keys from node first to last, but for those of lists within. */
static void add_columns(buf *sql, size_t first, size_t last) {
    for (size_t i = first; i < last; i++) {
        const shape_node *n = shape_get(i);
        if (n->kind == SHAPE_LIST) i = shape_end(i) - 1;
        if (n->kind == SHAPE_VALUE) buf_format(sql, ", \"%s\".\"%s\"", schema_get(n->table)->name, n->column);
    }
}

static sqlite3_stmt *query_list(const lines *l, size_t i, error *e) {
    buf sql = buf_make(SIZE_MAX);
    const shape_node *n = shape_get(i);
    buf_add(&sql, STR("SELECT \"number\""));
    add_columns(&sql, i + 1, shape_end(i));
    buf_format(&sql, " FROM \"%s\" WHERE \"article\" = ?1%s%s ORDER BY \"number\"", schema_get(n->table)->name, n->where ? " AND " : "",
               n->where ? n->where : "");
    buf_add_char(&sql, '\0');
    sqlite3_stmt *s = store_query(l->db, sql.p, e);
    buf_free(&sql);
    return s;
}

static sqlite3_stmt *query_articles(const lines *l, bool every_version, error *e) {
    buf sql = buf_make(SIZE_MAX);
    buf_add(&sql, STR("SELECT \"articles\".\"id\""));
    add_columns(&sql, 0, shape_count());
    buf_format(&sql, " FROM \"articles\" JOIN \"rulesets\" ON \"rulesets\".\"id\" = \"articles\".\"ruleset\"%s ORDER BY \"articles\".\"id\"",
               every_version ? "" : " WHERE \"articles\".\"replaced_by\" IS NULL");
    buf_add_char(&sql, '\0');
    sqlite3_stmt *s = store_query(l->db, sql.p, e);
    buf_free(&sql);
    return s;
}

static void lines_close(void *state) {
    lines *l = state;
    sqlite3_finalize(l->articles);
    for (size_t i = 0; i < shape_count(); i++) sqlite3_finalize(l->lists[i]);
    free(l->lists);
    free(l);
}

static int lines_open(void **out, const writing *w, error *e) {
    lines *l = calloc(1, sizeof *l);
    sqlite3_stmt **lists = calloc(shape_count(), sizeof *lists);
    *out = NULL;
    if (!l || !lists) {
        free(l);
        free(lists);
        return error_set(e, ERROR_LIMIT, "out of memory");
    }
    *l = (lines){ .db = w->db, .lists = lists };
    bool good = (l->articles = query_articles(l, w->every_version, e)) != NULL;
    for (size_t i = 0; i < shape_count() && good; i++)
        if (shape_get(i)->kind == SHAPE_LIST) good = (lists[i] = query_list(l, i, e)) != NULL;
    if (!good) lines_close(l);
    else *out = l;
    return good ? 0 : e->code;
}

static void write_value(object *o, const shape_node *n) {
    int column = o->column++;
    str value = store_text(o->row, column);
    /* Numbers, and lists, are kept as JSON writes them. */
    bool plain = value.p && (shape_column(n)->type == COLUMN_INTEGER || shape_column(n)->format == FORMAT_LIST);
    if (plain) buf_add(o->out, value);
    else json_quote(o->out, value);
}

static int write_keys(object *o, size_t first, size_t last);

static int write_list(const object *parent, size_t i) {
    object o = { .l = parent->l, .out = parent->out, .e = parent->e, .row = parent->l->lists[i] };
    int code, status = 0;
    sqlite3_bind_int64(o.row, 1, o.l->article);
    if (shape_get(i)->where) sqlite3_bind_int64(o.row, 2, sqlite3_column_int64(parent->row, 0));
    buf_add_char(o.out, '[');
    for (bool first = true; (code = sqlite3_step(o.row)) == SQLITE_ROW && status == 0; first = false) {
        o.column = 1;
        buf_add(o.out, first ? STR("{") : STR(", {"));
        status = write_keys(&o, i + 1, shape_end(i));
        buf_add_char(o.out, '}');
    }
    buf_add_char(o.out, ']');
    if (status == 0 && code != SQLITE_DONE) status = store_error(o.l->db, o.e);
    sqlite3_reset(o.row);
    return status;
}

/* An object, or null in the place of one that may be missing. */
static int write_object(object *o, size_t i) {
    int status = 0;
    if (shape_get(i)->kind == SHAPE_MAYBE && sqlite3_column_type(o->row, o->column) == SQLITE_NULL) {
        o->column += (int)(shape_end(i) - i - 1);
        buf_add(o->out, STR("null"));
        return 0;
    }
    buf_add_char(o->out, '{');
    status = write_keys(o, i + 1, shape_end(i));
    buf_add_char(o->out, '}');
    return status;
}

static int write_keys(object *o, size_t first, size_t last) {
    int status = 0;
    for (size_t i = first; i < last && status == 0; i = shape_end(i)) {
        const shape_node *n = shape_get(i);
        buf_format(o->out, "%s\"%s\": ", i == first ? "" : ", ", n->key);
        if (n->kind == SHAPE_VALUE) write_value(o, n);
        else status = n->kind == SHAPE_LIST ? write_list(o, i) : write_object(o, i);
    }
    return status;
}

static int lines_next(void *state, buf *out, error *e) {
    lines *l = state;
    int code = sqlite3_step(l->articles);
    if (code == SQLITE_DONE) return 0;
    if (code != SQLITE_ROW) return store_error(l->db, e);
    l->article = sqlite3_column_int64(l->articles, 0);
    object o = { l, out, e, l->articles, 1 };
    buf_add_char(out, '{');
    int status = write_keys(&o, 0, shape_count());
    buf_add(out, STR("}\n"));
    return status < 0 ? status : 1;
}

const store_writer WRITE_LINES = { lines_open, lines_next, lines_close };
