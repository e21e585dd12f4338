#include "page/page.h"

#include <libxml/HTMLparser.h>

#include "base/limits.h"
#include "page/charset.h"
#include "page/strip.h"
#include "page/walk.h"

/* An element that holds less text than this is a teaser, not the article. Bytes. */
enum { LEAST_TEXT = 200 };

static const char *const FIRST_TAGS[] = {
    "html", "head", "body", "title", "meta", "link",    "script",  "style", "base", "div",  "p",    "h1",   "h2",
    "h3",   "main", "span", "table", "ul",   "article", "section", "header", "nav", "center", "font", "a",  "img",
    "b",    "strong", "em", "i",     "br",   "blockquote", "figure",
};

/* Past white space, comments and an XML declaration. */
static size_t skip_prologue(str s) {
    size_t i = str_starts(s, STR("\xef\xbb\xbf")) ? 3 : 0;
    for (;;) {
        while (i < s.n && ascii_space(s.p[i])) i++;
        str rest = str_cut(s, i, s.n);
        bool comment = str_starts(rest, STR("<!--"));
        if (!comment && !str_starts(rest, STR("<?xml"))) return i;
        size_t end = str_find(s, comment ? STR("-->") : STR("?>"), i);
        if (end == SIZE_MAX) return s.n;
        i = end + (comment ? 3 : 2);
    }
}

bool page_is_html(str bytes) {
    static const char doctype[] = "<!doctype html";
    size_t i = skip_prologue(bytes);
    if (i >= bytes.n || bytes.p[i] != '<') return false;
    str rest = str_cut(bytes, i, bytes.n);
    if (rest.n >= sizeof doctype - 1 && str_eq_fold(str_cut(rest, 0, sizeof doctype - 1), (str){ doctype, sizeof doctype - 1 }))
        return true;
    for (size_t k = 0; k < sizeof FIRST_TAGS / sizeof *FIRST_TAGS; k++) {
        str name = str_of(FIRST_TAGS[k]);
        if (rest.n < name.n + 2 || !str_eq_fold(str_cut(rest, 1, name.n + 1), name)) continue;
        char next = rest.p[name.n + 1];
        if (next == '>' || next == '/' || ascii_space(next)) return true;
    }
    return false;
}

/* What a page says of itself; the first of a kind counts. */
typedef struct {
    str og_title, h1, title, meta_time, time_element, canonical, og_url, site_name;
    const xmlNode *body, *main, *article, *marked; /* marked: itemprop="articleBody" */
    size_t article_size;
} facts;

static void set_once(str *to, str value) {
    if (!to->p && value.n > 0) *to = value;
}

static void read_meta(facts *f, arena *a, const xmlNode *n) {
    str name = walk_attribute(a, n, "property"), content = walk_attribute(a, n, "content");
    if (!name.p) name = walk_attribute(a, n, "name");
    if (str_eq(name, STR("og:title"))) set_once(&f->og_title, content);
    else if (str_eq(name, STR("og:url"))) set_once(&f->og_url, content);
    else if (str_eq(name, STR("og:site_name"))) set_once(&f->site_name, content);
    else if (str_eq(name, STR("article:published_time"))) set_once(&f->meta_time, content);
}

