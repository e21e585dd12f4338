/* SPDX-License-Identifier: MIT */
#include "page/entity.h"

#include <libxml/HTMLparser.h>

#include "text/utf8.h"

enum { LONGEST_NAME = 10 };

static long digits(str s, int base) {
    long value = 0;
    if (s.n == 0 || s.n > 7) return -1;
    for (size_t i = 0; i < s.n; i++) {
        char c = ascii_lower(s.p[i]);
        int d = ascii_digit(c) ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : 99;
        if (d >= base) return -1;
        value = value * base + d;
    }
    return value;
}

uint32_t entity_point(str name) {
    if (name.n == 0 || name.n > LONGEST_NAME) return 0;
    if (name.p[0] == '#') {
        bool hex = name.n > 1 && ascii_lower(name.p[1]) == 'x';
        long v = digits(str_cut(name, hex ? 2 : 1, name.n), hex ? 16 : 10);
        return v > 0 && v < 0x110000 && (v < 0xd800 || v > 0xdfff) ? (uint32_t)v : 0;
    }
    if (str_eq(name, STR("apos"))) return '\'';
    char closed[LONGEST_NAME + 1];
    memcpy(closed, name.p, name.n);
    closed[name.n] = '\0';
    const htmlEntityDesc *found = htmlEntityLookup((const xmlChar *)closed);
    return found ? found->value : 0;
}

/* One round; the result is no longer than s. */
static size_t decode(char *to, str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        const char *semicolon = s.p[i] == '&' ? memchr(s.p + i, ';', s.n - i < LONGEST_NAME + 2 ? s.n - i : LONGEST_NAME + 2) : NULL;
        uint32_t point = semicolon ? entity_point((str){ s.p + i + 1, (size_t)(semicolon - s.p) - i - 1 }) : 0;
        if (!point) {
            to[n++] = s.p[i];
            continue;
        }
        n += utf8_write(to + n, point);
        i = (size_t)(semicolon - s.p);
    }
    return n;
}

static bool opens_tag(str s, size_t i) {
    if (s.p[i] != '<' || i + 1 >= s.n) return false;
    char c = s.p[i + 1] == '/' && i + 2 < s.n ? s.p[i + 2] : s.p[i + 1];
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

/* Tags out, runs of spaces one, line feeds kept. */
static size_t tidy(char *p, size_t n) {
    size_t to = 0;
    bool open = false; /* no tag is closed any more */
    for (size_t i = 0; i < n; i++) {
        bool tag = !open && opens_tag((str){ p, n }, i);
        const char *close = tag ? memchr(p + i, '>', n - i) : NULL;
        open = open || (tag && !close);
        if (close) {
            i = (size_t)(close - p);
            continue;
        }
        bool space = ascii_space(p[i]) || (p[i] == '\xc2' && i + 1 < n && p[i + 1] == '\xa0');
        if (!space) {
            p[to++] = p[i];
            continue;
        }
        if (p[i] == '\xc2') i++;
        if (to && p[i] == '\n') to -= p[to - 1] == ' ', p[to++] = '\n';
        else if (to && p[to - 1] != ' ' && p[to - 1] != '\n') p[to++] = ' ';
    }
    return to;
}

str entity_decode(arena *a, str s) {
    char *once = arena_raw(a, s.n + 1);
    size_t n = decode(once, s);
    char *twice = arena_raw(a, n + 1);
    n = decode(twice, (str){ once, n });
    return (str){ twice, tidy(twice, n) };
}
