/* SPDX-License-Identifier: MIT */
/* JSON Schema (draft 2020-12) of the article record: the keys of shape.c, with what the columns behind them are. Strict: all keys have
 * to be there and no others, so that a file that another version wrote is not taken for this one's. */
#include "store/describe.h"
#include "store/shape.h"

/* "string", or ["string", "null"]. */
static json_t *type_of(const char *name, bool nullable) {
    return nullable ? json_pack("[ss]", name, "null") : json_string(name);
}

static json_t *value_schema(const shape_node *n, bool nullable) {
    const schema_column *c = shape_column(n);
    json_t *s = json_object();
    if (c->values) {
        json_object_set_new(s, "enum", describe_values(c->values, nullable));
    } else if (c->format == FORMAT_LIST) {
        json_object_set_new(s, "type", json_string("array"));
        json_object_set_new(s, "items", json_pack("{ss}", "type", "string"));
    } else if (c->type == COLUMN_INTEGER) {
        json_object_set_new(s, "type", type_of("integer", nullable));
        json_object_set_new(s, "minimum", json_integer(0));
    } else {
        const char *pattern = strcmp(n->column, "digest") == 0 ? "^sha256:[0-9a-f]{64}$" : describe_pattern(c->format);
        json_object_set_new(s, "type", type_of("string", nullable));
        if (pattern) json_object_set_new(s, "pattern", json_string(pattern));
    }
    json_object_set_new(s, "description", json_string(c->means));
    return s;
}

/* maybe: within an object that is null when there is nothing to say; then its keys are not. */
static json_t *keys_schema(size_t first, size_t last, bool maybe) {
    json_t *properties = json_object(), *required = json_array();
    for (size_t i = first; i < last; i = shape_end(i)) {
        const shape_node *n = shape_get(i);
        json_t *s = NULL;
        if (n->kind == SHAPE_VALUE) {
            s = value_schema(n, !maybe && !shape_column(n)->required);
        } else {
            bool list = n->kind == SHAPE_LIST;
            json_t *object = keys_schema(i + 1, shape_end(i), n->kind == SHAPE_MAYBE);
            if (n->kind == SHAPE_MAYBE) json_object_set_new(object, "type", type_of("object", true));
            s = list ? json_pack("{ssso}", "type", "array", "items", object) : object;
            json_object_set_new(s, "description", json_string(list ? schema_get(n->table)->means : n->means));
        }
        json_object_set_new(properties, n->key, s);
        json_array_append_new(required, json_string(n->key));
    }
    return json_pack("{sssososb}", "type", "object", "properties", properties, "required", required, "additionalProperties", 0);
}

int json_schema_write(buf *out, const char *database, error *e) {
    (void)database;
    json_t *s = json_pack("{ssssss}", "$schema", "https://json-schema.org/draft/2020-12/schema", "title", "petik article record",
                          "description", "one line that petik extract writes: what it found in one article; "
                          "text[start:end], in Unicode code points, is the text of each record");
    json_t *keys = keys_schema(0, shape_count(), false);
    json_object_update(s, keys);
    json_decref(keys);
    return describe_json(out, s, e);
}
