/* SPDX-License-Identifier: MIT */
#include "page/strip.h"

static const char *const CUT[] = { "script", "style", "svg", "template", "noscript", "iframe" };
/* The bit, behind those of CUT, of what is not closed any more from some place on: it need not be sought again. */
enum { COMMENT = sizeof CUT / sizeof *CUT };

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

/* Where "</name" begins at or after from, or s.n; open: bits of what has been sought in vain, which bit is this one. */
static size_t find_close(str s, size_t from, str name, unsigned *open, int bit) {
    while (!(*open & 1u << bit) && from < s.n) {
        const char *p = memchr(s.p + from, '<', s.n - from);
        if (!p) break;
        from = (size_t)(p - s.p);
        if (from + 1 < s.n && s.p[from + 1] == '/' && tag_at(s, from + 2, name)) return from;
        from++;
    }
    *open |= 1u << bit;
    return s.n;
}

/* The end of the comment that begins at i. One that is not closed hides nothing but its mark: browsers hide all that
 * follows, but a page that was cut short still has an article. */
static size_t comment_end(str s, size_t i, unsigned *open) {
    size_t end = *open & 1u << COMMENT ? SIZE_MAX : str_find(s, STR("-->"), i + 2);
    if (end == SIZE_MAX) *open |= 1u << COMMENT;
    return end == SIZE_MAX ? i + 4 : end + 3;
}

static bool is_linked_data(str tag) {
    static const char type[] = "ld+json";
    for (size_t i = 0; i + sizeof type - 1 <= tag.n; i++)
        if (str_eq_fold(str_cut(tag, i, i + sizeof type - 1), (str){ type, sizeof type - 1 })) return true;
    return false;
}

/* The end of what is to be cut out at i, where a '<' is; i when nothing is. */
static size_t cut_end(stripped *out, arena *a, str s, size_t i, unsigned *open) {
    if (str_starts(str_cut(s, i, s.n), STR("<!--"))) return comment_end(s, i, open);
    for (size_t k = 0; k < sizeof CUT / sizeof *CUT; k++) {
        str name = str_of(CUT[k]);
        if (!tag_at(s, i + 1, name)) continue;
        size_t inner = tag_end(s, i + 1);
        bool empty = inner >= 2 && s.p[inner - 2] == '/';
        if (empty && k != 0) return inner; /* <svg/>; a script is never closed like this */
        size_t close = find_close(s, inner, name, open, (int)k);
        if (k == 0 && is_linked_data(str_cut(s, i, inner))) *vec_add(a, &out->linked_data) = str_cut(s, inner, close);
        return close == s.n ? inner : tag_end(s, close + 1);
    }
    return i;
}

/* The attributes that a later stage reads. */
static const str KEPT[] = {
    { "id", 2 },       { "dir", 3 },      { "rel", 3 },       { "alt", 3 },       { "name", 4 },    { "href", 4 },    { "lang", 4 },
    { "role", 4 },     { "type", 4 },     { "class", 5 },     { "start", 5 },     { "value", 5 },   { "title", 5 },   { "hidden", 6 },
    { "content", 7 },  { "charset", 7 },  { "datetime", 8 },  { "itemprop", 8 },  { "property", 8 }, { "http-equiv", 10 },
    { "data-time", 9 },  { "data-date", 9 },   { "data-epoch", 10 }, { "aria-level", 10 }, { "aria-hidden", 11 }, { "data-datetime", 13 },
    { "data-timestamp", 14 }, { "data-published", 14 },
};

static bool is_kept(str name) {
    for (size_t i = 0; i < sizeof KEPT / sizeof *KEPT; i++)
        if (KEPT[i].n == name.n && ascii_lower(name.p[0]) == KEPT[i].p[0] && str_eq_fold(name, KEPT[i])) return true;
    return false;
}

