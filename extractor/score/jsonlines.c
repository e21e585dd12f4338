/* SPDX-License-Identifier: MIT */
#include "score/jsonlines.h"

#include "base/file.h"
#include "base/limits.h"

static int add_object(jsonlist *list, str s, const char *path, size_t line, error *e) {
    json_error_t why;
    json_t *object = json_loadb(s.n ? s.p : "", s.n, JSON_ALLOW_NUL, &why);
    if (!object)
        return error_set(e, ERROR_INPUT, "%s:%zu:%d: %s", path, line + (size_t)why.line - 1, why.column, why.text);
    if (!json_is_object(object)) {
        json_decref(object);
        return error_set(e, ERROR_INPUT, "%s:%zu: not a JSON object", path, line);
    }
    *vec_add(&list->home, list) = object;
    return ERROR_NONE;
}

int jsonlist_read(jsonlist *list, const char *path, error *e) {
    arena home = { 0 };
    str rest;
    int status = file_read(&rest, &home, path, 8 * (size_t)LIMIT_OUTPUT, ERROR_INPUT, e);
    for (size_t line = 1; status == ERROR_NONE && rest.n; line++) {
        str s = str_trim(str_split(&rest, '\n'));
        if (s.n) status = add_object(list, s, path, line, e);
    }
    arena_free(&home);
    return status;
}

int jsonlist_read_one(jsonlist *list, const char *path, error *e) {
    arena home = { 0 };
    str whole;
    int status = file_read(&whole, &home, path, LIMIT_LINE, ERROR_INPUT, e);
    if (status == ERROR_NONE) status = add_object(list, whole, path, 1, e);
    arena_free(&home);
    return status;
}

void jsonlist_free(jsonlist *list) {
    for (size_t i = 0; i < list->n; i++) json_decref(list->items[i]);
    arena_free(&list->home);
    *list = (jsonlist){ 0 };
}

str json_text(const json_t *object, const char *key) {
    const json_t *v = json_object_get(object, key);
    return json_is_string(v) ? (str){ json_string_value(v), json_string_length(v) } : STR_NONE;
}

long long json_number(const json_t *object, const char *key, long long otherwise) {
    const json_t *v = json_object_get(object, key);
    return json_is_integer(v) ? (long long)json_integer_value(v) : otherwise;
}
