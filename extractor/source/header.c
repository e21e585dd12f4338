/* SPDX-License-Identifier: MIT */
#include "source/header.h"

size_t header_end(str s) {
    for (size_t begin = 0; begin < s.n;) {
        const char *feed = memchr(s.p + begin, '\n', s.n - begin);
        if (!feed) return 0;
        size_t end = (size_t)(feed - s.p);
        if (end == begin || (end == begin + 1 && s.p[begin] == '\r')) return end + 1;
        begin = end + 1;
    }
    return 0;
}

static bool goes_on(str rest) { return rest.n > 0 && (rest.p[0] == ' ' || rest.p[0] == '\t'); }

/* A value over several lines, on one. */
static str unfold(arena *a, str value) {
    if (!value.n || !memchr(value.p, '\n', value.n)) return value;
    char *out = arena_raw(a, value.n), *to = out;
    for (size_t i = 0; i < value.n; i++) {
        char c = value.p[i];
        bool feed = c == '\n' || c == '\r';
        if (!feed) *to++ = c;
        else if (to > out && to[-1] != ' ') *to++ = ' ';
    }
    return (str){ out, (size_t)(to - out) };
}

str header_field(arena *a, str header, str name) {
    while (header.n > 0) {
        str line = str_split(&header, '\n');
        while (goes_on(header)) {
            str more = str_split(&header, '\n');
            line.n = (size_t)(more.p + more.n - line.p);
        }
        const char *colon = line.n ? memchr(line.p, ':', line.n) : NULL;
        if (!colon) continue;
        size_t at = (size_t)(colon - line.p);
        if (str_eq_fold(str_trim(str_cut(line, 0, at)), name)) return unfold(a, str_trim(str_cut(line, at + 1, line.n)));
    }
    return STR_NONE;
}

str header_media(str value) {
    return value.n ? str_trim(str_split(&value, ';')) : value;
}

str header_parameter(str value, str name) {
    str_split(&value, ';');
    while (value.n > 0) {
        str rest = str_split(&value, ';'), key = str_trim(str_split(&rest, '='));
        if (!rest.p || !str_eq_fold(key, name)) continue;
        rest = str_trim(rest);
        bool quoted = rest.n >= 2 && (rest.p[0] == '"' || rest.p[0] == '\'') && rest.p[rest.n - 1] == rest.p[0];
        return quoted ? str_trim(str_cut(rest, 1, rest.n - 1)) : rest;
    }
    return STR_NONE;
}
