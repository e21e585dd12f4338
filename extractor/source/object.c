/* SPDX-License-Identifier: MIT */
#include "source/object.h"

#include "base/limits.h"

static const str KEYS[FIELD_COUNT] = {
    [FIELD_ID] = { "id", 2 },
    [FIELD_URL] = { "url", 3 },
    [FIELD_TITLE] = { "title", 5 },
    [FIELD_TEXT] = { "text", 4 },
    [FIELD_HTML] = { "html", 4 },
    [FIELD_PUBLISHED] = { "published", 9 },
    [FIELD_PUBLISHER] = { "publisher", 9 },
    [FIELD_FETCHED] = { "fetched", 7 },
};

typedef struct {
    const char *begin, *p, *end;
    arena *home;
    object *out;
} scan;

const char *object_key(object_field f) { return f < FIELD_COUNT ? KEYS[f].p : ""; }

static bool fail(scan *s, const char *what) {
    s->out->at = (size_t)(s->p - s->begin);
    s->out->what = what;
    return false;
}

static bool fail_at(scan *s, const char *at, const char *what) {
    s->p = at;
    return fail(s, what);
}

static void skip_space(scan *s) {
    while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' || *s->p == '\n' || *s->p == '\r')) s->p++;
}

static bool expect(scan *s, char c, const char *what) {
    skip_space(s);
    if (s->p == s->end || *s->p != c) return fail(s, what);
    s->p++;
    return true;
}

/* Whether any of eight bytes is not a plain character of a string: a quotation mark, a backslash, below 0x20, or
 * not ASCII. */
static bool has_special(uint64_t w) {
    const uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
    uint64_t quote = w ^ (ones * '"'), slash = w ^ (ones * '\\');
    uint64_t low = w - ones * 0x20;
    return ((low | (quote - ones) | (slash - ones) | w) & tops) != 0;
}

static const char *skip_plain(const char *p, const char *end) {
    while (end - p >= 8) {
        uint64_t w;
        memcpy(&w, p, sizeof w);
        if (has_special(w)) break;
        p += 8;
    }
    while (p < end && (unsigned char)*p >= 0x20 && (unsigned char)*p < 0x80 && *p != '"' && *p != '\\') p++;
    return p;
}

/* Bytes of the UTF-8 sequence at p, or 0 when it is none (overlong, surrogate, beyond U+10FFFF, cut short). */
static size_t sequence_length(const char *c, const char *end) {
    const unsigned char *p = (const unsigned char *)c;
    size_t left = (size_t)(end - c);
    size_t n = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    if (p[0] < 0xc2 || p[0] > 0xf4 || left < n) return 0;
    for (size_t i = 1; i < n; i++)
        if ((p[i] & 0xc0) != 0x80) return 0;
    if ((p[0] == 0xe0 && p[1] < 0xa0) || (p[0] == 0xed && p[1] > 0x9f)) return 0;
    if ((p[0] == 0xf0 && p[1] < 0x90) || (p[0] == 0xf4 && p[1] > 0x8f)) return 0;
    return n;
}

