/* SPDX-License-Identifier: MIT */
#include "page/letters.h"

static bool is_letter(char c) { return (c & 0x80) || ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'); }

/* The length of a mark above ASCII at i: U+2000 to U+207F, guillemets, no-break space, acute; 0: none. */
static size_t odd_mark(str s, size_t i) {
    if (s.p[i] == '\xe2' && i + 2 < s.n && (s.p[i + 1] == '\x80' || s.p[i + 1] == '\x81')) return 3;
    if (s.p[i] == '\xc2' && i + 1 < s.n && strchr("\xa0\xab\xad\xb4\xb7\xbb", s.p[i + 1])) return 2;
    return 0;
}

size_t letters_next(str s, size_t i) {
    while (i < s.n) {
        size_t mark = s.p[i] & 0x80 ? odd_mark(s, i) : 0;
        if (!mark && is_letter(s.p[i])) break;
        i += mark ? mark : 1;
    }
    return i;
}

/* Goes through both as long as they agree; what is left of each. */
static void pass_same(str *a, str *b) {
    size_t i = letters_next(*a, 0), k = letters_next(*b, 0);
    while (i < a->n && k < b->n && ascii_lower(a->p[i]) == ascii_lower(b->p[k])) {
        i = letters_next(*a, i + 1);
        k = letters_next(*b, k + 1);
    }
    *a = str_cut(*a, i, a->n);
    *b = str_cut(*b, k, b->n);
}

bool letters_same(str a, str b) {
    pass_same(&a, &b);
    return a.n == 0 && b.n == 0;
}

bool letters_begin(str s, str start) {
    pass_same(&s, &start);
    return start.n == 0;
}

static size_t count_letters(str s) {
    size_t n = 0;
    for (size_t i = letters_next(s, 0); i < s.n; i = letters_next(s, i + 1)) n++;
    return n;
}

bool letters_end(str s, str end) {
    size_t all = count_letters(s), n = count_letters(end), i = letters_next(s, 0);
    if (n > all) return false;
    for (size_t skip = all - n; skip > 0; skip--) i = letters_next(s, i + 1);
    return letters_same(str_cut(s, i, s.n), end);
}

str letters_only(arena *a, str s, size_t most) {
    char *to = arena_raw(a, (s.n < most ? s.n : most) + 1);
    size_t n = 0;
    for (size_t i = letters_next(s, 0); i < s.n && n < most; i = letters_next(s, i + 1)) to[n++] = ascii_lower(s.p[i]);
    return (str){ to, n };
}