/* Whether a style hides its element: display:none or visibility:hidden, with spaces or without. */
static bool hides(str style) {
    static const struct { str what, how; } WAYS[] = { { { "display", 7 }, { "none", 4 } }, { { "visibility", 10 }, { "hidden", 6 } } };
    for (size_t k = 0; k < 2; k++) {
        size_t i = str_find(style, WAYS[k].what, 0);
        if (i == SIZE_MAX) continue;
        i += WAYS[k].what.n;
        while (i < style.n && (ascii_space(style.p[i]) || style.p[i] == ':')) i++;
        if (str_starts(str_cut(style, i, style.n), WAYS[k].how)) return true;
    }
    return false;
}

static bool ends_name(char c) { return ascii_space(c) || c == '=' || c == '>' || c == '/'; }

/* One attribute, as the HTML standard cuts them. */
typedef struct {
    str name, value; /* value without its quotation marks */
    size_t end;
} attribute;

static attribute attribute_at(str s, size_t i) {
    attribute a = { .value = STR_NONE };
    size_t start = i++;
    while (i < s.n && !ends_name(s.p[i])) i++;
    a.name = str_cut(s, start, i);
    size_t after = i;
    while (after < s.n && ascii_space(s.p[after])) after++;
    a.end = i;
    if (after == s.n || s.p[after] != '=') return a;
    i = after + 1;
    while (i < s.n && ascii_space(s.p[i])) i++;
    if (i < s.n && (s.p[i] == '"' || s.p[i] == '\'')) {
        const char *close = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
        const char *angle = close ? NULL : memchr(s.p + i, '>', s.n - i); /* a page that was cut short */
        size_t end = close ? (size_t)(close - s.p) : angle ? (size_t)(angle - s.p) : s.n;
        a.value = str_cut(s, i + 1, end);
        a.end = end + (close != NULL);
        return a;
    }
    start = i;
    while (i < s.n && !ascii_space(s.p[i]) && s.p[i] != '>') i++;
    a.value = str_cut(s, start, i);
    a.end = i;
    return a;
}

/* Where the stripped page is written. */
typedef struct {
    char *p;
    size_t n;
} sheet;

static void put(sheet *to, str s) {
    memcpy(to->p + to->n, s.p, s.n);
    to->n += s.n;
}

/* Copies the start tag at i with the attributes that are kept; returns its end. */
static size_t copy_tag(sheet *to, str s, size_t i) {
    size_t start = i++;
    while (i < s.n && !ends_name(s.p[i])) i++;
    put(to, str_cut(s, start, i));
    for (;;) {
        while (i < s.n && (ascii_space(s.p[i]) || s.p[i] == '/')) i++;
        if (i >= s.n) return s.n;
        if (s.p[i] == '>') break;
        attribute a = attribute_at(s, i);
        if (is_kept(a.name)) {
            put(to, STR(" "));
            put(to, str_cut(s, i, a.end));
        } else if (str_eq_fold(a.name, STR("style")) && hides(a.value)) {
            put(to, STR(" hidden"));
        }
        i = a.end;
    }
    put(to, STR(">"));
    return i + 1;
}

static bool starts_name(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

stripped strip_page(arena *a, str html) {
    stripped out = { .html = STR_NONE };
    /* A space more where none stood between attributes. */
    sheet to = { .p = arena_raw(a, html.n + html.n / 2 + 16) };
    size_t i = 0;
    unsigned open = 0;
    while (i < html.n) {
        const char *p = memchr(html.p + i, '<', html.n - i);
        size_t next = p ? (size_t)(p - html.p) : html.n;
        put(&to, str_cut(html, i, next));
        i = next;
        if (i == html.n) break;
        size_t end = cut_end(&out, a, html, i, &open);
        if (end > html.n) end = html.n;
        if (end != i) i = end;
        else if (i + 1 < html.n && starts_name(html.p[i + 1])) i = copy_tag(&to, html, i);
        else put(&to, str_cut(html, i, i + 1)), i++;
    }
    out.html = (str){ to.p, to.n };
    return out;
}
