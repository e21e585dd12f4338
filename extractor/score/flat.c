/* SPDX-License-Identifier: MIT */
#include "score/flat.h"

#include <stdlib.h>
#include <utf8proc.h>

/* The longest compatibility decomposition has 18 code points, each of which may fold to three. */
enum { DECOMPOSED = 32, FOLDED = 8 };

/* The code point at byte *i, which moves on; a byte that is not UTF-8 stands for itself. */
static int32_t next_point(str s, size_t *i) {
    unsigned char c = (unsigned char)s.p[*i];
    int32_t point = c;
    utf8proc_ssize_t n = 1;
    if (c >= 0x80) n = utf8proc_iterate((const utf8proc_uint8_t *)s.p + *i, (utf8proc_ssize_t)(s.n - *i), &point);
    if (n < 1) {
        n = 1;
        point = c;
    }
    *i += (size_t)n;
    return point;
}

static int32_t fold_mark(int32_t c) {
    switch (c) {
    case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0xAB: case 0xBB: case 0x2033: case 0xFF02:
        return '"';
    case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0xB4: case '`':
        return '\'';
    case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212:
        return '-';
    default:
        return c;
    }
}

static bool is_space(int32_t c) {
    return c == ' ' || (c >= 9 && c <= 13) || (c >= 0x1C && c <= 0x1F) || c == 0x85 || c == 0xA0 || c == 0x1680 ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Full case folding of one code point, marks folded too. */
static size_t fold_point(int32_t out[FOLDED], int32_t c) {
    if (c < 0x80) {
        out[0] = fold_mark((unsigned char)ascii_lower((char)c));
        return 1;
    }
    utf8proc_ssize_t n = utf8proc_decompose_char(c, out, FOLDED, UTF8PROC_CASEFOLD, NULL);
    if (n < 1 || n > FOLDED) {
        out[0] = c;
        n = 1;
    }
    for (utf8proc_ssize_t i = 0; i < n; i++) out[i] = fold_mark(out[i]);
    return (size_t)n;
}

/* s in NFKC; ASCII is its own. */
static str compose(arena *a, str s) {
    bool ascii = true;
    for (size_t i = 0; i < s.n && ascii; i++) ascii = (unsigned char)s.p[i] < 0x80;
    if (ascii) return s;
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &out,
                                      UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
    if (n < 0) return s;
    str copy = arena_copy(a, (str){ (const char *)out, (size_t)n });
    free(out);
    return copy;
}

/* Case and marks folded, full stops as spaces, one space for several. */
static str fold_letters(arena *a, str s) {
    char *p = arena_alloc(a, s.n * 3 * 4 + 4);
    size_t n = 0;
    bool space = false;
    for (size_t i = 0; i < s.n;) {
        int32_t folded[FOLDED];
        size_t k = fold_point(folded, next_point(s, &i));
        for (size_t j = 0; j < k; j++) {
            bool blank = folded[j] == '.' || is_space(folded[j]);
            if (!blank) n += (size_t)utf8proc_encode_char(folded[j], (utf8proc_uint8_t *)p + n);
            if (blank && !space) p[n++] = ' ';
            space = blank;
        }
    }
    return (str){ p, n };
}

static str split_walikota(arena *a, str s) {
    str word = STR("walikota");
    size_t hit;
    for (size_t from = 0; (hit = str_find(s, word, from)) != SIZE_MAX; from = hit + word.n + 1)
        s = arena_format(a, "%.*swali kota%.*s", (int)hit, s.p, (int)(s.n - hit - word.n), s.p + hit + word.n);
    return s;
}

str fold_name(arena *a, str s) {
    if (s.n == 0) return STR("");
    s = split_walikota(a, fold_letters(a, compose(a, s)));
    while (s.n && strchr(" ,;:", s.p[0])) s = str_cut(s, 1, s.n);
    while (s.n && strchr(" ,;:", s.p[s.n - 1])) s.n--;
    return s;
}

str fold_place(arena *a, str s) {
    static const char *const levels[] = { "kabupaten ", "kab ", "provinsi " };
    s = fold_name(a, s);
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (str_starts(s, str_of(levels[i]))) return str_cut(s, strlen(levels[i]), s.n);
    return s;
}

/* One code point in NFKC. */
static size_t compose_point(int32_t out[DECOMPOSED], int32_t c) {
    const utf8proc_option_t nfkc = UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT;
    out[0] = c;
    if (c < 0x80) return 1;
    utf8proc_ssize_t n = utf8proc_decompose_char(c, out, DECOMPOSED, nfkc, NULL);
    if (n >= 1 && n <= DECOMPOSED) n = utf8proc_normalize_utf32(out, n, nfkc);
    if (n < 1 || n > DECOMPOSED) {
        out[0] = c;
        n = 1;
    }
    return (size_t)n;
}

static bool is_dropped(int32_t c) {
    if (c < 0x80) return is_space(c);
    utf8proc_category_t kind = utf8proc_category(c);
    return is_space(c) || kind == UTF8PROC_CATEGORY_CF || kind == UTF8PROC_CATEGORY_MN;
}

/* Adds what is left of one code point to the letters. */
static void flatten_point(arena *a, flat *f, size_t *cap, int32_t c) {
    int32_t composed[DECOMPOSED], folded[FOLDED];
    size_t n = compose_point(composed, fold_mark(c));
    for (size_t i = 0; i < n; i++) {
        size_t k = fold_point(folded, composed[i]);
        for (size_t j = 0; j < k; j++) {
            if (is_dropped(folded[j])) continue;
            f->letters = vec_grow(a, f->letters, f->n, cap, sizeof *f->letters);
            f->letters[f->n++] = folded[j];
        }
    }
}

flat flat_make(arena *a, str text) {
    flat f = { .text = text };
    size_t cap = 0;
    f.at = arena_alloc(a, (text.n + 1) * sizeof *f.at);
    for (size_t i = 0; i < text.n; f.points++) {
        size_t before = f.n;
        flatten_point(a, &f, &cap, next_point(text, &i));
        f.at[f.points] = f.n > before ? (uint32_t)before : (uint32_t)FLAT_NONE;
    }
    return f;
}

span flat_span(const flat *f, long long start, long long end) {
    span s = { 0, 0 };
    if (start < 0) start = 0;
    if (end > (long long)f->points) end = (long long)f->points;
    while (start < end && f->at[start] == FLAT_NONE) start++;
    while (end > start && f->at[end - 1] == FLAT_NONE) end--;
    if (start < end) s = (span){ f->at[start], f->at[end - 1] + 1 };
    return s;
}

static long long count_points(str s) {
    long long n = 0;
    for (size_t i = 0; i < s.n; n++) next_point(s, &i);
    return n;
}

span flat_find(const flat *f, str piece, long long nth, bool *missing) {
    size_t hit = str_find(f->text, piece, 0);
    for (long long i = 1; i < nth && hit != SIZE_MAX; i++) hit = str_find(f->text, piece, hit + 1);
    *missing = hit == SIZE_MAX;
    if (*missing) return (span){ 0, 0 };
    long long start = count_points(str_cut(f->text, 0, hit));
    return flat_span(f, start, start + count_points(piece));
}

span flat_find_like(arena *a, const flat *f, str piece, long long nth, bool *missing) {
    flat p = flat_make(a, piece);
    size_t size = p.n * sizeof *p.letters;
    *missing = true;
    if (p.n == 0) return (span){ 0, 0 };
    for (size_t i = 0; i + p.n <= f->n; i++) {
        if (f->letters[i] != p.letters[0] || memcmp(f->letters + i, p.letters, size) != 0 || --nth > 0) continue;
        *missing = false;
        return (span){ i, i + p.n };
    }
    return (span){ 0, 0 };
}
