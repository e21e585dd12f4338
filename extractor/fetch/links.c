/* SPDX-License-Identifier: MIT */
#include "fetch/links.h"

#include <libxml/HTMLparser.h>
#include <libxml/parserInternals.h>

#include "base/buf.h"
#include "base/limits.h"
#include "base/table.h"
#include "fetch/plainline.h"
#include "fetch/weblink.h"
#include "page/charset.h"
#include "page/strip.h"

/* The walk over a page. */
typedef struct {
    htmlParserCtxt *parser;
    arena *home;
    found_list *out;
    str base;
    bool based;   /* by a base element; of several the first counts */
    bool feeds;   /* link elements are wanted, not a elements */
    table seen;   /* address -> place in out */
    size_t link;  /* that is open, in out; SIZE_MAX: none */
    buf text;     /* of it */
} page_walk;

static str attribute(const xmlChar **attributes, const char *name) {
    for (size_t i = 0; attributes && attributes[i]; i += 2)
        if (strcmp((const char *)attributes[i], name) == 0) return str_trim(str_of((const char *)attributes[i + 1]));
    return STR_NONE;
}

static bool has_word(str list, str word) {
    while (list.p) {
        if (str_eq_fold(str_trim(str_split(&list, ' ')), word)) return true;
    }
    return false;
}

/* The place of an address in out; SIZE_MAX: it leads nowhere, or there are too many. */
static size_t place_of(page_walk *w, str href) {
    str url = href.n ? weblink_resolve(w->home, w->base, href) : STR_NONE;
    if (!url.p) return SIZE_MAX;
    uint32_t at = table_get(&w->seen, url);
    if (at != TABLE_NONE) return at;
    if (w->out->n >= LIMIT_FOUND) return SIZE_MAX;
    table_put(&w->seen, url, (uint32_t)w->out->n);
    *vec_add(w->home, w->out) = (found){ .url = url };
    return w->out->n - 1;
}

static void keep_title(page_walk *w, size_t at, str text) {
    str title = plain_spaces(w->home, text), *old = &w->out->items[at].title;
    if (title.n > old->n) *old = title;
}

static void close_link(page_walk *w) {
    if (w->link == SIZE_MAX) return;
    keep_title(w, w->link, buf_str(&w->text));
    w->link = SIZE_MAX;
}

static bool is_feed_type(str type) {
    static const char *const TYPES[] = { "application/rss+xml", "application/atom+xml", "application/rdf+xml", "application/feed+json",
                                         "application/xml", "text/xml" };
    const char *parameter = type.n ? memchr(type.p, ';', type.n) : NULL;
    if (parameter) type = str_trim(str_cut(type, 0, (size_t)(parameter - type.p)));
    for (size_t i = 0; i < sizeof TYPES / sizeof *TYPES; i++)
        if (str_eq_fold(type, str_of(TYPES[i]))) return true;
    return false;
}

static void read_feed(page_walk *w, const xmlChar **attributes) {
    str rel = attribute(attributes, "rel");
    if (!has_word(rel, STR("feed")) && !(has_word(rel, STR("alternate")) && is_feed_type(attribute(attributes, "type")))) return;
    size_t at = place_of(w, attribute(attributes, "href"));
    if (at != SIZE_MAX) keep_title(w, at, attribute(attributes, "title"));
}

/* Elements that do not part the words that they stand between. */
static bool is_within_words(const char *name) {
    static const char *const NAMES[] = { "b", "i", "em", "strong", "mark", "u", "font", "small", "wbr" };
    for (size_t i = 0; i < sizeof NAMES / sizeof *NAMES; i++)
        if (strcmp(name, NAMES[i]) == 0) return true;
    return false;
}

static void part_words(page_walk *w, const char *name) {
    if (w->link != SIZE_MAX && !is_within_words(name)) buf_add_char(&w->text, ' ');
}

static void end_element(void *walk, const xmlChar *name) {
    page_walk *w = walk;
    if (strcmp((const char *)name, "a") == 0) close_link(w);
    else part_words(w, (const char *)name);
}

/* What would nest too deeply takes the place of the element that it is in. */
static void limit_nesting(page_walk *w) {
    htmlParserCtxt *c = w->parser;
    if (c->nameNr <= LIMIT_NESTING) return;
    end_element(w, c->nameTab[c->nameNr - 2]);
    c->nameTab[c->nameNr - 2] = c->nameTab[c->nameNr - 1];
    c->nameNr--;
}

static void start_element(void *walk, const xmlChar *name, const xmlChar **attributes) {
    page_walk *w = walk;
    limit_nesting(w);
    if (strcmp((const char *)name, "a") == 0 && !w->feeds) {
        close_link(w);
        w->link = place_of(w, attribute(attributes, "href"));
        buf_clear(&w->text);
    } else if (strcmp((const char *)name, "base") == 0 && !w->based) {
        str base = weblink_resolve(w->home, w->base, attribute(attributes, "href"));
        if (base.p) w->base = base, w->based = true;
    } else if (strcmp((const char *)name, "link") == 0 && w->feeds) {
        read_feed(w, attributes);
    } else {
        part_words(w, (const char *)name);
    }
}

static void characters(void *walk, const xmlChar *text, int n) {
    page_walk *w = walk;
    if (w->link != SIZE_MAX) buf_add(&w->text, (str){ (const char *)text, (size_t)n });
}

static int read_page(found_list *out, arena *a, str html, str charset, str base, bool feeds, error *e) {
    if (html.n > LIMIT_RESPONSE) return error_set(e, ERROR_INPUT, "%.*s: longer than %d MB", STR_ARG(base), LIMIT_RESPONSE / 1024 / 1024);
    str clean = strip_page(a, charset_convert(a, html, charset)).html;
    if (clean.n == 0) return 0;
    htmlParserCtxt *c = htmlCreateMemoryParserCtxt(clean.p, (int)clean.n);
    if (!c) return error_set(e, ERROR_INPUT, "%.*s: the page cannot be parsed", STR_ARG(base));
    page_walk w = { .parser = c, .home = a, .out = out, .base = base, .feeds = feeds, .seen = table_make(a, 64), .link = SIZE_MAX,
                    .text = buf_make(4 * LIMIT_TITLE) };
    htmlCtxtUseOptions(c, HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER);
    xmlCharEncodingHandler *utf8 = xmlFindCharEncodingHandler("UTF-8");
    if (utf8) xmlSwitchToEncoding(c, utf8);
    *c->sax = (xmlSAXHandler){ .startElement = start_element, .endElement = end_element, .characters = characters,
                               .ignorableWhitespace = characters, .cdataBlock = characters };
    c->userData = &w;
    c->options |= XML_PARSE_HUGE; /* else the parser stops at 256 elements within one another */
    htmlParseDocument(c);
    close_link(&w);
    if (c->myDoc) xmlFreeDoc(c->myDoc);
    c->myDoc = NULL;
    htmlFreeParserCtxt(c);
    buf_free(&w.text);
    return 0;
}

int links_read(found_list *out, arena *a, str html, str charset, str base, error *e) {
    return read_page(out, a, html, charset, base, false, e);
}

int links_feeds(found_list *out, arena *a, str html, str charset, str base, error *e) {
    return read_page(out, a, html, charset, base, true, e);
}
