#include "page/page.h"

#include "base/limits.h"
#include "page/charset.h"
#include "page/strip.h"
#include "page/body.h"

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

int page_text(arena *a, str html, const ruleset *rules, page *out, error *e) {
    *out = (page){ 0 };
    if (html.n > LIMIT_ARTICLE)
        return error_set(e, ERROR_LIMIT, "a page of more than %d MB", LIMIT_ARTICLE / 1024 / 1024);
    stripped s = strip_page(a, charset_convert(a, html));
    if (str_trim(s.html).n == 0) {
        out->text = arena_copy(a, STR(""));
        return 0;
    }
    page_tree t;
    hint_words hints = { ruleset_list(rules, "pagehints") };
    int status = tree_read(&t, a, s.html, &hints, e);
    if (status) return status;
    body_hints known = { .title = STR_NONE };
    page_body b = body_find(&t, &known);
    out->text = b.text;
    tree_free(&t);
    return 0;
}
