/* SPDX-License-Identifier: MIT */
#include "fetch/sitemap.h"

#include "base/address.h"
#include "base/limits.h"
#include "fetch/feed.h"
#include "fetch/feeddate.h"
#include "fetch/plainline.h"
#include "fetch/weblink.h"
#include "fetch/xmlmend.h"
#include "fetch/xmlwalk.h"
#include "page/charset.h"
#include "source/coding.h"

typedef struct {
    found_list *out;
    arena *home;
    str charset, base;
    int zone;
} listing;

bool sitemap_is_one(str bytes) {
    char root[32];
    xml_root(root, bytes);
    return strcmp(root, "urlset") == 0 || strcmp(root, "sitemapindex") == 0;
}

/* The first child of that name that is not an extension's: image:image has a loc as well. */
static const xmlNode *child(const xmlNode *n, const char *name) {
    for (const xmlNode *c = n->children; c; c = c->next)
        if (xml_is(c, name)) return c;
    return NULL;
}

static str date_in(const listing *l, const xmlNode *n, const char *name) {
    const xmlNode *c = n ? child(n, name) : NULL;
    return c ? feed_date(l->home, xml_text(l->home, c), l->zone) : STR_NONE;
}

static void read_entry(const listing *l, const xmlNode *n) {
    const xmlNode *loc = child(n, "loc"), *news = child(n, "news"), *title = news ? child(news, "title") : NULL;
    str url = loc ? weblink_resolve(l->home, l->base, xml_text(l->home, loc)) : STR_NONE;
    if (!url.p) return;
    found f = { .url = url, .published = date_in(l, news, "publication_date"), .more = xml_is(n, "sitemap") };
    if (!f.published.p) f.published = date_in(l, n, "lastmod");
    if (title) f.title = plain_line(l->home, xml_text(l->home, title));
    *vec_add(l->home, l->out) = f;
}

static int read_xml(const listing *l, str bytes, error *e) {
    static const char *const NAMES[] = { "url", "sitemap", NULL };
    xml_walk w;
    size_t first = l->out->n;
    int status = xml_walk_open(&w, l->home, bytes, l->charset, l->base, e);
    if (status != 0) goto done;
    const xmlNode *n;
    while (strcmp(w.root, "html") != 0 && l->out->n < LIMIT_FOUND && (n = xml_walk_next(&w, NAMES))) read_entry(l, n);
    if (l->out->n == first && strcmp(w.root, "urlset") != 0 && strcmp(w.root, "sitemapindex") != 0)
        status = error_set(e, ERROR_INPUT, "%.*s: no sitemap, but <%s>", STR_ARG(l->base), w.root);
done:
    xml_walk_close(&w);
    return status;
}

/* One address a line. */
static int read_lines(const listing *l, str bytes, error *e) {
    size_t first = l->out->n;
    bytes = charset_convert(l->home, bytes, l->charset);
    while (bytes.p && l->out->n < LIMIT_FOUND) {
        str line = str_trim(str_split(&bytes, '\n'));
        str url = address_is_web(line) ? weblink_resolve(l->home, l->base, line) : STR_NONE;
        if (url.p) *vec_add(l->home, l->out) = (found){ .url = url };
    }
    return l->out->n > first ? 0 : error_set(e, ERROR_INPUT, "%.*s: no sitemap", STR_ARG(l->base));
}

/* The first letter or mark of bytes in any encoding. */
static char opening(str bytes) {
    for (size_t i = 0; i < bytes.n; i++)
        if (!ascii_space(bytes.p[i]) && bytes.p[i] && !(i < 3 && bytes.p[i] & 0x80)) return bytes.p[i];
    return '\0';
}

static int read_plain(const listing *l, str bytes, error *e) {
    if (feed_is_one(bytes)) return feed_read(l->out, l->home, bytes, l->charset, l->base, l->zone, e);
    return opening(bytes) == '<' ? read_xml(l, bytes, e) : read_lines(l, bytes, e);
}

int sitemap_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e) {
    listing l = { out, a, charset, base, zone };
    if (!coding_is_gzip(bytes)) return read_plain(&l, bytes, e);
    buf plain = buf_make(LIMIT_INFLATED);
    const char *name = arena_copy(a, base).p;
    int status = coding_gunzip(&plain, bytes, name, e);
    /* Of a file that is cut short, what there is. */
    if (status != ERROR_LIMIT) {
        int read = read_plain(&l, buf_str(&plain), status ? NULL : e);
        status = status ? status : read;
    }
    buf_free(&plain);
    return status;
}
