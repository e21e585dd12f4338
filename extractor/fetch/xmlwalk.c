/* SPDX-License-Identifier: MIT */
#include "fetch/xmlwalk.h"

#include "base/limits.h"
#include "fetch/xmlmend.h"
#include "page/charset.h"

/* Parts of the addresses of namespaces, in all their versions and misspellings. */
static const struct { const char *part; xml_space space; } ADDRESSES[] = {
    { "w3.org/2005/atom", SPACE_ATOM }, { "purl.org/atom", SPACE_ATOM },   { "purl.org/dc", SPACE_DC },
    { "purl.org/rss/1.0/modules", SPACE_OTHER }, { "purl.org/rss", SPACE_CORE }, { "netscape.com/rdf", SPACE_CORE },
    { "backend.userland.com", SPACE_CORE }, { "sitemaps.org", SPACE_CORE },
};
static const struct { const char *prefix; xml_space space; } PREFIXES[] = {
    { "atom", SPACE_ATOM }, { "atom10", SPACE_ATOM }, { "a10", SPACE_ATOM },  { "dc", SPACE_DC },
    { "dcterms", SPACE_DC }, { "rss", SPACE_CORE },   { "rss10", SPACE_CORE },
};

/* What is wrong has been mended, or is passed over. */
static void say_nothing(void *payload, const char *text, xmlParserSeverities severity, xmlTextReaderLocatorPtr where) {
    (void)payload, (void)text, (void)severity, (void)where;
}

int xml_walk_open(xml_walk *w, arena *a, str bytes, str charset, str base, error *e) {
    *w = (xml_walk){ .text = buf_make(2u * LIMIT_INFLATED) };
    /* An encoding is declared at the start; blank lines before that would hide it. */
    while (bytes.n && ascii_space(bytes.p[0])) bytes = str_cut(bytes, 1, bytes.n);
    str text = charset_convert(a, bytes, charset);
    xml_mend(&w->text, a, text);
    if (w->text.n == 0) return error_set(e, ERROR_INPUT, "%.*s: no XML", STR_ARG(base));
    xml_root(w->root, buf_str(&w->text));
    str url = base.n ? arena_copy(a, base) : STR_NONE;
    int flags = XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
    w->reader = xmlReaderForMemory(w->text.p, (int)w->text.n, url.p, "UTF-8", flags);
    if (!w->reader) return error_set(e, ERROR_INPUT, "%.*s: the XML cannot be read", STR_ARG(base));
    xmlTextReaderSetErrorHandler(w->reader, say_nothing, NULL);
    return 0;
}

void xml_walk_close(xml_walk *w) {
    if (w->reader) xmlFreeTextReader(w->reader);
    buf_free(&w->text);
    w->reader = NULL;
}

/* A name without its prefix, which the parser leaves there when it is not declared. */
static str bare(const char *name) {
    const char *colon = strrchr(name, ':');
    return str_of(colon ? colon + 1 : name);
}

static bool is_one_of(str name, const char *const *names) {
    for (size_t i = 0; names[i]; i++)
        if (str_eq_fold(name, str_of(names[i]))) return true;
    return false;
}

const xmlNode *xml_walk_next(xml_walk *w, const char *const *names) {
    for (;;) {
        int more = w->inside ? xmlTextReaderNext(w->reader) : xmlTextReaderRead(w->reader);
        w->inside = false;
        if (more != 1) return NULL;
        if (xmlTextReaderNodeType(w->reader) != XML_READER_TYPE_ELEMENT) continue;
        if (!is_one_of(bare((const char *)xmlTextReaderConstName(w->reader)), names)) continue;
        w->inside = true;
        const xmlNode *n = xmlTextReaderExpand(w->reader);
        if (n) return n;
    }
}

bool xml_is(const xmlNode *n, const char *name) {
    return n->type == XML_ELEMENT_NODE && str_eq_fold(bare((const char *)n->name), str_of(name));
}

static bool contains_fold(str s, str part) {
    for (size_t i = 0; i + part.n <= s.n; i++)
        if (str_eq_fold(str_cut(s, i, i + part.n), part)) return true;
    return false;
}

xml_space xml_space_of(const xmlNode *n) {
    const char *colon = strchr((const char *)n->name, ':');
    str prefix = colon ? str_cut(str_of((const char *)n->name), 0, (size_t)(colon - (const char *)n->name)) : STR("");
    if (n->ns) {
        str address = str_of((const char *)n->ns->href);
        for (size_t i = 0; i < sizeof ADDRESSES / sizeof *ADDRESSES; i++)
            if (contains_fold(address, str_of(ADDRESSES[i].part))) return ADDRESSES[i].space;
        prefix = str_of((const char *)n->ns->prefix);
    }
    if (prefix.n == 0) return SPACE_CORE;
    for (size_t i = 0; i < sizeof PREFIXES / sizeof *PREFIXES; i++)
        if (str_eq_fold(prefix, str_of(PREFIXES[i].prefix))) return PREFIXES[i].space;
    return SPACE_OTHER;
}

/* A copy of what libxml2 gave, which is freed. */
static str taken(arena *a, xmlChar *s) {
    str out = s ? arena_copy(a, str_trim(str_of((const char *)s))) : STR_NONE;
    xmlFree(s);
    return out;
}

str xml_text(arena *a, const xmlNode *n) {
    str out = taken(a, xmlNodeGetContent(n));
    return out.p ? out : STR("");
}

str xml_attribute(arena *a, const xmlNode *n, const char *name) {
    for (const xmlAttr *t = n->properties; t; t = t->next)
        if (str_eq_fold(bare((const char *)t->name), str_of(name))) return taken(a, xmlNodeListGetString(n->doc, t->children, 1));
    return STR_NONE;
}

str xml_base(arena *a, const xmlNode *n) {
    str out = taken(a, xmlNodeGetBase(n->doc, n));
    return out.p ? out : STR("");
}
