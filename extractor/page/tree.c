/* SPDX-License-Identifier: MIT */
#include "page/tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parserInternals.h>

#include "base/limits.h"
#include "text/utf8.h"

/* Sorted, for the search. */
static const struct {
    const char *name;
    unsigned tag;
} TAGS[] = {
    { "a", TAG_LINK },
    { "address", TAG_BLOCK },
    { "amp-ad", TAG_UNREAD },
    { "amp-img", TAG_UNREAD | TAG_IMAGE },
    { "amp-sidebar", TAG_UNREAD },
    { "article", TAG_BLOCK },
    { "aside", TAG_BLOCK | TAG_AROUND },
    { "audio", TAG_UNREAD },
    { "blockquote", TAG_BLOCK | TAG_QUOTE },
    { "body", TAG_BLOCK },
    { "button", TAG_UNREAD },
    { "canvas", TAG_UNREAD },
    { "caption", TAG_BLOCK | TAG_CAPTION },
    { "center", TAG_BLOCK },
    { "dd", TAG_BLOCK | TAG_PARAGRAPH },
    { "details", TAG_BLOCK },
    { "dialog", TAG_BLOCK | TAG_AROUND },
    { "div", TAG_BLOCK },
    { "dl", TAG_BLOCK },
    { "dt", TAG_BLOCK | TAG_PARAGRAPH },
    { "fieldset", TAG_BLOCK },
    { "figcaption", TAG_BLOCK | TAG_CAPTION },
    { "figure", TAG_BLOCK | TAG_FIGURE },
    { "footer", TAG_BLOCK | TAG_AROUND },
    { "form", TAG_BLOCK },
    { "h1", TAG_BLOCK | TAG_HEADING },
    { "h2", TAG_BLOCK | TAG_HEADING },
    { "h3", TAG_BLOCK | TAG_HEADING },
    { "h4", TAG_BLOCK | TAG_HEADING },
    { "h5", TAG_BLOCK | TAG_HEADING },
    { "h6", TAG_BLOCK | TAG_HEADING },
    { "head", TAG_BLOCK | TAG_AROUND },
    { "header", TAG_BLOCK },
    { "hr", TAG_BLOCK },
    { "html", TAG_BLOCK },
    { "iframe", TAG_UNREAD },
    { "img", TAG_IMAGE },
    { "input", TAG_UNREAD },
    { "li", TAG_BLOCK | TAG_ITEM },
    { "main", TAG_BLOCK },
    { "menu", TAG_BLOCK | TAG_AROUND },
    { "nav", TAG_BLOCK | TAG_AROUND },
    { "noscript", TAG_UNREAD },
    { "object", TAG_UNREAD },
    { "ol", TAG_BLOCK },
    { "option", TAG_UNREAD },
    { "p", TAG_BLOCK | TAG_PARAGRAPH },
    { "picture", TAG_IMAGE },
    { "pre", TAG_BLOCK },
    { "script", TAG_UNREAD },
    { "section", TAG_BLOCK },
    { "select", TAG_UNREAD },
    { "style", TAG_UNREAD },
    { "summary", TAG_BLOCK | TAG_PARAGRAPH },
    { "svg", TAG_UNREAD },
    { "table", TAG_BLOCK },
    { "tbody", TAG_BLOCK },
    { "td", TAG_CELL },
    { "template", TAG_UNREAD },
    { "textarea", TAG_UNREAD },
    { "th", TAG_CELL },
    { "thead", TAG_BLOCK },
    { "title", TAG_BLOCK },
    { "tr", TAG_BLOCK | TAG_ROW },
    { "ul", TAG_BLOCK },
    { "video", TAG_UNREAD | TAG_IMAGE },
};

enum { KNOWN_NAMES = 256 };

/* The walk over the parsed page. */
typedef struct {
    page_tree *t;
    hint_reader hints;
    uint32_t now;          /* the element that the walk is in */
    uint32_t links, strong; /* how many elements of the kind it is in */
    page_unit open;        /* the unit that is being written; at.end == at.start: nothing yet */
    unsigned breaks;       /* br in a row */
    bool space;            /* a space is due before the next word */
    struct {               /* parsed names are shared strings: what each means, by its address */
        const void *name;
        unsigned tag;
    } known[KNOWN_NAMES];
} walk;

static unsigned search_tag(const char *name) {
    size_t from = 0, to = sizeof TAGS / sizeof *TAGS;
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = strcmp(name, TAGS[middle].name);
        if (order == 0) return TAGS[middle].tag;
        if (order < 0) to = middle;
        else from = middle + 1;
    }
    return 0;
}