static char *put_utf8(char *to, uint32_t c) {
    if (c < 0x80) {
        *to++ = (char)c;
    } else if (c < 0x800) {
        *to++ = (char)(0xc0 | c >> 6);
        *to++ = (char)(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        *to++ = (char)(0xe0 | c >> 12);
        *to++ = (char)(0x80 | (c >> 6 & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    } else {
        *to++ = (char)(0xf0 | c >> 18);
        *to++ = (char)(0x80 | (c >> 12 & 0x3f));
        *to++ = (char)(0x80 | (c >> 6 & 0x3f));
        *to++ = (char)(0x80 | (c & 0x3f));
    }
    return to;
}

/* The value of the four hexadecimal digits of \uXXXX at p, or UINT32_MAX. */
static uint32_t hex_unit(const char *p, const char *end) {
    if (end - p < 6 || p[0] != '\\' || p[1] != 'u') return UINT32_MAX;
    uint32_t v = 0;
    for (int i = 2; i < 6; i++) {
        char c = ascii_lower(p[i]);
        uint32_t digit = ascii_digit(c) ? (uint32_t)(c - '0') : c >= 'a' && c <= 'f' ? (uint32_t)(c - 'a' + 10) : 16;
        if (digit == 16) return UINT32_MAX;
        v = v << 4 | digit;
    }
    return v;
}

/* The escape at s->p, written to *to. */
static bool read_escape(scan *s, char **to) {
    static const char from[] = "\"\\/bfnrt", into[] = "\"\\/\b\f\n\r\t";
    if (s->end - s->p < 2) return fail(s, "the string is not closed");
    const char *known = s->p[1] ? strchr(from, s->p[1]) : NULL;
    if (known) {
        *(*to)++ = into[known - from];
        s->p += 2;
        return true;
    }
    if (s->p[1] != 'u') return fail(s, "unknown escape in a string");
    uint32_t c = hex_unit(s->p, s->end);
    if (c == UINT32_MAX) return fail(s, "\\u without four hexadecimal digits");
    if (c == 0) return fail(s, "NUL character in a string");
    if (c >= 0xd800 && c <= 0xdfff) {
        uint32_t low = c < 0xdc00 ? hex_unit(s->p + 6, s->end) : UINT32_MAX;
        if (low < 0xdc00 || low > 0xdfff) return fail(s, "half a surrogate pair");
        c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
        s->p += 6;
    }
    s->p += 6;
    *to = put_utf8(*to, c);
    return true;
}

/* The bytes between s->p, after the opening mark, and the closing mark: at least what the string decodes to. */
static size_t raw_length(const scan *s) {
    const char *p = s->p;
    for (;;) {
        const char *quote = memchr(p, '"', (size_t)(s->end - p));
        if (!quote) return (size_t)(s->end - s->p);
        const char *slash = quote;
        while (slash > s->p && slash[-1] == '\\') slash--;
        if ((quote - slash) % 2 == 0) return (size_t)(quote - s->p);
        p = quote + 1;
    }
}

/* A string with s->p on its opening mark, decoded into to, or only checked when to is NULL. */
static bool read_string(scan *s, str *value, char *to) {
    const char *open = s->p++;
    char scratch[8] = "";
    char *begin = to;
    for (;;) {
        const char *run = s->p;
        s->p = skip_plain(s->p, s->end);
        while (s->p < s->end && (unsigned char)*s->p >= 0x80) {
            size_t n = sequence_length(s->p, s->end);
            if (n == 0) return fail(s, "invalid UTF-8");
            s->p = skip_plain(s->p + n, s->end);
        }
        if (to) {
            memcpy(to, run, (size_t)(s->p - run));
            to += s->p - run;
        }
        if (s->p == s->end) return fail_at(s, open, "the string is not closed");
        if (*s->p == '"') break;
        if (*s->p != '\\') return fail(s, "control character in a string");
        char *written = to ? to : scratch;
        if (!read_escape(s, &written)) return false;
        if (to) to = written;
    }
    s->p++;
    if (value) *value = (str){ begin, (size_t)(to - begin) };
    return true;
}

static const char *skip_digits(const char *p, const char *end) {
    while (p < end && ascii_digit(*p)) p++;
    return p;
}

static bool skip_number(scan *s) {
    const char *begin = s->p, *p = s->p + (*s->p == '-');
    const char *digits = p;
    p = skip_digits(p, s->end);
    if (p == digits || (*digits == '0' && p - digits > 1)) return fail_at(s, begin, "not a number");
    if (p < s->end && *p == '.') {
        const char *fraction = p + 1;
        p = skip_digits(fraction, s->end);
        if (p == fraction) return fail_at(s, begin, "not a number");
    }
    if (p < s->end && (*p == 'e' || *p == 'E')) {
        p++;
        if (p < s->end && (*p == '+' || *p == '-')) p++;
        const char *exponent = p;
        p = skip_digits(exponent, s->end);
        if (p == exponent) return fail_at(s, begin, "not a number");
    }
    s->p = p;
    return true;
}

static bool skip_word(scan *s, str word) {
    if (!str_starts((str){ s->p, (size_t)(s->end - s->p) }, word)) return fail(s, "expected a value");
    s->p += word.n;
    return true;
}

static bool skip_value(scan *s, int depth);

static bool skip_list(scan *s, int depth) {
    bool keys = *s->p == '{';
    char close = keys ? '}' : ']';
    if (depth >= LIMIT_DEPTH) return fail(s, "nested too deeply");
    s->p++;
    skip_space(s);
    if (s->p < s->end && *s->p == close) {
        s->p++;
        return true;
    }
    for (;;) {
        skip_space(s);
        if (keys) {
            if (s->p == s->end || *s->p != '"') return fail(s, "expected a key in double quotes");
            if (!read_string(s, NULL, NULL) || !expect(s, ':', "expected ':' after a key")) return false;
        }
        if (!skip_value(s, depth + 1)) return false;
        skip_space(s);
        if (s->p < s->end && *s->p == close) break;
        if (!expect(s, ',', keys ? "expected ',' or '}'" : "expected ',' or ']'")) return false;
    }
    s->p++;
    return true;
}

static bool skip_value(scan *s, int depth) {
    skip_space(s);
    if (s->p == s->end) return fail(s, "the value is missing");
    switch (*s->p) {
    case '"': return read_string(s, NULL, NULL);
    case '{':
    case '[': return skip_list(s, depth);
    case 't': return skip_word(s, STR("true"));
    case 'f': return skip_word(s, STR("false"));
    case 'n': return skip_word(s, STR("null"));
    default: return *s->p == '-' || ascii_digit(*s->p) ? skip_number(s) : fail(s, "expected a value");
    }
}

static object_field field_of(str key) {
    object_field f = 0;
    while (f < FIELD_COUNT && !str_eq(KEYS[f], key)) f++;
    return f;
}

/* The value of a key that is kept: a string, null, or for the id a number. */
static bool read_field(scan *s, object_field f) {
    skip_space(s);
    const char *begin = s->p;
    if (begin < s->end && *begin == '"') {
        s->p++;
        char *to = arena_alloc(s->home, raw_length(s) + 1);
        s->p = begin;
        return read_string(s, &s->out->field[f], to);
    }
    if (!skip_value(s, 1)) return false;
    str raw = { begin, (size_t)(s->p - begin) };
    s->out->field[f] = STR_NONE;
    if (*begin == 'n') return true;
    if (f == FIELD_ID && (*begin == '-' || ascii_digit(*begin))) {
        s->out->field[f] = arena_copy(s->home, raw);
        return true;
    }
    s->out->about = f;
    return fail_at(s, begin, f == FIELD_ID ? "is neither a string nor a number" : "is not a string");
}

static bool read_member(scan *s) {
    if (s->p == s->end || *s->p != '"') return fail(s, "expected a key in double quotes");
    char small[32]; /* a key that is longer, escapes included, is none of ours */
    str key = STR_NONE;
    s->p++;
    bool fits = raw_length(s) < sizeof small;
    s->p--;
    if (!read_string(s, fits ? &key : NULL, fits ? small : NULL)) return false;
    if (!expect(s, ':', "expected ':' after a key")) return false;
    object_field f = fits ? field_of(key) : FIELD_COUNT;
    return f < FIELD_COUNT ? read_field(s, f) : skip_value(s, 1);
}

bool object_read(object *out, arena *a, str json) {
    *out = (object){ .about = FIELD_COUNT };
    scan s = { json.p, json.p, json.p + json.n, a, out };
    if (!expect(&s, '{', "expected a JSON object")) return false;
    skip_space(&s);
    bool empty = s.p < s.end && *s.p == '}';
    while (!empty) {
        skip_space(&s);
        if (!read_member(&s)) return false;
        skip_space(&s);
        if (s.p < s.end && *s.p == '}') break;
        if (!expect(&s, ',', "expected ',' or '}'")) return false;
    }
    s.p++;
    skip_space(&s);
    return s.p == s.end || fail(&s, "bytes follow the object");
}
