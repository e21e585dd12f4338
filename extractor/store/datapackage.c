/* SPDX-License-Identifier: MIT */
/* A Frictionless data package (version 1) of the CSV files: a tabular resource a table. */
#include "store/describe.h"
#include "store/shape.h"

/* Where a value of the record is: keys with dots between them, [] behind those of lists: "officials[].mentions[].text". */
static void add_path(buf *out, size_t node) {
    size_t way[8], n = 0;
    for (size_t i = node + 1; i-- > 0;)
        if (i == node || shape_get(i)->depth < shape_get(way[n - 1])->depth) way[n++] = i;
    while (n-- > 0) {
        const shape_node *s = shape_get(way[n]);
        buf_format(out, "%s%s%s", s->key, s->kind == SHAPE_LIST ? "[]" : "", n ? "." : "");
    }
}

/* The places in the lines of petik extract that the column is taken from; NULL when it is in none. */
static json_t *places(const schema_table *t, const schema_column *c) {
    json_t *list = json_array();
    for (size_t i = 0; i < shape_count(); i++) {
        const shape_node *s = shape_get(i);
        if (s->kind != SHAPE_VALUE || schema_get(s->table) != t || shape_column(s) != c) continue;
        buf path = buf_make(256);
        add_path(&path, i);
        json_array_append_new(list, json_stringn(path.p, path.n));
        buf_free(&path);
    }
    if (json_array_size(list)) return list;
    json_decref(list);
    return NULL;
}

/* CSV cannot tell an empty text from null to most readers, so only what is never empty is called required. */
static bool never_empty(const schema_table *t, const schema_column *c) {
    if (!c->required) return false;
    if (c->type == COLUMN_INTEGER || c->values) return true;
    str keys = str_of(t->key);
    while (keys.p)
        if (str_eq(str_split(&keys, ','), str_of(c->name))) return true;
    return false;
}

static json_t *field(const schema_table *t, const schema_column *c) {
    const char *pattern = describe_pattern(c->format);
    json_t *constraints = json_object();
    const char *type = c->type == COLUMN_INTEGER ? "integer" : c->format == FORMAT_LIST ? "array" : "string";
    json_t *f = json_pack("{ssssss}", "name", c->name, "type", type, "description", c->means);
    if (c->format == FORMAT_ADDRESS) json_object_set_new(f, "format", json_string("uri"));
    if (never_empty(t, c)) json_object_set_new(constraints, "required", json_true());
    if (c->values) json_object_set_new(constraints, "enum", describe_values(c->values, false));
    if (pattern) json_object_set_new(constraints, "pattern", json_string(pattern));
    if (strcmp(t->key, c->name) == 0) json_object_set_new(constraints, "unique", json_true());
    if (json_object_size(constraints)) json_object_set(f, "constraints", constraints);
    json_decref(constraints);
    json_t *from = places(t, c);
    if (from) json_object_set_new(f, "petik:record", from);
    return f;
}

/* A table refers to itself by "". */
static json_t *foreign_keys(const schema_table *t) {
    json_t *list = json_array();
    for (size_t i = 0; i < t->column_count; i++) {
        const schema_column *c = &t->columns[i];
        if (!c->refers) continue;
        const char *to = strcmp(c->refers, t->name) == 0 ? "" : c->refers;
        json_array_append_new(list, json_pack("{sss{ssss}}", "fields", c->name, "reference", "resource", to, "fields", "id"));
    }
    return list;
}

static json_t *table_schema(const schema_table *t) {
    json_t *fields = json_array(), *keys = foreign_keys(t);
    for (size_t i = 0; i < t->column_count; i++) json_array_append_new(fields, field(t, &t->columns[i]));
    json_t *s = json_pack("{soso}", "fields", fields, "primaryKey", describe_names(t->key));
    if (json_array_size(keys)) json_object_set(s, "foreignKeys", keys);
    json_decref(keys);
    json_object_set_new(s, "missingValues", json_pack("[s]", ""));
    return s;
}

static json_t *resource(const schema_table *t) {
    char path[64];
    snprintf(path, sizeof path, "%s.csv", t->name);
    return json_pack("{sssssssssssssoso}", "name", t->name, "path", path, "profile", "tabular-data-resource", "description", t->means,
                     "format", "csv", "encoding", "utf-8", "dialect",
                     json_pack("{sssssssbsb}", "delimiter", ",", "lineTerminator", "\r\n", "quoteChar", "\"", "doubleQuote", 1, "header", 1),
                     "schema", table_schema(t));
}

int datapackage_write(buf *out, const char *database, error *e) {
    json_t *resources = json_array();
    (void)database;
    for (table_id t = 0; t < TABLE_COUNT; t++) json_array_append_new(resources, resource(schema_get(t)));
    return describe_json(out,
                         json_pack("{sssssssssiso}", "profile", "tabular-data-package", "name", "petik", "title",
                                   "Records of Indonesian regional news", "description",
                                   "what petik found in articles: dates, officials, institutions, statements, points, regulations and "
                                   "events, each with its place in the text and the rule that made it",
                                   "petik:schema", SCHEMA_VERSION, "resources", resources),
                         e);
}
