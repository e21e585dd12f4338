#include "page/walk.h"

/* Sorted, for the search. */
static const char *const BLOCKS[] = {
    "address", "article", "blockquote", "body", "center", "dd",     "details", "div",     "dl",    "dt",    "figcaption",
    "figure",  "footer",  "form",       "h1",   "h2",     "h3",     "h4",      "h5",      "h6",    "header", "hr",
    "html",    "li",      "main",       "nav",  "ol",     "p",      "pre",     "section", "table", "tbody", "tr",
    "ul",
};
static const char *const UNREAD[] = {
    "aside",  "audio",  "button", "canvas", "dialog",   "figure", "footer",   "form",  "head",     "iframe", "input",
    "menu",   "nav",    "noscript", "object", "option", "script", "select",   "style", "svg",      "template", "textarea",
    "video",
};

static bool among(const char *name, const char *const *names, size_t n) {
    size_t from = 0, to = n;
    while (from < to) {
        size_t middle = (from + to) / 2;
        int order = strcmp(name, names[middle]);
        if (order == 0) return true;
        if (order < 0) to = middle;
        else from = middle + 1;
    }
    return false;
}

static bool is_block(const xmlNode *n) {
    return n->type == XML_ELEMENT_NODE && among((const char *)n->name, BLOCKS, sizeof BLOCKS / sizeof *BLOCKS);
}

static bool is_unread(const xmlNode *n) {
    if (n->type == XML_ELEMENT_NODE) return among((const char *)n->name, UNREAD, sizeof UNREAD / sizeof *UNREAD);
    return n->type != XML_TEXT_NODE && n->type != XML_CDATA_SECTION_NODE && n->type != XML_HTML_DOCUMENT_NODE;
}

bool walk_is(const xmlNode *n, const char *name) {
    return n->type == XML_ELEMENT_NODE && strcmp((const char *)n->name, name) == 0;
}

str walk_attribute(arena *a, const xmlNode *n, const char *name) {
    xmlChar *value = xmlGetProp(n, (const xmlChar *)name);
    if (!value) return STR_NONE;
    str out = arena_copy(a, str_trim(str_of((const char *)value)));
    xmlFree(value);
    return out;
}

/* A loop, not a recursion: pages nest as deeply as they like. */
const xmlNode *walk_next(const xmlNode *n, const xmlNode *root, bool into) {
    if (into && n->children) return n->children;
    while (n && n != root) {
        if (n->next) return n->next;
        n = n->parent;
    }
    return NULL;
}

/* The text so far, and what is owed before the next word of it. */
typedef struct {
    buf *out;
    bool space, line;
    unsigned breaks; /* br in a row */
} writer;

static void add_words(writer *w, str s) {
    size_t i = 0;
    while (i < s.n) {
        size_t space = ascii_space(s.p[i]) ? 1 : str_starts(str_cut(s, i, s.n), STR("\xc2\xa0")) ? 2 : 0;
        if (space) {
            w->space = true;
            i += space;
            continue;
        }
        size_t end = i + 1;
        while (end < s.n && !ascii_space(s.p[end]) && s.p[end] != '\xc2') end++;
        if (w->out->n > 0 && w->line) buf_add_char(w->out, '\n');
        else if (w->out->n > 0 && w->space) buf_add_char(w->out, ' ');
        buf_add(w->out, str_cut(s, i, end));
        w->space = w->line = false;
        w->breaks = 0;
        i = end;
    }
}

static void enter(writer *w, const xmlNode *n) {
    if (n->type == XML_TEXT_NODE || n->type == XML_CDATA_SECTION_NODE) {
        add_words(w, str_of((const char *)n->content));
    } else if (walk_is(n, "br")) {
        w->space = true;
        if (++w->breaks >= 2) w->line = true;
    } else if (walk_is(n, "td") || walk_is(n, "th")) {
        w->space = true;
    } else if (is_block(n)) {
        w->line = true;
    }
}

void walk_text(buf *out, const xmlNode *root) {
    writer w = { .out = out, .line = out->n > 0 };
    const xmlNode *n = root;
    while (n) {
        bool read = n == root || !is_unread(n);
        if (read) enter(&w, n);
        const xmlNode *next = walk_next(n, root, read);
        /* Leaving a block ends its line: every ancestor of n that next is not in. */
        if (!(read && n->children)) {
            for (const xmlNode *up = n; up && up != root && next && up->parent != next->parent; up = up->parent)
                if (is_block(up)) w.line = true;
            if (is_block(n)) w.line = true;
        }
        if (next && next->prev && is_block(next->prev)) w.line = true;
        n = next;
    }
}
