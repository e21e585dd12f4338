/* SPDX-License-Identifier: MIT */
#include "report/fragment.h"

#include "base/address.h"

enum { EXACT_POINTS = 300, RANGE_WORDS = 6 };

/* Percent-encodes all but letters, digits, "." and "_" : "-", "," and "&" have a meaning in text directives. */
static void add_encoded(buf *out, str s) {
    for (size_t i = 0; i < s.n; i++) {
        char c = s.p[i];
        bool plain = ascii_digit(c) || ascii_upper((char)(c & ~32)) || c == '.' || c == '_';
        if (plain) buf_add_char(out, c);
        else buf_add(out, (str){ (const char[]){ '%', "0123456789ABCDEF"[(unsigned char)c >> 4], "0123456789ABCDEF"[c & 15] }, 3 });
    }
}

static size_t count_points(str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += ((unsigned char)s.p[i] & 0xC0) != 0x80;
    return n;
}

/* The first words of a line, or the last. */
static str some_words(str line, bool last) {
    size_t words = 0, i = 0;
    for (; i < line.n; i++) {
        char c = last ? line.p[line.n - 1 - i] : line.p[i];
        if (c == ' ' && ++words == RANGE_WORDS) break;
    }
    return last ? str_cut(line, line.n - i, line.n) : str_cut(line, 0, i);
}

void fragment_address(buf *out, str address, str passage) {
    passage = str_trim(passage);
    if (!address_is_web(address)) return;
    buf_add(out, str_cut(address, 0, str_find(address, STR("#"), 0) == SIZE_MAX ? address.n : str_find(address, STR("#"), 0)));
    if (!passage.n) return;
    size_t line = str_find(passage, STR("\n"), 0), last = str_find_last(passage, STR("\n"), passage.n);
    buf_add(out, STR("#:~:text="));
    if (line == SIZE_MAX && count_points(passage) <= EXACT_POINTS) {
        add_encoded(out, passage);
        return;
    }
    add_encoded(out, some_words(str_trim(str_cut(passage, 0, line == SIZE_MAX ? passage.n : line)), false));
    buf_add_char(out, ',');
    add_encoded(out, some_words(str_trim(str_cut(passage, last == SIZE_MAX ? 0 : last + 1, passage.n)), true));
}

void fragment_archive(buf *out, str address, str day) {
    if (!address_is_web(address) || day.n < 10) return;
    const str date[] = { str_cut(day, 0, 4), str_cut(day, 5, 7), str_cut(day, 8, 10) };
    buf_format(out, "https://web.archive.org/web/%.*s%.*s%.*s/%.*s", STR_ARG(date[0]), STR_ARG(date[1]), STR_ARG(date[2]), STR_ARG(address));
}

