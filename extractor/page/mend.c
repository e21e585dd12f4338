/* SPDX-License-Identifier: MIT */
#include "page/mend.h"

/* From the first bracket to the last; those of CDATA marks are none. */
static str inner(str s) {
    static const str OPEN = { "<![CDATA[", 9 };
    size_t mark = str_find(s, OPEN, 0), brace = str_find(s, STR("{"), 0);
    size_t from = mark < brace ? mark + OPEN.n : 0, to = str_find_last(s, STR("]]>"), s.n);
    if (from == 0 || to == SIZE_MAX || to < from) to = s.n;
    while (from < to && s.p[from] != '{' && s.p[from] != '[') from++;
    while (to > from && s.p[to - 1] != '}' && s.p[to - 1] != ']') to--;
    return str_cut(s, from, to);
}

static size_t skip_space(str s, size_t i) {
    while (i < s.n && ascii_space(s.p[i])) i++;
    return i;
}

/* Whether the quotation mark at i closes a string: what follows is what may follow one. After a comma comes a key or a
 * value, not prose. */
static bool closes(str s, size_t i) {
    size_t k = skip_space(s, i + 1);
    if (k >= s.n || s.p[k] == ':' || s.p[k] == '}' || s.p[k] == ']') return true;
    if (s.p[k] != ',') return false;
    k = skip_space(s, k + 1);
    return k < s.n && (strchr("\"{[}]-tfn", s.p[k]) || ascii_digit(s.p[k]));
}

typedef struct {
    char *p;
    size_t n;
} sheet;

static void put(sheet *to, char c) { to->p[to->n++] = c; }

/* Copies the escape at i; one that JSON does not have loses its backslash. Returns its last byte. */
static size_t copy_escape(sheet *to, str s, size_t i) {
    if (i + 1 >= s.n) return i;
    if (strchr("\"\\/bfnrtu", s.p[i + 1])) put(to, '\\');
    put(to, s.p[i + 1]);
    return i + 1;
}

/* Copies the string that begins at i; returns its last byte. */
static size_t copy_string(sheet *to, str s, size_t i) {
    put(to, '"');
    for (i++; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        if (c == '\\') i = copy_escape(to, s, i);
        else if (c == '"' && closes(s, i)) break;
        else if (c == '"') put(to, '\\'), put(to, '"');
        else if (c == '\n') put(to, '\\'), put(to, 'n');
        else put(to, c < ' ' ? ' ' : (char)c);
    }
    put(to, '"');
    return i;
}

str mend_json(arena *a, str s, bool hard) {
    s = inner(s);
    if (!hard) return s;
    sheet to = { .p = arena_raw(a, 2 * s.n + 2) };
    for (size_t i = 0; i < s.n; i++) {
        if (s.p[i] == '"') {
            i = copy_string(&to, s, i);
            continue;
        }
        size_t next = s.p[i] == ',' ? skip_space(s, i + 1) : s.n;
        bool idle = s.p[i] == ',' && (next == s.n || s.p[next] == '}' || s.p[next] == ']' || s.p[next] == ',');
        if (!idle) put(&to, s.p[i]);
    }
    return (str){ to.p, to.n };
}