/* The text of an element on one line. */
static str line_of(arena *a, const xmlNode *n) {
    buf b = buf_make(LIMIT_ARTICLE);
    walk_text(&b, n);
    for (size_t i = 0; i < b.n; i++)
        if (b.p[i] == '\n') b.p[i] = ' ';
    str out = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

static size_t text_size(const xmlNode *root) {
    buf b = buf_make(LIMIT_ARTICLE);
    walk_text(&b, root);
    size_t n = b.n;
    buf_free(&b);
    return n;
}

/* Of several article elements the longest is the article, the others are teasers. */
static void weigh_article(facts *f, const xmlNode *n) {
    size_t size = text_size(n);
    if (f->article && size <= f->article_size) return;
    f->article = n;
    f->article_size = size;
}

static bool inside(const xmlNode *n, const char *name) {
    for (n = n->parent; n; n = n->parent)
        if (walk_is(n, name)) return true;
    return false;
}

static void read_element(facts *f, arena *a, const xmlNode *n) {
    if (walk_is(n, "meta")) read_meta(f, a, n);
    else if (walk_is(n, "h1")) set_once(&f->h1, line_of(a, n));
    else if (walk_is(n, "title")) set_once(&f->title, line_of(a, n));
    else if (walk_is(n, "time")) set_once(&f->time_element, walk_attribute(a, n, "datetime"));
    else if (walk_is(n, "link") && str_eq_fold(walk_attribute(a, n, "rel"), STR("canonical")))
        set_once(&f->canonical, walk_attribute(a, n, "href"));
    else if (walk_is(n, "body") && !f->body) f->body = n;
    else if (walk_is(n, "main") && !f->main) f->main = n;
    else if (walk_is(n, "article") && !inside(n, "article")) weigh_article(f, n);
    if (!f->marked && str_eq(walk_attribute(a, n, "itemprop"), STR("articleBody"))) f->marked = n;
}

/* The string that follows the first "datePublished": in JSON-LD. It is searched, not parsed: what sites write there is
 * often no JSON (raw line feeds, trailing commas), and the date is the same. */
static str linked_date(arena *a, const stripped *s) {
    for (size_t k = 0; k < s->linked_data.n; k++) {
        str data = s->linked_data.items[k];
        size_t i = str_find(data, STR("\"datePublished\""), 0);
        if (i == SIZE_MAX) continue;
        i += sizeof "\"datePublished\"" - 1;
        while (i < data.n && (ascii_space(data.p[i]) || data.p[i] == ':')) i++;
        if (i == data.n || data.p[i] != '"') continue;
        size_t end = str_find(data, STR("\""), i + 1);
        if (end == SIZE_MAX || end == i + 1) continue;
        return arena_copy(a, str_trim(str_cut(data, i + 1, end)));
    }
    return STR_NONE;
}

static const xmlNode *article_of(const facts *f) {
    if (f->marked && text_size(f->marked) >= LEAST_TEXT) return f->marked;
    if (f->article && f->article_size >= LEAST_TEXT) return f->article;
    if (f->main && text_size(f->main) >= LEAST_TEXT) return f->main;
    return f->body;
}

/* The article's text without a first line that is the title again. */
static str body_text(arena *a, const xmlNode *root, str title) {
    buf b = buf_make(LIMIT_ARTICLE);
    if (root) walk_text(&b, root);
    str s = buf_str(&b), rest = s;
    if (s.n > 0) {
        str first = str_split(&rest, '\n');
        if (str_eq(first, title)) s = rest;
    }
    str out = arena_copy(a, s.p ? s : STR(""));
    buf_free(&b);
    return out;
}

static void decide(page *out, arena *a, const facts *f, str linked) {
    out->title = f->og_title.p ? f->og_title : f->h1.p ? f->h1 : f->title;
    out->url = f->canonical.p ? f->canonical : f->og_url;
    out->publisher = f->site_name;
    out->published = linked.p ? linked : f->meta_time.p ? f->meta_time : f->time_element;
    if (linked.p) out->published_from = STR("json-ld");
    else if (f->meta_time.p) out->published_from = STR("meta");
    else if (f->time_element.p) out->published_from = STR("time-element");
    str shown = f->h1.p ? f->h1 : out->title;
    out->text = body_text(a, article_of(f), shown);
}

int page_text(arena *a, str html, str charset, page *out, error *e) {
    *out = (page){ 0 };
    if (html.n > LIMIT_ARTICLE)
        return error_set(e, ERROR_LIMIT, "a page of more than %d MB", LIMIT_ARTICLE / 1024 / 1024);
    stripped s = strip_page(a, charset_convert(a, html, charset));
    if (str_trim(s.html).n == 0) {
        out->text = arena_copy(a, STR(""));
        return 0;
    }
    int flags = HTML_PARSE_NONET | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_RECOVER | HTML_PARSE_COMPACT;
    xmlDoc *tree = htmlReadMemory(s.html.p, (int)s.html.n, NULL, "UTF-8", flags);
    if (!tree) return error_set(e, ERROR_INPUT, "the page cannot be parsed");
    facts f = { 0 };
    const xmlNode *root = (const xmlNode *)tree;
    for (const xmlNode *n = root; n; n = walk_next(n, root, true))
        if (n->type == XML_ELEMENT_NODE) read_element(&f, a, n);
    decide(out, a, &f, linked_date(a, &s));
    xmlFreeDoc(tree);
    return 0;
}
