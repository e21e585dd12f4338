/* SPDX-License-Identifier: MIT */
#include "report/wording.h"

#include "base/buf.h"

str wording(arena *a, str text) {
    buf b = buf_make(SIZE_MAX);
    buf_add_char(&b, ' ');
    for (size_t i = 0; i < text.n; i++) {
        char c = text.p[i];
        bool mark = (unsigned char)c == 0xe2 && i + 2 < text.n && ((unsigned char)text.p[i + 1] & 0xfe) == 0x80; /* U+2000 to U+207F */
        bool word = !mark && (ascii_digit(c) || ascii_upper((char)(c & ~32)) || (unsigned char)c >= 0x80 || c == '\'');
        if (word) buf_add_char(&b, ascii_lower(c));
        else if (b.p[b.n - 1] != ' ') buf_add_char(&b, ' ');
        if (mark) i += 2;
    }
    if (b.p[b.n - 1] != ' ') buf_add_char(&b, ' ');
    str out = arena_copy(a, buf_str(&b));
    buf_free(&b);
    return out;
}

bool wording_has(str whole, str part) {
    str rest = str_cut(part, 1, part.n);
    if (part.n < 2) return false;
    while (rest.n) {
        size_t space = str_find(rest, STR(" "), 0);
        str word = { rest.p - 1, space + 2 };
        if (str_find(whole, word, 0) == SIZE_MAX) return false;
        rest = str_cut(rest, space + 1, rest.n);
    }
    return true;
}

str wording_next(str *about, bool *prefix) {
    str words = STR_NONE;
    *prefix = false;
    while (about->p && !words.n) {
        *about = str_trim(*about);
        bool quoted = about->n && about->p[0] == '"';
        if (quoted) *about = str_cut(*about, 1, about->n);
        words = str_split(about, quoted ? '"' : ' ');
        *prefix = !quoted && str_ends(words, STR("*"));
    }
    return words;
}

bool wording_about(arena *a, str whole, str about) {
    bool prefix, any = false;
    for (str next = wording_next(&about, &prefix); next.n; next = wording_next(&about, &prefix)) {
        str words = wording(a, next);
        if (words.n < 2) continue; /* marks only, which do not count */
        if (prefix) words.n--;     /* the space behind */
        if (str_find(whole, words, 0) == SIZE_MAX) return false;
        any = true;
    }
    return any;
}
