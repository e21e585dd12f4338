#include "page/strip.h"

static const char *const CUT[] = { "script", "style", "svg", "template", "noscript", "iframe" };

/* Whether an element called name begins at i ("<name" and no letter more). */
static bool tag_at(str s, size_t i, str name) {
    size_t end = i + name.n;
    if (end > s.n || !str_eq_fold(str_cut(s, i, end), name)) return false;
    return end == s.n || ascii_space(s.p[end]) || s.p[end] == '>' || s.p[end] == '/';
}

/* The end of the tag that begins at i, past its '>'; marks in quotation marks do not close it. */
static size_t tag_end(str s, size_t i) {
    char quote = 0;
    for (; i < s.n; i++) {
        char c = s.p[i];
        if (quote) quote = c == quote ? 0 : quote;
        else if (c == '>') return i + 1;
        else if ((c == '"' || c == '\'') && s.p[i - 1] == '=') quote = c;
    }
    return s.n;
}

/* Where "</name" begins at or after from, or s.n. */
static size_t find_close(str s, size_t from, str name) {
    while (from < s.n) {
        const char *p = memchr(s.p + from, '<', s.n - from);
        if (!p) break;
        from = (size_t)(p - s.p);
        if (from + 1 < s.n && s.p[from + 1] == '/' && tag_at(s, from + 2, name)) return from;
        from++;
    }
    return s.n;
}

/* The end of the comment that begins at i. One that is not closed hides nothing but its mark: browsers hide all that
 * follows, but a page that was cut short still has an article. */
static size_t comment_end(str s, size_t i) {
    size_t end = str_find(s, STR("-->"), i + 2);
    return end == SIZE_MAX ? i + 4 : end + 3;
}

static bool is_linked_data(str tag) {
    static const char type[] = "ld+json";
    for (size_t i = 0; i + sizeof type - 1 <= tag.n; i++)
        if (str_eq_fold(str_cut(tag, i, i + sizeof type - 1), (str){ type, sizeof type - 1 })) return true;
    return false;
}

/* The end of what is to be cut out at i, where a '<' is; i when nothing is. */
static size_t cut_end(stripped *out, arena *a, str s, size_t i) {
    if (str_starts(str_cut(s, i, s.n), STR("<!--"))) return comment_end(s, i);
    for (size_t k = 0; k < sizeof CUT / sizeof *CUT; k++) {
        str name = str_of(CUT[k]);
        if (!tag_at(s, i + 1, name)) continue;
        size_t inner = tag_end(s, i + 1);
        bool empty = inner >= 2 && s.p[inner - 2] == '/';
        if (empty && k != 0) return inner; /* <svg/>; a script is never closed like this */
        size_t close = find_close(s, inner, name);
        if (k == 0 && is_linked_data(str_cut(s, i, inner))) *vec_add(a, &out->linked_data) = str_cut(s, inner, close);
        return close == s.n ? inner : tag_end(s, close + 1);
    }
    return i;
}

stripped strip_page(arena *a, str html) {
    stripped out = { 0 };
    char *to = arena_alloc(a, html.n + 1);
    size_t n = 0, i = 0;
    while (i < html.n) {
        const char *p = memchr(html.p + i, '<', html.n - i);
        size_t next = p ? (size_t)(p - html.p) : html.n;
        memcpy(to + n, html.p + i, next - i);
        n += next - i;
        i = next;
        if (i == html.n) break;
        size_t end = cut_end(&out, a, html, i);
        if (end > html.n) end = html.n;
        if (end == i) to[n++] = html.p[i++];
        else i = end;
    }
    out.html = (str){ to, n };
    return out;
}