static unsigned tag_of(walk *w, const xmlNode *n) {
    size_t at = ((uintptr_t)n->name >> 3) % KNOWN_NAMES;
    if (w->known[at].name != n->name) {
        w->known[at].tag = search_tag((const char *)n->name);
        w->known[at].name = n->name;
    }
    return w->known[at].tag;
}

bool tree_is(const page_element *el, const char *name) { return strcmp((const char *)el->node->name, name) == 0; }

/* ---- units */

static page_element *element_at(walk *w, uint32_t i) { return &w->t->elements.items[i]; }

static int item_number(walk *w, uint32_t item) {
    const page_element *list = element_at(w, element_at(w, item)->parent);
    if (!tree_is(list, "ol")) return 0;
    str start = tree_attribute(w->t, element_at(w, item)->parent, "start");
    long n = start.p ? str_number(start) : 1;
    if (n < 0 || n > 100000) n = 1;
    return (int)n + (int)element_at(w, item)->item - 1;
}

/* What the unit is: the bits of the blocks that it alone fills, as far as an item, a quotation or a caption. */
static void describe_unit(walk *w, page_unit *u) {
    uint32_t i = element_at(w, w->now)->block;
    u->element = i;
    for (int up = 0; up < 4; up++) {
        const page_element *el = element_at(w, i);
        u->tag |= el->tag;
        if (el->tag & TAG_HEADING && !u->level) u->level = el->level;
        if (el->tag & TAG_ITEM) {
            if (el->first == w->t->units.n) u->number = item_number(w, i);
            return;
        }
        if (el->parent == i || el->tag & (TAG_QUOTE | TAG_CAPTION | TAG_HEADING)) return;
        i = el->parent;
        if (!(element_at(w, i)->tag & (TAG_QUOTE | TAG_CAPTION | TAG_ITEM | TAG_CELL | TAG_FIGURE | TAG_HEADING))) return;
    }
}

static void close_unit(walk *w) {
    w->space = false;
    w->breaks = 0;
    if (w->open.at.end == w->open.at.start) return;
    describe_unit(w, &w->open);
    *vec_add(w->t->home, &w->t->units) = w->open;
    w->t->text[w->t->n++] = '\n';
    w->open = (page_unit){ .at = { w->t->n, w->t->n } };
}

/* The length of a mark at i that shows nothing: zero width space, joiners, marks of direction; 0: none. */
static size_t nothing(str s, size_t i) {
    if (s.p[i] == '\xef') return i + 2 < s.n && s.p[i + 1] == '\xbb' && s.p[i + 2] == '\xbf' ? 3 : 0;
    if (s.p[i] != '\xe2' || i + 2 >= s.n || s.p[i + 1] != '\x80') return 0;
    unsigned char c = (unsigned char)s.p[i + 2];
    return c >= 0x8b && c <= 0x8f ? 3 : 0;
}

/* The length of a space at i that is not ASCII: no-break, wide and thin ones, separators of lines; 0: none. */
static size_t odd_space(str s, size_t i) {
    if (s.p[i] == '\xc2') return i + 1 < s.n && s.p[i + 1] == '\xa0' ? 2 : 0;
    if (s.p[i] != '\xe2' || i + 2 >= s.n || s.p[i + 1] != '\x80') return 0;
    unsigned char c = (unsigned char)s.p[i + 2];
    return c == 0xa8 || c == 0xa9 || (c >= 0x80 && c <= 0x8a) ? 3 : 0;
}

static void add_word(walk *w, str word) {
    page_tree *t = w->t;
    size_t from = t->n;
    if (w->space && t->n > w->open.at.start) t->text[t->n++] = ' ';
    memcpy(t->text + t->n, word.p, word.n);
    t->n += word.n;
    w->open.at.end = t->n;
    if (w->links && w->open.links == 0) w->open.label = (uint32_t)(from - w->open.at.start);
    if (w->links) w->open.links += (uint32_t)(t->n - from);
    if (w->strong) w->open.strong += (uint32_t)(t->n - from);
    w->space = false;
}

static void add_words(walk *w, str s) {
    for (size_t i = 0; i < s.n;) {
        size_t space = ascii_space(s.p[i]) ? 1 : odd_space(s, i);
        if (space) {
            w->space = true;
            i += space;
            continue;
        }
        size_t mark = nothing(s, i), end = i + 1;
        if (mark) {
            i += mark;
            continue;
        }
        while (end < s.n && !ascii_space(s.p[end]) && !odd_space(s, end) && !nothing(s, end)) end++;
        add_word(w, str_cut(s, i, end));
        w->breaks = 0;
        i = end;
    }
}

