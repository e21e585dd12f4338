/* SPDX-License-Identifier: MIT */
#include "fetch/xmlmend.h"

#include "base/limits.h"
#include "page/entity.h"
#include "text/clean.h"
#include "text/utf8.h"

enum { LONGEST_REFERENCE = 12 };

/* What may not be sought any more: it does not come again. */
enum { GONE_QUOTE = 1, GONE_APOSTROPHE = 2, GONE_COMMENT = 4, GONE_CDATA = 8, GONE_INSTRUCTION = 16 };

typedef struct {
    buf *out;
    arena *home;
    str s;
    size_t i;
    unsigned gone;
    size_t text;    /* bytes of text since the last tag */
    size_t record;  /* how many elements are around the last item's content */
    size_t elements; /* since the last item began */
    bool done;      /* the first element has been closed */
    VEC(str) open;  /* names of the elements around i */
} mender;

static bool begins_name(char c) {
    return (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z') || c == '_' || (c & 0x80);
}

static bool in_name(char c) { return begins_name(c) || ascii_digit(c) || c == '-' || c == '.' || c == ':'; }

static size_t name_end(str s, size_t i) {
    while (i < s.n && in_name(s.p[i])) i++;
    return i;
}

/* The offset of needle from i on, or s.n; bit is what to remember when it does not come again. */
static size_t seek(mender *m, str needle, size_t i, unsigned bit) {
    size_t hit = m->gone & bit ? SIZE_MAX : str_find(m->s, needle, i);
    if (hit != SIZE_MAX) return hit;
    m->gone |= bit;
    return m->s.n;
}

/* ---- characters */

static bool is_character(uint32_t p) {
    return p == '\t' || p == '\n' || p == '\r' || (p >= 0x20 && p < 0xd800) || (p >= 0xe000 && p < 0xfffe) || (p >= 0x10000 && p < 0x110000);
}

static void add_point(mender *m, uint32_t p) {
    char bytes[4] = { (char)p };
    if (p >= 0x80 && p < 0xa0) buf_add(m->out, clean_windows_1252(m->home, (str){ bytes, 1 })); /* as HTML reads them */
    else if (p == '<') buf_add(m->out, STR("&lt;"));
    else if (p == '>') buf_add(m->out, STR("&gt;"));
    else if (p == '&') buf_add(m->out, STR("&amp;"));
    else if (p == '"') buf_add(m->out, STR("&quot;"));
    else if (is_character(p)) buf_add(m->out, (str){ bytes, utf8_write(bytes, p) });
}

/* The reference at i, where an ampersand is; returns its length, 1 when it is only that mark. */
static size_t add_reference(mender *m, str s, size_t i) {
    size_t most = s.n - i < LONGEST_REFERENCE ? s.n - i : LONGEST_REFERENCE;
    const char *end = memchr(s.p + i, ';', most);
    str name = end ? str_cut(s, i + 1, (size_t)(end - s.p)) : STR("");
    uint32_t p = entity_point(name);
    bool number = name.n > 1 && name.p[0] == '#' && (ascii_digit(name.p[1]) || name.p[1] == 'x' || name.p[1] == 'X');
    if (!p && !number) {
        buf_add(m->out, STR("&amp;"));
        return 1;
    }
    add_point(m, p); /* a number that is no character is dropped */
    return name.n + 2;
}

/* Whether the three bytes at i are U+FFFE or U+FFFF, which XML does not have. */
static bool no_character(str s, size_t i) {
    return s.p[i] == '\xef' && i + 2 < s.n && s.p[i + 1] == '\xbf' && (s.p[i + 2] == '\xbe' || s.p[i + 2] == '\xbf');
}

/* s without what is over most bytes; no character is cut. */
static str at_most(str s, size_t most) {
    if (s.n <= most) return s;
    while (most > 0 && (s.p[most] & 0xc0) == 0x80) most--;
    return str_cut(s, 0, most);
}

/* s with its marks escaped, or, as CDATA is, without its odd characters alone. */
static void add_text(mender *m, str s, bool cdata) {
    size_t from = 0;
    s = at_most(s, LIMIT_FEED_TEXT - m->text);
    m->text += s.n;
    for (size_t i = 0; i < s.n;) {
        unsigned char c = (unsigned char)s.p[i];
        bool mark = !cdata && (c == '&' || c == '<' || c == '>' || c == '"');
        bool odd = (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7f || (c == 0xef && no_character(s, i));
        if (!mark && !odd) {
            i++;
            continue;
        }
        buf_add(m->out, str_cut(s, from, i));
        if (odd) i += c == 0xef ? 3 : 1;
        else if (c == '&') i += add_reference(m, s, i);
        else add_point(m, c), i++;
        from = i;
    }
    buf_add(m->out, str_cut(s, from, s.n));
}

/* ---- elements */

static void close_last(mender *m) {
    str name = m->open.items[--m->open.n];
    buf_add(m->out, STR("</"));
    buf_add(m->out, name);
    buf_add_char(m->out, '>');
    m->text = 0;
    m->done = m->open.n == 0;
}

/* How many elements are open up to the innermost one of that name, itself counted; 0: none is. */
static size_t find_open(const mender *m, str name) {
    size_t n = m->open.n;
    while (n > 0 && !str_eq_fold(m->open.items[n - 1], name)) n--;
    return n;
}

/* What never stands within its like: one before it was not closed. */
static bool stands_alone(str name) {
    return str_eq_fold(name, STR("item")) || str_eq(name, STR("entry")) || str_eq(name, STR("url")) || str_eq(name, STR("sitemap"));
}

/* The value of an attribute, from i on, where it begins; returns what is behind it. */
static size_t attribute_value(str *value, mender *m, size_t i) {
    str s = m->s;
    char quote = i < s.n ? s.p[i] : ' ';
    unsigned bit = quote == '"' ? GONE_QUOTE : GONE_APOSTROPHE;
    if (quote == '"' || quote == '\'') {
        size_t end = seek(m, quote == '"' ? STR("\"") : STR("'"), ++i, bit);
        if (end < s.n) {
            *value = str_cut(s, i, end);
            return end + 1;
        }
    }
    size_t end = i;
    while (end < s.n && !ascii_space(s.p[end]) && s.p[end] != '>' && s.p[end] != '<') end++;
    *value = str_cut(s, i, end > i && s.p[end - 1] == '/' && end < s.n && s.p[end] == '>' ? end - 1 : end);
    return end;
}

/* Writes an attribute unless the element has it already. seen: the names of those that it has, n of them. */
static void add_attribute(mender *m, str seen[LIMIT_FEED_ATTRIBUTES], size_t *n, str name, str value) {
    if (!begins_name(name.p[0]) || name.p[name.n - 1] == ':' || *n == LIMIT_FEED_ATTRIBUTES) return;
    for (size_t i = 0; i < *n; i++)
        if (str_eq(seen[i], name)) return;
    seen[(*n)++] = name;
    m->text = 0;
    buf_add_char(m->out, ' ');
    buf_add(m->out, name);
    buf_add(m->out, STR("=\""));
    add_text(m, value, false);
    buf_add_char(m->out, '"');
}

static size_t skip_space(str s, size_t i) {
    while (i < s.n && ascii_space(s.p[i])) i++;
    return i;
}

/* The attributes from i on, up to the end of the tag; returns where that is. kept: whether they are written. */
static size_t attributes(mender *m, size_t i, bool kept, bool *empty) {
    str s = m->s, seen[LIMIT_FEED_ATTRIBUTES];
    size_t count = 0;
    *empty = false;
    while ((i = skip_space(s, i)) < s.n && s.p[i] != '>' && s.p[i] != '<') {
        size_t end = name_end(s, i);
        *empty = s.p[i] == '/';
        if (end == i) {
            i++; /* no name */
            continue;
        }
        str name = str_cut(s, i, end), value;
        i = skip_space(s, end);
        if (i >= s.n || s.p[i] != '=') continue;
        i = attribute_value(&value, m, skip_space(s, i + 1));
        if (kept) add_attribute(m, seen, &count, name, value);
    }
    return i < s.n && s.p[i] == '>' ? i + 1 : i;
}

/* Whether an element that begins now is written. */
static bool is_kept(mender *m) {
    if (m->done || m->open.n >= LIMIT_FEED_NESTING) return false;
    if (m->record == 0 || m->open.n < m->record) return true;
    size_t most = m->open.n == m->record ? LIMIT_FEED_CHILDREN : LIMIT_FEED_ELEMENTS;
    return m->elements++ < most;
}

static void start_tag(mender *m) {
    size_t end = name_end(m->s, m->i + 1);
    str name = str_cut(m->s, m->i + 1, end);
    while (name.n > 1 && name.p[name.n - 1] == ':') name.n--;
    size_t same = stands_alone(name) ? find_open(m, name) : 0;
    while (same > 0 && m->open.n >= same) close_last(m);
    bool empty, kept = is_kept(m);
    if (kept && stands_alone(name)) m->record = m->open.n + 1, m->elements = 0;
    if (kept) {
        buf_add_char(m->out, '<');
        buf_add(m->out, name);
    }
    m->i = attributes(m, end, kept, &empty);
    if (!kept) return;
    buf_add_char(m->out, '>');
    m->text = 0;
    *vec_add(m->home, &m->open) = name;
    if (empty) close_last(m);
}

static void end_tag(mender *m) {
    size_t end = name_end(m->s, m->i + 2), depth = find_open(m, str_cut(m->s, m->i + 2, end));
    while (depth > 0 && m->open.n >= depth) close_last(m);
    while (end < m->s.n && m->s.p[end] != '>' && m->s.p[end] != '<') end++;
    m->i = end < m->s.n && m->s.p[end] == '>' ? end + 1 : end;
}

/* Past <!DOCTYPE …>, and what it declares between brackets. */
static size_t declaration_end(str s, size_t i) {
    bool within = false;
    char quote = 0;
    for (; i < s.n; i++) {
        char c = s.p[i];
        if (quote) quote = c == quote ? 0 : quote;
        else if (c == '"' || (c == '\'' && !within)) quote = c; /* remarks within have apostrophes */
        else if (c == '[') within = true;
        else if (c == ']') within = false;
        else if (c == '>' && !within) return i + 1;
    }
    return s.n;
}

/* What begins with <! or <?. */
static void mark_up(mender *m) {
    static const str CDATA = { "<![CDATA[", 9 };
    str s = m->s, rest = str_cut(s, m->i, s.n);
    if (str_starts(rest, CDATA)) {
        size_t start = m->i + CDATA.n, end = seek(m, STR("]]>"), start, GONE_CDATA);
        m->i = end < s.n ? end + 3 : s.n;
        if (m->open.n == 0) return;
        buf_add(m->out, CDATA);
        add_text(m, str_cut(s, start, end), true);
        buf_add(m->out, STR("]]>"));
    } else if (str_starts(rest, STR("<!--"))) {
        size_t end = seek(m, STR("-->"), m->i + 4, GONE_COMMENT);
        m->i = end < s.n ? end + 3 : m->i + 4;
    } else if (rest.p[1] == '?') {
        size_t end = seek(m, STR("?>"), m->i, GONE_INSTRUCTION);
        m->i = end < s.n ? end + 2 : m->i + 2;
    } else {
        m->i = m->open.n == 0 ? declaration_end(s, m->i) : m->i + 2;
    }
}

/* Where the document begins: at its declaration, behind what a server's error messages put before it. */
static size_t beginning(str s) {
    enum { WITHIN = 64 * 1024 };
    size_t hit = str_find(str_cut(s, 0, s.n < WITHIN ? s.n : WITHIN), STR("<?xml "), 0);
    return hit == SIZE_MAX ? 0 : hit;
}

void xml_mend(buf *out, arena *a, str text) {
    mender m = { .out = out, .home = a, .s = text, .i = beginning(text) };
    while (m.i < text.n && !m.done) {
        const char *open = memchr(text.p + m.i, '<', text.n - m.i);
        size_t at = open ? (size_t)(open - text.p) : text.n;
        if (m.open.n > 0) add_text(&m, str_cut(text, m.i, at), false);
        m.i = at;
        char next = at + 1 < text.n ? text.p[at + 1] : ' ';
        if (at == text.n) break;
        if (begins_name(next)) start_tag(&m);
        else if (next == '/' && at + 2 < text.n && begins_name(text.p[at + 2])) end_tag(&m);
        else if (next == '!' || next == '?') mark_up(&m);
        else if (m.i++, m.open.n > 0) buf_add(out, STR("&lt;"));
    }
    while (m.open.n > 0) close_last(&m);
}

/* ---- the root */

/* Passes what stands before the first element: declarations, comments. */
static size_t pass_prologue(str s) {
    size_t i = 0;
    while (i < s.n) {
        const char *open = memchr(s.p + i, '<', s.n - i);
        if (!open) return s.n;
        i = (size_t)(open - s.p);
        str rest = str_cut(s, i, s.n);
        if (rest.n > 1 && begins_name(rest.p[1])) return i + 1;
        size_t end = i + 1;
        if (str_starts(rest, STR("<!--"))) end = str_find(s, STR("-->"), i + 4);
        else if (str_starts(rest, STR("<?"))) end = str_find(s, STR("?>"), i);
        else if (str_starts(rest, STR("<!"))) end = declaration_end(s, i);
        i = end;
    }
    return s.n;
}

const char *xml_root(char name[32], str bytes) {
    enum { WITHIN = 8 * 1024, NAME = 32 };
    char head[WITHIN];
    size_t n = 0, to = 0;
    for (size_t i = 0; i < bytes.n && i < WITHIN; i++)
        if (bytes.p[i] && !(i < 3 && bytes.p[i] & 0x80)) head[n++] = bytes.p[i]; /* UTF-16 has NULs between, and all may have a mark */
    str s = str_trim((str){ head, n });
    if (s.n && s.p[0] != '<') s = str_cut(s, beginning(s), s.n);
    size_t i = pass_prologue(s), end = name_end(s, i);
    for (; i < end && to + 1 < NAME; i++) {
        if (s.p[i] == ':') to = 0;
        else name[to++] = ascii_lower(s.p[i]);
    }
    name[to] = '\0';
    return name;
}
