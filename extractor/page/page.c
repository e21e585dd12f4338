/* SPDX-License-Identifier: MIT */
#include "page/page.h"

#include <libxml/parser.h>

#include "base/address.h"
#include "base/limits.h"
#include "page/charset.h"
#include "page/pager.h"
#include "page/stamp.h"
#include "page/strip.h"

/* A page without bytes that a reader sees; a line longer than so many bytes is not said twice; a frame is sought in so many; pages with
 * fewer links have nothing around the text. */
enum { PAGE_EMPTY = 1, REPEATED = 60, FRAME_WITHIN = 4096, FEW_LINKS = 5 };

static const char *const FIRST_TAGS[] = {
    "html", "head", "body", "title", "meta", "link",    "script",  "style", "base", "div",  "p",    "h1",   "h2",
    "h3",   "main", "span", "table", "ul",   "article", "section", "header", "nav", "center", "font", "a",  "img",
    "b",    "strong", "em", "i",     "br",   "blockquote", "figure",
};

/* Past white space, comments, an XML declaration and other instructions. */
static size_t skip_prologue(str s) {
    size_t i = str_starts(s, STR("\xef\xbb\xbf")) ? 3 : 0;
    for (;;) {
        while (i < s.n && ascii_space(s.p[i])) i++;
        str rest = str_cut(s, i, s.n);
        bool comment = str_starts(rest, STR("<!--"));
        if (!comment && !str_starts(rest, STR("<?xml"))) return i; /* also <?xml-stylesheet */
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

bool page_is_markup(str bytes) {
    size_t i = str_starts(bytes, STR("\xef\xbb\xbf")) ? 3 : 0;
    while (i < bytes.n && ascii_space(bytes.p[i])) i++;
    return str_starts(str_cut(bytes, i, bytes.n), STR("<?xml")) || str_starts(str_cut(bytes, i, bytes.n), STR("<rss")) || page_is_html(bytes);
}

static str first_of(str a, str b) { return a.n ? a : b; }

/* "id" of "id-ID", "in_ID"; the old code for Indonesian is read. */
static str language_of(const page_facts *f) {
    str s = first_of(f->meta.language, first_of(f->linked.language, meta_get(&f->meta, "language")));
    size_t n = 0;
    while (n < s.n && ascii_lower(s.p[n]) >= 'a' && ascii_lower(s.p[n]) <= 'z') n++;
    if (n < 2 || n > 3) return STR_NONE;
    char *to = arena_raw(f->home, n);
    for (size_t i = 0; i < n; i++) to[i] = ascii_lower(s.p[i]);
    return str_eq((str){ to, n }, STR("in")) ? STR("id") : (str){ to, n };
}

/* The address that the page names; one that is only a path is completed by another. */
static str address_of(const page_facts *f) {
    str all[] = { f->meta.canonical, meta_get(&f->meta, "address"), f->linked.url }, base = STR_NONE;
    size_t n = sizeof all / sizeof *all, first = n;
    for (size_t i = 0; i < n; i++) {
        if (all[i].n && first == n) first = i;
        if (address_is_whole(all[i]) && !base.p) base = all[i];
    }
    if (first == n || address_is_whole(all[first])) return first == n ? STR_NONE : all[first];
    if (!address_is_whole(base)) base = f->meta.base;
    if (!address_is_whole(base) || all[first].p[0] != '/') return address_is_whole(base) ? base : STR_NONE;
    return arena_join(f->home, (str[]){ address_origin(base), all[first] }, 2);
}

static bool has_few_links(const page_tree *t) {
    size_t n = 0;
    for (uint32_t i = 0; i < t->elements.n && n < FEW_LINKS; i++) n += (t->elements.items[i].tag & TAG_LINK) != 0;
    return n < FEW_LINKS;
}

static void read_facts(page_facts *f, const stripped *s, str address) {
    size_t broken = 0;
    f->linked = linked_read(f->home, s->linked_data.items, s->linked_data.n, &broken);
    f->meta = meta_read(&f->tree, f->rules);
    f->own_address = address_of(f);
    f->address = first_of(address, f->own_address);
    f->language = language_of(f);
    str host = address_host(f->address);
    f->indonesian = !f->language.n || str_eq(f->language, STR("id")) || str_ends(host, STR(".id"));
    f->bare = f->fragment || has_few_links(&f->tree);
    f->title = title_find(&f->tree, &f->meta, &f->linked);
    f->publisher = first_of(f->linked.publisher, first_of(meta_get(&f->meta, "publisher"), f->title.site));
    body_hints known = { .title = f->title.title, .description = first_of(meta_get(&f->meta, "description"), f->linked.description),
                         .linked = f->linked.body, .heading = f->title.heading, .bare = f->bare, .sections = ruleset_list(f->rules, "pagesections") };
    f->body = body_find(&f->tree, &known);
}

static void note(page *out, arena *a, str code, str message) { *vec_add(a, &out->notes) = (page_note){ code, message }; }

static void note_next(page *out, arena *a, str next) {
    if (next.n) note(out, a, STR("more-pages"), arena_format(a, "the article goes on, what follows is not there: %.*s", STR_ARG(next)));
}

static void refuse(page *out, arena *a) {
    out->text = STR("");
    out->notes.n = 0;
    str title = out->title;
    note(out, a, out->verdict.code, title.n ? arena_format(a, "%.*s; its title is \"%.*s\"", STR_ARG(out->verdict.message), STR_ARG(title)) : out->verdict.message);
}

static void decide(page *out, const page_facts *f, bool joined) {
    page_stamps when = stamps_find(f);
    out->title = f->title.title;
    out->text = f->body.text;
    out->published = when.published;
    out->published_from = when.from;
    out->modified = when.modified;
    out->url = f->own_address;
    out->publisher = f->publisher;
    out->section = first_of(f->linked.section, meta_get(&f->meta, "section"));
    out->language = f->language;
    out->credits = credits_find(f);
    if (!f->fragment) out->verdict = verdict_of(f);
    page_pager pager = pager_find(f, 0);
    if (pager.number > 1) note(out, f->home, STR("later-page"), arena_format(f->home, "page %ld of an article", pager.number));
    if (!joined) note_next(out, f->home, pager.next);
    if (f->linked.closed && !out->verdict.code.p) note(out, f->home, STR("paywall"), STR("for subscribers: the text may be cut short"));
    if (f->body.from_linked) note(out, f->home, STR("text-from-json-ld"), STR("the page shows too little of it: the text is its JSON-LD's"));
    if (out->verdict.code.p) refuse(out, f->home);
}

/* Whether there is nothing of a page's frame near the start: no html, head or body element. */
static bool is_fragment(str html) {
    static const str FRAME[] = { { "<html", 5 }, { "<head", 5 }, { "<body", 5 }, { "<meta", 5 }, { "<title", 6 }, { "<!doctype", 9 } };
    str start = str_cut(html, 0, html.n < FRAME_WITHIN ? html.n : FRAME_WITHIN);
    for (size_t i = 0; i < start.n; i++)
        for (size_t k = 0; start.p[i] == '<' && k < sizeof FRAME / sizeof *FRAME; k++)
            if (i + FRAME[k].n < start.n && str_eq_fold(str_cut(start, i, i + FRAME[k].n), FRAME[k])) return false;
    return true;
}

/* The parsed page and its body; tree_free is the caller's. */
static int read_one(page_facts *f, str html, const page_source *from, error *e) {
    if (html.n > LIMIT_ARTICLE)
        return error_set(e, ERROR_LIMIT, "a page of more than %d MB", LIMIT_ARTICLE / 1024 / 1024);
    html = charset_convert(f->home, html, from->charset);
    stripped s = strip_page(f->home, html);
    f->fragment = is_fragment(html);
    hint_words hints = { ruleset_list(f->rules, "pagehints") };
    int status = str_trim(s.html).n ? tree_read(&f->tree, f->home, s.html, &hints, e) : PAGE_EMPTY;
    if (status == 0) read_facts(f, &s, from->address);
    return status;
}

/* Lines that the text does not have yet: further pages often begin with the summary again. */
static void add_lines(arena *a, str *text, str more) {
    VEC(str) parts = { 0 };
    bool small = text->n < LIMIT_PAGE_SEARCH / (more.n / REPEATED + 1);
    *vec_add(a, &parts) = *text;
    while (more.p) {
        str line = str_split(&more, '\n');
        if (line.n == 0 || (small && line.n > REPEATED && str_find(*text, line, 0) != SIZE_MAX)) continue;
        *vec_add(a, &parts) = STR("\n");
        *vec_add(a, &parts) = line;
    }
    *text = arena_join(a, parts.items, parts.n);
}

/* One that cannot be read, or is no article, is left out; its number is told. */
static void join_more(page *out, const page_facts *first, const page_source *from) {
    for (size_t i = 0; i < from->more_count; i++) {
        error ignored = { 0 };
        page_facts f = { .home = first->home, .rules = first->rules, .matcher = first->matcher };
        int status = read_one(&f, from->more[i], from, &ignored);
        if (status == 0 && f.body.size > 0) add_lines(f.home, &out->text, f.body.text);
        else note(out, f.home, STR("more-pages"), arena_format(f.home, "page %zu of the article has no text", i + 2));
        if (status == 0 && i + 1 == from->more_count) note_next(out, f.home, pager_find(&f, (long)i + 2).next);
        if (status == 0) tree_free(&f.tree);
    }
}

static int refuse_as(page *out, arena *a, str code, str message) {
    out->verdict = (page_verdict){ code, message };
    refuse(out, a);
    return 0;
}

void page_prepare(void) {
    xmlInitParser();
}

int page_read(page *out, arena *a, const page_source *from, const ruleset *rules, matcher *m, error *e) {
    *out = (page){ .text = STR("") };
    if (!page_is_html(from->html)) return refuse_as(out, a, STR("feed"), STR("no article: XML, such as a feed or a map of a site"));
    page_facts f = { .home = a, .rules = rules, .matcher = m };
    int status = read_one(&f, from->html, from, e);
    if (status == PAGE_EMPTY) return refuse_as(out, a, STR("no-text"), STR("no article: no text"));
    if (status) return status;
    decide(out, &f, from->more_count > 0);
    if (!out->verdict.code.p) join_more(out, &f, from);
    tree_free(&f.tree);
    return 0;
}
