/* SPDX-License-Identifier: MIT */
#include "store/describe.h"

#include <stdlib.h>

int describe_json(buf *out, json_t *document, error *e) {
    char *text = document ? json_dumps(document, JSON_INDENT(2)) : NULL;
    json_decref(document);
    if (!text) return error_set(e, ERROR_OUTPUT, "out of memory");
    buf_add(out, str_of(text));
    buf_add_char(out, '\n');
    free(text);
    return 0;
}

static json_t *split(const char *text, char separator) {
    json_t *list = json_array();
    str rest = str_of(text);
    while (rest.p) {
        str one = str_split(&rest, separator);
        json_array_append_new(list, json_stringn(one.p, one.n));
    }
    return list;
}

json_t *describe_values(const char *values, bool nullable) {
    json_t *list = split(values, '|');
    if (nullable) json_array_append_new(list, json_null());
    return list;
}

json_t *describe_names(const char *names) { return split(names, ','); }

#define ZONE "(Z|[+-][0-9]{2}:?[0-9]{2})"
#define TIME "[0-9]{4}(-[0-9]{2}(-[0-9]{2}(T[0-9]{2}:[0-9]{2}(:[0-9]{2}([.][0-9]+)?)?" ZONE "?)?)?)?"

const char *describe_pattern(column_format format) { return format == FORMAT_DATE ? "^" TIME "(/" TIME ")?$" : NULL; }
