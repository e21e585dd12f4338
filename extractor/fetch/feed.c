/* SPDX-License-Identifier: MIT */
#include "fetch/feed.h"

#include "fetch/feedjson.h"
#include "fetch/feedxml.h"
#include "fetch/xmlmend.h"

/* The first bytes that say something. */
static str opening(str bytes) {
    if (str_starts(bytes, STR("\xef\xbb\xbf"))) bytes = str_cut(bytes, 3, bytes.n);
    while (bytes.n && ascii_space(bytes.p[0])) bytes = str_cut(bytes, 1, bytes.n);
    return bytes;
}

static bool is_json(str bytes) { return str_starts(opening(bytes), STR("{")); }

bool feed_is_one(str bytes) {
    enum { WITHIN = 4096 };
    char root[32];
    if (!is_json(bytes)) return feedxml_begins(xml_root(root, bytes));
    return str_find(str_cut(bytes, 0, bytes.n < WITHIN ? bytes.n : WITHIN), STR("jsonfeed.org"), 0) != SIZE_MAX;
}

int feed_items(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e) {
    return is_json(bytes) ? feedjson_read(out, a, bytes, charset, base, zone, e) : feedxml_read(out, a, bytes, charset, base, zone, e);
}

int feed_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e) {
    size_t first = out->n;
    int status = feed_items(out, a, bytes, charset, base, zone, e);
    size_t kept = first;
    for (size_t i = first; i < out->n; i++)
        if (out->items[i].url.p) out->items[kept++] = out->items[i];
    out->n = kept;
    return status;
}