/* Whether a line that was broken once ends a paragraph: it ends as a sentence does, and is no short piece. */
static bool ends_paragraph(walk *w) {
    str s = { w->t->text + w->open.at.start, w->open.at.end - w->open.at.start };
    static const char *const ENDS[] = { ".", "!", "?", "\"", "”", "’", ":", ";" };
    for (size_t k = 0; k < sizeof ENDS / sizeof *ENDS; k++)
        if (str_ends(s, str_of(ENDS[k]))) return true;
    return false;
}

static void break_line(walk *w) {
    w->space = true;
    if (++w->breaks >= 2 || ends_paragraph(w)) close_unit(w);
}

/* ---- elements */

static bool is_hidden(const xmlNode *n) {
    for (const xmlAttr *at = n->properties; at; at = at->next) {
        if (strcmp((const char *)at->name, "hidden") == 0) return true;
        if (strcmp((const char *)at->name, "aria-hidden") == 0 && at->children && at->children->content)
            return strcmp((const char *)at->children->content, "true") == 0;
    }
    return false;
}

static str attribute_text(const xmlAttr *at) {
    if (!at->children || at->children->next || !at->children->content) return STR_NONE;
    return str_of((const char *)at->children->content);
}

static unsigned read_hints(walk *w, const xmlNode *n) {
    unsigned hints = 0;
    for (const xmlAttr *at = n->properties; at; at = at->next) {
        const char *name = (const char *)at->name;
        if (strcmp(name, "class") == 0 || strcmp(name, "id") == 0) hints |= hint_read(&w->hints, attribute_text(at));
        else if (strcmp(name, "itemprop") == 0 && str_eq(attribute_text(at), STR("articleBody"))) hints |= HINT_BODY;
        else if (strcmp(name, "role") == 0 && (str_eq(attribute_text(at), STR("navigation")) || str_eq(attribute_text(at), STR("complementary"))))
            hints |= HINT_AROUND;
    }
    return hints;
}

static bool is_bold(const xmlNode *n) {
    return strcmp((const char *)n->name, "b") == 0 || strcmp((const char *)n->name, "strong") == 0;
}

/* The level of a heading: h1 to h6, or an element whose role says so. */
static int heading_level(const xmlNode *n, unsigned tag) {
    if (tag & TAG_HEADING) return n->name[1] - '0';
    if (!(tag & TAG_BLOCK) || !n->properties) return 0;
    str role = STR_NONE, level = STR("2");
    for (const xmlAttr *at = n->properties; at; at = at->next) {
        if (strcmp((const char *)at->name, "role") == 0) role = attribute_text(at);
        else if (strcmp((const char *)at->name, "aria-level") == 0) level = attribute_text(at);
    }
    return str_eq(role, STR("heading")) && level.n == 1 && level.p[0] >= '1' && level.p[0] <= '6' ? level.p[0] - '0' : 0;
}

/* The number of a footnote: raised, and a link. */
static bool is_footnote(const xmlNode *n) {
    if (strcmp((const char *)n->name, "sup") != 0) return false;
    for (const xmlNode *c = n->children; c; c = c->next)
        if (c->type == XML_ELEMENT_NODE && strcmp((const char *)c->name, "a") == 0) return true;
    return false;
}

static void enter_element(walk *w, const xmlNode *n) {
    unsigned tag = is_footnote(n) ? TAG_UNREAD : tag_of(w, n);
    int level = heading_level(n, tag);
    if (level) tag |= TAG_HEADING;
    if (tag & TAG_BLOCK) close_unit(w);
    else if (tag & TAG_CELL) w->space = true;
    uint32_t parent = w->now, i = (uint32_t)w->t->elements.n;
    *vec_add(w->t->home, &w->t->elements) = (page_element){
        .node = n, .parent = parent, .first = (uint32_t)w->t->units.n, .at = { w->t->n, w->t->n }, .tag = tag, .level = level, .hints = read_hints(w, n), .hidden = is_hidden(n) };
    page_element *el = element_at(w, i);
    el->block = tag & TAG_BLOCK || i == parent ? i : element_at(w, parent)->block;
    if (tag & TAG_ITEM) el->item = ++element_at(w, parent)->items;
    w->now = i;
    w->links += (tag & TAG_LINK) != 0;
    w->strong += is_bold(n);
    if (strcmp((const char *)n->name, "br") == 0) break_line(w);
}

