/* SPDX-License-Identifier: MIT */
#include "fetch/feedxml.h"

#include <nettle/base64.h>

#include "base/address.h"
#include "base/limits.h"
#include "fetch/feeddate.h"
#include "fetch/plainline.h"
#include "fetch/weblink.h"
#include "fetch/xmlwalk.h"
#include "text/utf8.h"

/* How good a link, a title or a date is: the least counts. */
enum { RANK_NONE = 100, RANK_PAGE = 0, RANK_FORMAT = 2, RANK_MEDIA = 3, RANK_ID = 5 };

typedef struct {
    arena *home;
    str base;
    int zone;
    bool atom; /* the items are Atom's entries */
} feed_reading;

/* The item that is being read, and how good is what was found. */
typedef struct {
    found f;
    int link, title, date;
} feed_item;

/* Dates of first publication come before those of changes. */
static const struct { const char *name; int rank; } DATES[] = {
    { "pubDate", 1 }, { "published", 1 }, { "issued", 1 },   { "publicationDate", 1 }, { "date", 2 },
    { "created", 3 }, { "updated", 4 },   { "modified", 4 }, { "lastmod", 5 },
};

bool feedxml_begins(const char *root) {
    static const char *const ROOTS[] = { "rss", "rdf", "feed", "channel" };
    for (size_t i = 0; i < sizeof ROOTS / sizeof *ROOTS; i++)
        if (strcmp(root, ROOTS[i]) == 0) return true;
    return false;
}

/* ---- links */

/* A link without what was escaped twice. */
static str link_text(arena *a, str s) {
    if (str_find(s, STR("&amp;"), 0) == SIZE_MAX) return s;
    char *to = arena_raw(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        to[n++] = s.p[i];
        if (str_starts(str_cut(s, i, s.n), STR("&amp;"))) i += 4;
    }
    return (str){ to, n };
}

/* Takes the address for the item's when it leads somewhere and is as good as what there is (better, when the first counts). */
static void offer_link(feed_item *item, const feed_reading *r, const xmlNode *n, str address, int rank, bool first) {
    if (address.n == 0 || (first ? rank >= item->link : rank > item->link)) return;
    str base = address_is_web(address) ? r->base : xml_base(r->home, n);
    str url = weblink_resolve(r->home, base.n ? base : r->base, link_text(r->home, address));
    if (!url.p) return;
    item->f.url = url;
    item->link = rank;
}

/* Whether a relation is to the page: alternate, by its name or its address, or none. */
static bool is_alternate(str rel) { return rel.n == 0 || str_eq_fold(rel, STR("alternate")) || str_ends(rel, STR("/alternate")); }

/* Of several pages a readable one is better than the same as data, and that better than sound or pictures. */
static int rank_of_type(str type) {
    if (type.n == 0 || str_eq_fold(type, STR("text/html")) || str_eq_fold(type, STR("application/xhtml+xml"))) return RANK_PAGE;
    return str_starts(type, STR("text/")) || str_starts(type, STR("application/")) ? RANK_FORMAT : RANK_MEDIA;
}

static void read_link(feed_item *item, const feed_reading *r, const xmlNode *n, xml_space space) {
    str href = xml_attribute(r->home, n, "href"), address = href.n ? href : xml_text(r->home, n);
    str rel = xml_attribute(r->home, n, "rel");
    if (!is_alternate(rel)) return;
    bool own = r->atom || space != SPACE_ATOM; /* an Atom link within RSS is less than RSS's own */
    offer_link(item, r, n, address, rank_of_type(xml_attribute(r->home, n, "type")) + (own ? 0 : 1), r->atom || !own);
}

/* A guid is an address unless it says that it is none. */
static void read_guid(feed_item *item, const feed_reading *r, const xmlNode *n) {
    str permanent = xml_attribute(r->home, n, "isPermaLink"), s = xml_text(r->home, n);
    if (str_eq_fold(permanent, STR("false")) || !address_is_web(s)) return;
    offer_link(item, r, n, s, RANK_ID, true);
}

/* ---- titles */

