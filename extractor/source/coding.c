/* SPDX-License-Identifier: MIT */
#include "source/coding.h"

#include <zlib.h>

#include "base/limits.h"

static int hex_digit(char c) {
    if (ascii_digit(c)) return c - '0';
    c = ascii_lower(c);
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* The size line of a chunk at *i: "1c37", perhaps an extension, a line end. *i goes behind it. false: it is none. */
static bool read_size(size_t *size, size_t *i, str s) {
    enum { MOST_DIGITS = 15 };
    size_t k = *i, digits = 0, n = 0;
    for (; k < s.n && hex_digit(s.p[k]) >= 0; k++, digits++) {
        if (digits == MOST_DIGITS) return false;
        n = n * 16 + (size_t)hex_digit(s.p[k]);
    }
    while (k < s.n && (s.p[k] == ' ' || s.p[k] == '\t')) k++;
    if (digits == 0 || k == s.n || !strchr("\r\n;", s.p[k] ? s.p[k] : 'x')) return false;
    const char *feed = memchr(s.p + k, '\n', s.n - k);
    if (!feed || (s.p[k] == '\r' && feed != s.p + k + 1)) return false;
    *size = n;
    *i = (size_t)(feed - s.p) + 1;
    return true;
}

/* Past the line end behind a chunk; at the end of the body there may be none. */
static bool pass_line_end(size_t *i, str s) {
    if (*i < s.n && s.p[*i] == '\r') ++*i;
    if (*i == s.n) return true;
    return s.p[(*i)++] == '\n';
}

int coding_join_chunks(str *out, arena *a, str body, const char *name, error *e) {
    size_t size, i = 0;
    *out = body;
    if (!read_size(&size, &i, body)) return 0;
    char *to = arena_raw(a, body.n + 1);
    size_t n = 0, count = 0;
    for (i = 0; i < body.n; count++) {
        bool good = read_size(&size, &i, body);
        if (good && size == 0) break;
        if (good && size > body.n - i) size = body.n - i; /* cut short */
        if (good) {
            memcpy(to + n, body.p + i, size);
            n += size;
            i += size;
            good = pass_line_end(&i, body);
        }
        if (good) continue;
        if (count == 0) return 0; /* text that begins like a chunk */
        return error_set(e, ERROR_INPUT, "%s: chunk %zu of the response is damaged", name, count + 1);
    }
    *out = (str){ to, n };
    return 0;
}

/* How zlib is told what to expect: a gzip or zlib wrapper, or bare deflate. */
enum { WINDOW_GZIP = 15 + 16, WINDOW_ZLIB = 15, WINDOW_BARE = -15 };

bool coding_is_gzip(str s) { return s.n >= 2 && memcmp(s.p, "\x1f\x8b", 2) == 0; }

static bool is_zlib(str s) {
    return s.n >= 2 && (s.p[0] & 0x0f) == 8 && (((unsigned)(unsigned char)s.p[0] << 8) | (unsigned char)s.p[1]) % 31 == 0;
}

/* Room for the next piece, of about as much as there is. */
static bool more_room(buf *b, size_t least) {
    if (b->cap > b->n) return true;
    size_t left = b->max - b->n, want = b->n + least;
    return left > 0 && buf_reserve(b, want < left ? want : left);
}

/* Inflates into b: Z_STREAM_END when all is well. gzip may have several members. */
static int inflate_all(buf *b, str s, int window) {
    z_stream z = { .next_in = (Bytef *)(uintptr_t)s.p, .avail_in = (uInt)s.n };
    if (inflateInit2(&z, window) != Z_OK) return Z_MEM_ERROR;
    int code = Z_OK;
    while (code == Z_OK && more_room(b, s.n * 4 + 1024)) {
        z.next_out = (Bytef *)b->p + b->n;
        z.avail_out = (uInt)(b->cap - b->n);
        code = inflate(&z, Z_NO_FLUSH);
        b->n = b->cap - z.avail_out;
        if (code == Z_STREAM_END && window == WINDOW_GZIP && coding_is_gzip((str){ (const char *)z.next_in, z.avail_in }))
            code = inflateReset(&z);
    }
    inflateEnd(&z);
    return b->full ? Z_MEM_ERROR : code;
}

static int explain(int code, str coding, const char *name, error *e) {
    if (code == Z_MEM_ERROR) return error_set(e, ERROR_LIMIT, "%s: out of memory", name);
    return error_set(e, ERROR_INPUT, "%s: Content-Encoding %.*s: %s", name, STR_ARG(coding),
                     code == Z_BUF_ERROR ? "cut short" : "damaged");
}

static int undo(str *body, arena *a, str coding, size_t limit, const char *name, error *e) {
    bool gzip = !str_eq_fold(coding, STR("deflate"));
    int window = gzip ? WINDOW_GZIP : is_zlib(*body) ? WINDOW_ZLIB : WINDOW_BARE, status = 0;
    if (body->n == 0 || (gzip && !coding_is_gzip(*body))) return 0; /* undone already */
    buf b = buf_make(limit + 1);
    int code = inflate_all(&b, *body, window);
    if (b.n > limit)
        status = error_set(e, ERROR_LIMIT, "%s: longer than %zu MB%s", name, limit / 1024 / 1024, limit == LIMIT_ARTICLE ? ", too long for an article" : "");
    else if (code == Z_STREAM_END) *body = arena_copy(a, b.n ? buf_str(&b) : STR(""));
    else status = explain(code, coding, name, e);
    buf_free(&b);
    return status;
}

int coding_gunzip(buf *out, str body, const char *name, error *e) {
    int code = inflate_all(out, body, WINDOW_GZIP);
    bool full = out->full || (code == Z_OK && out->n == out->max);
    if (full) return error_set(e, ERROR_LIMIT, "%s: longer than %zu MB when inflated", name, out->max / 1024 / 1024);
    return code == Z_STREAM_END ? 0 : error_set(e, ERROR_INPUT, "%s: gzip: %s", name, code == Z_BUF_ERROR ? "cut short" : "damaged");
}

static bool is_deflate(str coding) {
    return str_eq_fold(coding, STR("gzip")) || str_eq_fold(coding, STR("x-gzip")) || str_eq_fold(coding, STR("deflate"));
}

/* Compressions that are known and not read. What else stands in such headers (identity, utf-8, none) does nothing. */
static bool is_foreign(str coding) {
    static const char *const names[] = { "br", "zstd", "compress", "x-compress", "dcb", "dcz" };
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (str_eq_fold(coding, str_of(names[i]))) return true;
    return false;
}

bool coding_is_markup(str s) {
    s = str_trim(str_starts(s, STR("\xef\xbb\xbf")) ? str_cut(s, 3, s.n) : s);
    return (s.n > 14 && str_eq_fold(str_cut(s, 0, 14), STR("<!doctype html"))) ||
           (s.n > 5 && str_eq_fold(str_cut(s, 0, 5), STR("<html")));
}

int coding_inflate(str *out, arena *a, str body, str codings, size_t limit, const char *name, error *e) {
    *out = body;
    for (size_t count = 0; codings.n > 0 && !coding_is_markup(*out); count++) {
        size_t comma = str_find_last(codings, STR(","), codings.n), begin = comma == SIZE_MAX ? 0 : comma + 1;
        str coding = str_trim(str_cut(codings, begin, codings.n));
        codings.n = begin > 0 ? begin - 1 : 0;
        if (count == LIMIT_CODINGS) return error_set(e, ERROR_INPUT, "%s: compressed more than %d times", name, LIMIT_CODINGS);
        if (is_foreign(coding))
            return error_set(e, ERROR_INPUT, "%s: Content-Encoding %.*s is not read", name, STR_ARG(coding));
        int status = is_deflate(coding) ? undo(out, a, coding, limit, name, e) : 0;
        if (status != 0) return status;
    }
    return 0;
}