static void leave_element(walk *w, const xmlNode *n) {
    page_element *el = element_at(w, w->now);
    if (el->tag & TAG_BLOCK) close_unit(w);
    el->end = (uint32_t)w->t->elements.n;
    el->last = (uint32_t)w->t->units.n;
    el->at.end = w->t->n;
    w->links -= (el->tag & TAG_LINK) != 0;
    w->strong -= is_bold(n);
    w->now = el->parent;
}

static bool is_text(const xmlNode *n) { return n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE; }

/* A loop, not a recursion: pages nest as deeply as they like. */
static void walk_all(walk *w, const xmlNode *root) {
    const xmlNode *n = root;
    for (;;) {
        bool into = false;
        if (n->type == XML_ELEMENT_NODE) {
            enter_element(w, n);
            into = n->children && !(element_at(w, w->now)->tag & TAG_UNREAD);
            if (into) {
                n = n->children;
                continue;
            }
            leave_element(w, n);
        } else if (is_text(n)) {
            add_words(w, str_of((const char *)n->content));
        }
        while (n != root && !n->next) {
            n = n->parent;
            leave_element(w, n);
        }
        if (n == root) return;
        n = n->next;
    }
}

/* ---- the page */

/* What would nest too deeply takes the place of the element that it is in. */
static void start_element(void *parser, const xmlChar *name, const xmlChar **attributes) {
    htmlParserCtxt *c = parser;
    if (c->nameNr > LIMIT_NESTING) {
        xmlSAX2EndElement(c, c->nameTab[c->nameNr - 2]);
        c->nameTab[c->nameNr - 2] = c->nameTab[c->nameNr - 1];
        c->nameNr--;
    }
    xmlSAX2StartElement(c, name, attributes);
}

static xmlDoc *parse(str html) {
    int flags = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_COMPACT;
    htmlParserCtxt *c = htmlCreateMemoryParserCtxt(html.p, (int)html.n);
    if (!c) return NULL;
    htmlCtxtUseOptions(c, flags);
    xmlCharEncodingHandler *utf8 = xmlFindCharEncodingHandler("UTF-8");
    if (utf8) xmlSwitchToEncoding(c, utf8);
    c->sax->startElement = start_element;
    c->options |= XML_PARSE_HUGE; /* else the parser stops at 256 elements within one another */
    htmlParseDocument(c);
    xmlDoc *doc = c->myDoc;
    htmlFreeParserCtxt(c);
    return doc;
}

int tree_read(page_tree *out, arena *a, str html, const hint_words *hints, error *e) {
    *out = (page_tree){ .home = a, .text = arena_raw(a, 2 * html.n + 1) };
    out->doc = parse(html);
    const xmlNode *root = out->doc ? xmlDocGetRootElement(out->doc) : NULL;
    if (!root) {
        tree_free(out);
        return error_set(e, ERROR_INPUT, "the page cannot be parsed");
    }
    walk w = { .t = out, .hints = hint_begin(a, hints) };
    walk_all(&w, root);
    return 0;
}

void tree_free(page_tree *t) {
    if (t->doc) xmlFreeDoc(t->doc);
    t->doc = NULL;
}

str tree_attribute(const page_tree *t, uint32_t element, const char *name) {
    xmlChar *value = xmlGetProp(t->elements.items[element].node, (const xmlChar *)name);
    if (!value) return STR_NONE;
    str out = arena_copy(t->home, str_trim(str_of((const char *)value)));
    xmlFree(value);
    return out;
}

bool tree_has(const page_tree *t, uint32_t element, const char *name) {
    return xmlHasProp(t->elements.items[element].node, (const xmlChar *)name) != NULL;
}

str tree_line(const page_tree *t, uint32_t element) {
    const page_element *el = &t->elements.items[element];
    str s = str_trim((str){ t->text + el->at.start, el->at.end - el->at.start });
    if (s.n == 0) return STR_NONE;
    char *to = arena_raw(t->home, s.n);
    for (size_t i = 0; i < s.n; i++) to[i] = s.p[i] == '\n' ? ' ' : s.p[i];
    return (str){ to, s.n };
}

uint32_t tree_common(const page_tree *t, uint32_t a, uint32_t b) {
    while (!tree_within(t, b, a)) a = t->elements.items[a].parent;
    return a;
}