/* s undone of base64; s itself when it is something else. */
static str from_base64(arena *a, str s) {
    struct base64_decode_ctx c;
    base64_decode_init(&c);
    char *to = arena_raw(a, BASE64_DECODE_LENGTH(s.n) + 1);
    size_t n = 0;
    bool good = s.n > 0 && base64_decode_update(&c, &n, (uint8_t *)to, s.n, s.p) && base64_decode_final(&c);
    return good && utf8_check((str){ to, n }) == n ? (str){ to, n } : s;
}

/* Types of text; the content of others is base64. */
static bool is_text_type(str type) {
    return type.n == 0 || !memchr(type.p, '/', type.n) || str_starts(type, STR("text/")) || str_ends(type, STR("xml")) || str_ends(type, STR("html"));
}

/* s without a CDATA section's marks that were escaped, so that they are text. */
static str without_marks(str s) {
    if (!str_starts(s, STR("<![CDATA["))) return s;
    s = str_cut(s, 9, s.n);
    return str_ends(s, STR("]]>")) ? str_cut(s, 0, s.n - 3) : s;
}

static void read_title(feed_item *item, const feed_reading *r, const xmlNode *n, int rank) {
    if (rank > item->title) return;
    str s = without_marks(xml_text(r->home, n));
    bool packed = str_eq_fold(xml_attribute(r->home, n, "mode"), STR("base64")) || !is_text_type(xml_attribute(r->home, n, "type"));
    str line = plain_line(r->home, packed ? from_base64(r->home, s) : s);
    if (!line.p) return;
    item->f.title = line;
    item->title = rank;
}

/* ---- items */

static void read_date(feed_item *item, const feed_reading *r, const xmlNode *n) {
    for (size_t i = 0; i < sizeof DATES / sizeof *DATES; i++) {
        if (!xml_is(n, DATES[i].name)) continue;
        if (DATES[i].rank > item->date) return;
        str date = feed_date(r->home, xml_text(r->home, n), r->zone);
        if (!date.p) return;
        item->f.published = date;
        item->date = DATES[i].rank;
        return;
    }
}

static void read_child(feed_item *item, const feed_reading *r, const xmlNode *n) {
    xml_space space = xml_space_of(n);
    if (space == SPACE_OTHER) return;
    if (xml_is(n, "title")) read_title(item, r, n, space == SPACE_DC ? 2 : space == SPACE_ATOM && !r->atom ? 1 : 0);
    else if (xml_is(n, "link") && space != SPACE_DC) read_link(item, r, n, space);
    else if (xml_is(n, "guid")) read_guid(item, r, n);
    else read_date(item, r, n);
}

static void read_item(found_list *out, const feed_reading *r, const xmlNode *n) {
    feed_item item = { .link = RANK_NONE, .title = RANK_NONE, .date = RANK_NONE };
    for (const xmlNode *c = n->children; c; c = c->next)
        if (c->type == XML_ELEMENT_NODE) read_child(&item, r, c);
    *vec_add(r->home, out) = item.f;
}

/* The address of the feed's next page, where a link outside of items names it. */
static str next_page(const feed_reading *r, const xmlNode *n) {
    if (!str_eq_fold(xml_attribute(r->home, n, "rel"), STR("next"))) return STR_NONE;
    str base = xml_base(r->home, n);
    return weblink_resolve(r->home, base.n ? base : r->base, xml_attribute(r->home, n, "href"));
}

int feedxml_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e) {
    static const char *const NAMES[] = { "item", "entry", "link", NULL };
    xml_walk w;
    size_t first = out->n;
    str next = STR_NONE;
    int status = xml_walk_open(&w, a, bytes, charset, base, e);
    if (status != 0) goto done;
    feed_reading r = { a, base, zone, false };
    const xmlNode *n;
    while (strcmp(w.root, "html") != 0 && out->n < LIMIT_FOUND && (n = xml_walk_next(&w, NAMES))) {
        r.atom = xml_is(n, "entry");
        if (!xml_is(n, "link")) read_item(out, &r, n);
        else if (!next.p) next = next_page(&r, n);
    }
    if (next.p) *vec_add(a, out) = (found){ .url = next, .more = true };
    if (out->n == first && !feedxml_begins(w.root)) status = error_set(e, ERROR_INPUT, "%.*s: no feed, but <%s>", STR_ARG(base), w.root);
done:
    xml_walk_close(&w);
    return status;
}
