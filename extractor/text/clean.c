/* SPDX-License-Identifier: MIT */
#include "text/clean.h"

#include <stdlib.h>
#include <utf8proc.h>

#include "base/limits.h"
#include "text/utf8.h"

/* Windows-1252 for 0x80-0x9F, as the WHATWG encoding standard has it. */
static const uint16_t WINDOWS[32] = {
    0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E, 0x178,
};

str clean_windows_1252(arena *a, str in) {
    char *out = arena_raw(a, in.n * 3 + 1);
    size_t n = 0;
    for (size_t i = 0; i < in.n; i++) {
        unsigned char c = (unsigned char)in.p[i];
        n += utf8_write(out + n, c >= 0x80 && c < 0xA0 ? WINDOWS[c - 0x80] : c);
    }
    return (str){ out, n };
}

/* Counts well-formed sequences beyond ASCII and bytes that belong to none. */
static void census(str s, size_t *good, size_t *bad) {
    *good = *bad = 0;
    for (size_t i = 0; i < s.n;) {
        size_t stop = i + utf8_check(str_cut(s, i, s.n));
        for (; i < stop; i++) *good += (unsigned char)s.p[i] >= 0xC0;
        if (i < s.n) ++*bad, i++;
    }
}

/* Code points that NFC leaves alone wherever they stand, among those that news has; the others are looked at by
 * utf8proc, which is right but slow. */
static bool nfc_stable(uint32_t c) {
    return c < 0x300 || (c >= 0x1E00 && c < 0x1F00) || (c >= 0x2010 && c <= 0x205E) || (c >= 0x20A0 && c <= 0x20BF) ||
           (c >= 0x2190 && c < 0x2329) || (c >= 0x2500 && c < 0x2ADC) || (c >= 0x1F300 && c < 0x1FB00) || c == 0xFFFD;
}

enum { KEEP, DROP, SPACE, LINE };

static bool ends_line(uint32_t c) {
    return c == '\n' || c == '\v' || c == '\f' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

static bool is_space(uint32_t c) {
    return c == '\t' || c == 0xA0 || (c >= 0x2000 && c <= 0x200A) || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Controls, soft hyphens, marks of direction, joiners, selectors of variants. */
static bool is_hidden(uint32_t c) {
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xAD || c == 0xFEFF) return true;
    if (c < 0x200B) return false;
    return c <= 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2060 && c <= 0x2064) || (c >= 0xFE00 && c <= 0xFE0F);
}

/* What becomes of a character that is no ordinary one. */
static int fate(uint32_t c) {
    if (ends_line(c)) return LINE;
    if (is_space(c)) return SPACE;
    return is_hidden(c) ? DROP : KEEP;
}

/* Ordinary: printable ASCII and line feeds. */
static size_t skip_plain(str s, size_t i) {
    while (i < s.n && (unsigned char)(s.p[i] - 0x20) < 0x5F) i++;
    return i;
}

/* Copies s with every character's fate; *nfc says whether composition has to be looked at. */
static str filtered(arena *a, str s, bool *nfc) {
    char *out = arena_raw(a, s.n + 1);
    size_t n = 0, size;
    for (size_t i = 0; i < s.n;) {
        size_t stop = skip_plain(s, i);
        memcpy(out + n, s.p + i, stop - i);
        n += stop - i;
        if ((i = stop) == s.n) break;
        uint32_t c = utf8_at(s, i, &size);
        if (c == '\r') {
            if (i + 1 == s.n || s.p[i + 1] != '\n') out[n++] = '\n';
        } else {
            int what = fate(c);
            if (what == LINE) out[n++] = '\n';
            else if (what == SPACE) out[n++] = ' ';
            else if (what == KEEP) {
                memcpy(out + n, s.p + i, size);
                n += size;
                *nfc = *nfc || !nfc_stable(c);
            }
        }
        i += size;
    }
    return (str){ out, n };
}

static str composed(arena *a, str s) {
    utf8proc_uint8_t *out = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)s.p, (utf8proc_ssize_t)s.n, &out,
                                      UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n < 0 || !out) return s;
    str copy = arena_copy(a, (str){ (const char *)out, (size_t)n });
    free(out);
    return copy;
}

static int refuse(str bytes, str name, error *e) {
    if (bytes.n > LIMIT_ARTICLE)
        return error_set(e, ERROR_LIMIT, "%.*s: %zu bytes: an article has at most %d", STR_ARG(name), bytes.n, LIMIT_ARTICLE);
    if (str_starts(bytes, STR("\xFF\xFE")) || str_starts(bytes, STR("\xFE\xFF")))
        return error_set(e, ERROR_INPUT, "%.*s: UTF-16; petik reads UTF-8", STR_ARG(name));
    const char *nul = bytes.n ? memchr(bytes.p, 0, bytes.n) : NULL;
    if (nul)
        return error_set(e, ERROR_INPUT, "%.*s: NUL byte at offset %zu: not a text", STR_ARG(name), (size_t)(nul - bytes.p));
    return 0;
}

int text_clean(clean_text *out, arena *a, str bytes, str name, error *e) {
    *out = (clean_text){ 0 };
    int status = refuse(bytes, name, e);
    if (status) return status;
    str s = bytes;
    size_t valid = utf8_check(s);
    if (valid < s.n) {
        size_t good, bad;
        census(s, &good, &bad);
        out->windows_1252 = bad > good;
        if (!out->windows_1252) out->replaced = bad;
        out->first_bad = valid;
        s = out->windows_1252 ? clean_windows_1252(a, s) : utf8_mended(a, s);
    }
    bool nfc = false;
    s = filtered(a, s, &nfc);
    out->text = nfc ? composed(a, s) : s;
    return 0;
}
