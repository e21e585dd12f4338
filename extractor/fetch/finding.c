/* SPDX-License-Identifier: MIT */
#include "fetch/finding.h"

#include "base/address.h"
#include "fetch/feed.h"
#include "fetch/links.h"
#include "fetch/sitemap.h"
#include "fetch/xmlmend.h"
#include "source/coding.h"

static bool is_page(str bytes) {
    char root[32];
    return coding_is_markup(bytes) || strcmp(xml_root(root, bytes), "html") == 0;
}

/* The first line that is not empty. */
static str first_line(str bytes) {
    if (str_starts(bytes, STR("\xef\xbb\xbf"))) bytes = str_cut(bytes, 3, bytes.n);
    bytes = str_trim(bytes);
    return str_trim(str_split(&bytes, '\n'));
}

static finding_kind kind_of(str bytes) {
    if (feed_is_one(bytes)) return FINDING_FEED;
    if (coding_is_gzip(bytes) || sitemap_is_one(bytes) || address_is_web(first_line(bytes))) return FINDING_SITEMAP;
    if (is_page(bytes)) return FINDING_PAGE;
    str line = first_line(bytes);
    return str_starts(line, STR("{")) || str_starts(line, STR("<?xml")) ? FINDING_FEED : FINDING_PAGE;
}

static int read_page(found_list *out, arena *a, str html, str charset, str base, error *e) {
    if (!memchr(html.p, '<', html.n)) return error_set(e, ERROR_INPUT, "%.*s: no feed, no sitemap and no page", STR_ARG(base));
    size_t first = out->n;
    int status = links_feeds(out, a, html, charset, base, e);
    for (size_t i = first; i < out->n; i++) out->items[i].more = true;
    return status ? status : links_read(out, a, html, charset, base, e);
}

int finding_read(finding_kind *kind, found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e) {
    *kind = kind_of(bytes);
    if (bytes.n == 0) return error_set(e, ERROR_INPUT, "%.*s: empty", STR_ARG(base));
    switch (*kind) {
    case FINDING_FEED: return feed_items(out, a, bytes, charset, base, zone, e);
    case FINDING_SITEMAP: return sitemap_read(out, a, bytes, charset, base, zone, e);
    default: return read_page(out, a, bytes, charset, base, e);
    }
}
