/* SPDX-License-Identifier: MIT */
#include "fetch/feedjson.h"

#include <jansson.h>

#include "base/limits.h"
#include "fetch/feeddate.h"
#include "fetch/plainline.h"
#include "fetch/weblink.h"
#include "page/charset.h"

/* A member that is a string; STR_NONE: it is none. Lent by the object. */
static str member(const json_t *object, const char *name) {
    const json_t *v = json_object_get(object, name);
    return json_is_string(v) ? (str){ json_string_value(v), json_string_length(v) } : STR_NONE;
}

/* The first of names that leads somewhere. */
static str link_of(arena *a, const json_t *item, str base) {
    static const char *const NAMES[] = { "url", "external_url", "id" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++) {
        str s = member(item, NAMES[i]);
        bool relative = i + 1 < sizeof NAMES / sizeof *NAMES; /* an id is no address unless it looks like one */
        str url = s.p ? weblink_resolve(a, relative ? base : STR(""), s) : STR_NONE;
        if (url.p) return url;
    }
    return STR_NONE;
}

static str date_of(arena *a, const json_t *item, int zone) {
    str published = feed_date(a, member(item, "date_published"), zone);
    return published.p ? published : feed_date(a, member(item, "date_modified"), zone);
}

static int read_items(found_list *out, arena *a, const json_t *root, str base, int zone, error *e) {
    const json_t *items = json_object_get(root, "items");
    if (!json_is_array(items)) return error_set(e, ERROR_INPUT, "%.*s: JSON, but no feed", STR_ARG(base));
    for (size_t i = 0; i < json_array_size(items) && out->n < LIMIT_FOUND; i++) {
        const json_t *item = json_array_get(items, i);
        if (!json_is_object(item)) continue;
        str title = member(item, "title");
        found f = { .url = link_of(a, item, base), .title = title.p ? plain_line(a, title) : STR_NONE, .published = date_of(a, item, zone) };
        *vec_add(a, out) = f;
    }
    str next = weblink_resolve(a, base, member(root, "next_url"));
    if (next.p) *vec_add(a, out) = (found){ .url = next, .more = true };
    return 0;
}

int feedjson_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e) {
    if (bytes.n > LIMIT_LINKED)
        return error_set(e, ERROR_LIMIT, "%.*s: longer than %d MB, too long for a JSON Feed", STR_ARG(base), LIMIT_LINKED / 1024 / 1024);
    json_error_t fault;
    str text = charset_convert(a, bytes, charset);
    json_t *root = json_loadb(text.p, text.n, JSON_DISABLE_EOF_CHECK | JSON_ALLOW_NUL, &fault);
    if (!root) return error_set(e, ERROR_INPUT, "%.*s: JSON, line %d: %s", STR_ARG(base), fault.line, fault.text);
    int status = read_items(out, a, root, base, zone, e);
    json_decref(root);
    return status;
}
