/* SPDX-License-Identifier: MIT */
#include "page/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>

#include "text/clean.h"
#include "text/utf8.h"

/* The standard looks for a meta element within the first bytes before it parses; when parsing meets one farther on, it
 * begins anew with what that says. Here both are a search. */
enum { META_WITHIN = 1024, LATE_META_WITHIN = 64 * 1024, LONGEST_LABEL = 24 };

typedef enum {
    NONE, UTF_8, IBM866, LATIN_2, LATIN_3, LATIN_4, ISO_5, ISO_6, ISO_7, ISO_8, ISO_8_I, ISO_10, ISO_13, ISO_14, ISO_15,
    ISO_16, KOI8_R, KOI8_U, MACINTOSH, W874, W1250, W1251, W1252, W1253, W1254, W1255, W1256, W1257, W1258, MAC_CYRILLIC,
    GBK, GB18030, BIG5, EUC_JP, ISO_2022_JP, SHIFT_JIS, EUC_KR, UTF_16BE, UTF_16LE, X_USER
} encoding;

/* The standard's name, and iconv's where that is another: the one whose table is nearest to the standard's. */
static const struct { const char *name, *iconv; } ENCODINGS[] = {
    [NONE] = { "", NULL },
    [UTF_8] = { "UTF-8", NULL },
    [IBM866] = { "IBM866", NULL },
    [LATIN_2] = { "ISO-8859-2", NULL },
    [LATIN_3] = { "ISO-8859-3", NULL },
    [LATIN_4] = { "ISO-8859-4", NULL },
    [ISO_5] = { "ISO-8859-5", NULL },
    [ISO_6] = { "ISO-8859-6", NULL },
    [ISO_7] = { "ISO-8859-7", NULL },
    [ISO_8] = { "ISO-8859-8", NULL },
    [ISO_8_I] = { "ISO-8859-8-I", "ISO-8859-8" },
    [ISO_10] = { "ISO-8859-10", NULL },
    [ISO_13] = { "ISO-8859-13", NULL },
    [ISO_14] = { "ISO-8859-14", NULL },
    [ISO_15] = { "ISO-8859-15", NULL },
    [ISO_16] = { "ISO-8859-16", NULL },
    [KOI8_R] = { "KOI8-R", NULL },
    [KOI8_U] = { "KOI8-U", NULL },
    [MACINTOSH] = { "macintosh", NULL },
    [W874] = { "windows-874", NULL },
    [W1250] = { "windows-1250", NULL },
    [W1251] = { "windows-1251", NULL },
    [W1252] = { "windows-1252", NULL },
    [W1253] = { "windows-1253", NULL },
    [W1254] = { "windows-1254", NULL },
    [W1255] = { "windows-1255", NULL },
    [W1256] = { "windows-1256", NULL },
    [W1257] = { "windows-1257", NULL },
    [W1258] = { "windows-1258", NULL },
    [MAC_CYRILLIC] = { "x-mac-cyrillic", "MAC-UK" },
    [GBK] = { "GBK", "GB18030" },
    [GB18030] = { "gb18030", NULL },
    [BIG5] = { "Big5", "BIG5-HKSCS" },
    [EUC_JP] = { "EUC-JP", NULL },
    [ISO_2022_JP] = { "ISO-2022-JP", NULL },
    [SHIFT_JIS] = { "Shift_JIS", "CP932" },
    [EUC_KR] = { "EUC-KR", "CP949" },
    [UTF_16BE] = { "UTF-16BE", NULL },
    [UTF_16LE] = { "UTF-16LE", NULL },
    [X_USER] = { "x-user-defined", NULL },
};

/* The standard's labels in the order of their bytes, less those of encodings that it reads as nothing but U+FFFD. */
static const struct label { const char *text; encoding means; } LABELS[] = {
    { "866", IBM866 }, { "ansi_x3.4-1968", W1252 }, { "arabic", ISO_6 }, { "ascii", W1252 }, { "asmo-708", ISO_6 },
    { "big5", BIG5 }, { "big5-hkscs", BIG5 }, { "chinese", GBK }, { "cn-big5", BIG5 }, { "cp1250", W1250 },
    { "cp1251", W1251 }, { "cp1252", W1252 }, { "cp1253", W1253 }, { "cp1254", W1254 }, { "cp1255", W1255 },
    { "cp1256", W1256 }, { "cp1257", W1257 }, { "cp1258", W1258 }, { "cp819", W1252 }, { "cp866", IBM866 },
    { "csbig5", BIG5 }, { "cseuckr", EUC_KR }, { "cseucpkdfmtjapanese", EUC_JP }, { "csgb2312", GBK },
    { "csibm866", IBM866 }, { "csiso2022jp", ISO_2022_JP }, { "csiso58gb231280", GBK }, { "csiso88596e", ISO_6 },
    { "csiso88596i", ISO_6 }, { "csiso88598e", ISO_8 }, { "csiso88598i", ISO_8_I }, { "csisolatin1", W1252 },
    { "csisolatin2", LATIN_2 }, { "csisolatin3", LATIN_3 }, { "csisolatin4", LATIN_4 }, { "csisolatin5", W1254 },
    { "csisolatin6", ISO_10 }, { "csisolatin9", ISO_15 }, { "csisolatinarabic", ISO_6 },
    { "csisolatincyrillic", ISO_5 }, { "csisolatingreek", ISO_7 }, { "csisolatinhebrew", ISO_8 },
    { "cskoi8r", KOI8_R }, { "csksc56011987", EUC_KR }, { "csmacintosh", MACINTOSH }, { "csshiftjis", SHIFT_JIS },
    { "csunicode", UTF_16LE }, { "cyrillic", ISO_5 }, { "dos-874", W874 }, { "ecma-114", ISO_6 },
    { "ecma-118", ISO_7 }, { "elot_928", ISO_7 }, { "euc-jp", EUC_JP }, { "euc-kr", EUC_KR }, { "gb18030", GB18030 },
    { "gb2312", GBK }, { "gb_2312", GBK }, { "gb_2312-80", GBK }, { "gbk", GBK }, { "greek", ISO_7 },
    { "greek8", ISO_7 }, { "hebrew", ISO_8 }, { "ibm819", W1252 }, { "ibm866", IBM866 },
    { "iso-10646-ucs-2", UTF_16LE }, { "iso-2022-jp", ISO_2022_JP }, { "iso-8859-1", W1252 },
    { "iso-8859-10", ISO_10 }, { "iso-8859-11", W874 }, { "iso-8859-13", ISO_13 }, { "iso-8859-14", ISO_14 },
    { "iso-8859-15", ISO_15 }, { "iso-8859-16", ISO_16 }, { "iso-8859-2", LATIN_2 }, { "iso-8859-3", LATIN_3 },
    { "iso-8859-4", LATIN_4 }, { "iso-8859-5", ISO_5 }, { "iso-8859-6", ISO_6 }, { "iso-8859-6-e", ISO_6 },
    { "iso-8859-6-i", ISO_6 }, { "iso-8859-7", ISO_7 }, { "iso-8859-8", ISO_8 }, { "iso-8859-8-e", ISO_8 },
    { "iso-8859-8-i", ISO_8_I }, { "iso-8859-9", W1254 }, { "iso-ir-100", W1252 }, { "iso-ir-101", LATIN_2 },
    { "iso-ir-109", LATIN_3 }, { "iso-ir-110", LATIN_4 }, { "iso-ir-126", ISO_7 }, { "iso-ir-127", ISO_6 },
    { "iso-ir-138", ISO_8 }, { "iso-ir-144", ISO_5 }, { "iso-ir-148", W1254 }, { "iso-ir-149", EUC_KR },
    { "iso-ir-157", ISO_10 }, { "iso-ir-58", GBK }, { "iso8859-1", W1252 }, { "iso8859-10", ISO_10 },
    { "iso8859-11", W874 }, { "iso8859-13", ISO_13 }, { "iso8859-14", ISO_14 }, { "iso8859-15", ISO_15 },
    { "iso8859-2", LATIN_2 }, { "iso8859-3", LATIN_3 }, { "iso8859-4", LATIN_4 }, { "iso8859-5", ISO_5 },
    { "iso8859-6", ISO_6 }, { "iso8859-7", ISO_7 }, { "iso8859-8", ISO_8 }, { "iso8859-9", W1254 },
    { "iso88591", W1252 }, { "iso885910", ISO_10 }, { "iso885911", W874 }, { "iso885913", ISO_13 },
    { "iso885914", ISO_14 }, { "iso885915", ISO_15 }, { "iso88592", LATIN_2 }, { "iso88593", LATIN_3 },
    { "iso88594", LATIN_4 }, { "iso88595", ISO_5 }, { "iso88596", ISO_6 }, { "iso88597", ISO_7 },
    { "iso88598", ISO_8 }, { "iso88599", W1254 }, { "iso_8859-1", W1252 }, { "iso_8859-15", ISO_15 },
    { "iso_8859-1:1987", W1252 }, { "iso_8859-2", LATIN_2 }, { "iso_8859-2:1987", LATIN_2 }, { "iso_8859-3", LATIN_3 },
    { "iso_8859-3:1988", LATIN_3 }, { "iso_8859-4", LATIN_4 }, { "iso_8859-4:1988", LATIN_4 }, { "iso_8859-5", ISO_5 },
    { "iso_8859-5:1988", ISO_5 }, { "iso_8859-6", ISO_6 }, { "iso_8859-6:1987", ISO_6 }, { "iso_8859-7", ISO_7 },
    { "iso_8859-7:1987", ISO_7 }, { "iso_8859-8", ISO_8 }, { "iso_8859-8:1988", ISO_8 }, { "iso_8859-9", W1254 },
    { "iso_8859-9:1989", W1254 }, { "koi", KOI8_R }, { "koi8", KOI8_R }, { "koi8-r", KOI8_R }, { "koi8-ru", KOI8_U },
    { "koi8-u", KOI8_U }, { "koi8_r", KOI8_R }, { "korean", EUC_KR }, { "ks_c_5601-1987", EUC_KR },
    { "ks_c_5601-1989", EUC_KR }, { "ksc5601", EUC_KR }, { "ksc_5601", EUC_KR }, { "l1", W1252 }, { "l2", LATIN_2 },
    { "l3", LATIN_3 }, { "l4", LATIN_4 }, { "l5", W1254 }, { "l6", ISO_10 }, { "l9", ISO_15 }, { "latin1", W1252 },
    { "latin2", LATIN_2 }, { "latin3", LATIN_3 }, { "latin4", LATIN_4 }, { "latin5", W1254 }, { "latin6", ISO_10 },
    { "logical", ISO_8_I }, { "mac", MACINTOSH }, { "macintosh", MACINTOSH }, { "ms932", SHIFT_JIS },
    { "ms_kanji", SHIFT_JIS }, { "shift-jis", SHIFT_JIS }, { "shift_jis", SHIFT_JIS }, { "sjis", SHIFT_JIS },
    { "sun_eu_greek", ISO_7 }, { "tis-620", W874 }, { "ucs-2", UTF_16LE }, { "unicode", UTF_16LE },
    { "unicode-1-1-utf-8", UTF_8 }, { "unicode11utf8", UTF_8 }, { "unicode20utf8", UTF_8 },
    { "unicodefeff", UTF_16LE }, { "unicodefffe", UTF_16BE }, { "us-ascii", W1252 }, { "utf-16", UTF_16LE },
    { "utf-16be", UTF_16BE }, { "utf-16le", UTF_16LE }, { "utf-8", UTF_8 }, { "utf8", UTF_8 }, { "visual", ISO_8 },
    { "windows-1250", W1250 }, { "windows-1251", W1251 }, { "windows-1252", W1252 }, { "windows-1253", W1253 },
    { "windows-1254", W1254 }, { "windows-1255", W1255 }, { "windows-1256", W1256 }, { "windows-1257", W1257 },
    { "windows-1258", W1258 }, { "windows-31j", SHIFT_JIS }, { "windows-874", W874 }, { "windows-949", EUC_KR },
    { "x-cp1250", W1250 }, { "x-cp1251", W1251 }, { "x-cp1252", W1252 }, { "x-cp1253", W1253 }, { "x-cp1254", W1254 },
    { "x-cp1255", W1255 }, { "x-cp1256", W1256 }, { "x-cp1257", W1257 }, { "x-cp1258", W1258 }, { "x-euc-jp", EUC_JP },
    { "x-gbk", GBK }, { "x-mac-cyrillic", MAC_CYRILLIC }, { "x-mac-roman", MACINTOSH },
    { "x-mac-ukrainian", MAC_CYRILLIC }, { "x-sjis", SHIFT_JIS }, { "x-unicode20utf8", UTF_8 },
    { "x-user-defined", X_USER }, { "x-x-big5", BIG5 },
};

static int compare_labels(const void *key, const void *row) {
    return strcmp(key, ((const struct label *)row)->text);
}

static encoding of_label(str s) {
    char low[LONGEST_LABEL];
    s = str_trim(s);
    if (s.n == 0 || s.n >= sizeof low || memchr(s.p, '\0', s.n)) return NONE;
    for (size_t i = 0; i < s.n; i++) low[i] = ascii_lower(s.p[i]);
    low[s.n] = '\0';
    const struct label *row = bsearch(low, LABELS, sizeof LABELS / sizeof *LABELS, sizeof *LABELS, compare_labels);
    return row ? row->means : NONE;
}

bool charset_known(str charset) { return charset.n > 0 && of_label(charset) != NONE; }

/* What can be told from ASCII was not written in UTF-16; nor is a page whose bytes have no meaning of their own. */
static encoding as_read(encoding e) {
    if (e == UTF_16BE || e == UTF_16LE) return UTF_8;
    return e == X_USER ? W1252 : e;
}

/* HTML's white space: that of C without the vertical tab. */
static bool html_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

static size_t skip_space(str s, size_t i) {
    while (i < s.n && html_space(s.p[i])) i++;
    return i;
}

/* The first "charset" (any case) at or after i, or SIZE_MAX. */
static size_t find_charset(str s, size_t i) {
    for (; i + 7 <= s.n; i++)
        if (str_eq_fold(str_cut(s, i, i + 7), STR("charset"))) return i;
    return SIZE_MAX;
}

/* The label in the content of a meta element: what follows "charset=", in quotation marks or up to a space or ';'. */
static encoding of_content(str s) {
    for (size_t i = 0; (i = find_charset(s, i)) != SIZE_MAX;) {
        i = skip_space(s, i + 7);
        if (i == s.n || s.p[i] != '=') continue;
        i = skip_space(s, i + 1);
        if (i == s.n) return NONE;
        if (s.p[i] == '"' || s.p[i] == '\'') {
            const char *close = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
            return close ? of_label(str_cut(s, i + 1, (size_t)(close - s.p))) : NONE;
        }
        size_t end = i;
        while (end < s.n && !html_space(s.p[end]) && s.p[end] != ';') end++;
        return of_label(str_cut(s, i, end));
    }
    return NONE;
}

/* The prescan: i goes through the head of the page; short_of is set when it ends within something. */
typedef struct {
    str s;
    size_t i;
    bool short_of;
} prescan;

typedef struct {
    str name, value; /* as written */
} attribute;

static bool at_end(prescan *p) {
    p->short_of = p->short_of || p->i >= p->s.n;
    return p->short_of;
}

static bool read_value(attribute *out, prescan *p) {
    p->i = skip_space(p->s, p->i);
    if (at_end(p)) return false;
    char quote = p->s.p[p->i];
    size_t begin = p->i;
    if (quote == '"' || quote == '\'') {
        const char *close = memchr(p->s.p + begin + 1, quote, p->s.n - begin - 1);
        p->i = close ? (size_t)(close - p->s.p) + 1 : p->s.n;
        if (close) out->value = str_cut(p->s, begin + 1, p->i - 1);
        else p->short_of = true;
        return !p->short_of;
    }
    while (p->i < p->s.n && !html_space(p->s.p[p->i]) && p->s.p[p->i] != '>') p->i++;
    out->value = str_cut(p->s, begin, p->i);
    return !at_end(p);
}

/* The next attribute of a tag; false at the tag's end, or when the bytes end. */
static bool read_attribute(attribute *out, prescan *p) {
    *out = (attribute){ STR(""), STR("") };
    while (p->i < p->s.n && (html_space(p->s.p[p->i]) || p->s.p[p->i] == '/')) p->i++;
    if (at_end(p) || p->s.p[p->i] == '>') return false;
    size_t begin = p->i;
    while (p->i < p->s.n && !html_space(p->s.p[p->i]) && p->s.p[p->i] != '/' && p->s.p[p->i] != '>' &&
           (p->s.p[p->i] != '=' || p->i == begin))
        p->i++;
    out->name = str_cut(p->s, begin, p->i);
    p->i = skip_space(p->s, p->i);
    if (at_end(p)) return false;
    if (p->s.p[p->i] != '=') return true;
    p->i++;
    return read_value(out, p);
}

/* What a meta element says, with p behind its name: a charset, or a content that http-equiv says is one. Of an attribute
 * that comes twice the first counts. */
static encoding read_meta(prescan *p) {
    encoding found = NONE;
    bool pragma = false, has_pragma = false, has_content = false, has_charset = false, from_content = false;
    attribute a;
    while (read_attribute(&a, p)) {
        if (str_eq_fold(a.name, STR("http-equiv")) && !has_pragma) {
            has_pragma = true;
            pragma = str_eq_fold(a.value, STR("content-type"));
        } else if (str_eq_fold(a.name, STR("content")) && !has_content) {
            has_content = true;
            if (has_charset || (found = of_content(a.value)) == NONE) continue;
            from_content = true;
        } else if (str_eq_fold(a.name, STR("charset")) && !has_charset) {
            has_charset = true;
            from_content = false;
            found = of_label(a.value);
        }
    }
    return p->short_of || (from_content && !pragma) ? NONE : as_read(found);
}

/* Goes past the next place of needle; the bytes end when there is none. */
static void pass(prescan *p, str needle, size_t from) {
    size_t hit = str_find(p->s, needle, from);
    p->short_of = hit == SIZE_MAX;
    p->i = p->short_of ? p->s.n : hit + needle.n;
}

static void pass_tag(prescan *p) {
    attribute a;
    while (p->i < p->s.n && !html_space(p->s.p[p->i]) && p->s.p[p->i] != '>') p->i++;
    while (read_attribute(&a, p)) {}
}

static bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

static bool at_meta(str rest) {
    return rest.n > 5 && str_eq_fold(str_cut(rest, 0, 5), STR("<meta")) && (html_space(rest.p[5]) || rest.p[5] == '/');
}

static encoding of_elements(str head) {
    prescan p = { head, 0, false };
    while (!p.short_of) {
        const char *open = p.i < head.n ? memchr(head.p + p.i, '<', head.n - p.i) : NULL;
        if (!open) break;
        p.i = (size_t)(open - head.p);
        str rest = str_cut(head, p.i, head.n);
        size_t name = rest.n > 1 && rest.p[1] == '/' ? 2 : 1;
        if (str_starts(rest, STR("<!--"))) {
            pass(&p, STR("-->"), p.i + 2);
        } else if (at_meta(rest)) {
            p.i += 5;
            encoding e = read_meta(&p);
            if (e != NONE) return e;
        } else if (name < rest.n && is_letter(rest.p[name])) {
            p.i += name;
            pass_tag(&p);
        } else if (rest.n > 1 && (name == 2 || rest.p[1] == '!' || rest.p[1] == '?')) {
            pass(&p, STR(">"), p.i);
        } else {
            p.i++;
        }
    }
    return NONE;
}

/* What an XML declaration says: <?xml … encoding="…" … >. */
static encoding of_declaration(str head) {
    size_t end = str_starts(head, STR("<?xml")) ? str_find(head, STR(">"), 0) : SIZE_MAX;
    if (end == SIZE_MAX) return NONE;
    str s = str_cut(head, 0, end);
    size_t i = str_find(s, STR("encoding"), 0);
    if (i == SIZE_MAX) return NONE;
    for (i += 8; i < s.n && (unsigned char)s.p[i] <= ' ';) i++;
    if (i == s.n || s.p[i] != '=') return NONE;
    for (i++; i < s.n && (unsigned char)s.p[i] <= ' ';) i++;
    if (i == s.n || (s.p[i] != '"' && s.p[i] != '\'')) return NONE;
    const char *close = memchr(s.p + i + 1, s.p[i], s.n - i - 1);
    return close ? as_read(of_label(str_cut(s, i + 1, (size_t)(close - s.p)))) : NONE;
}

static str head_of(str html, size_t within) { return str_cut(html, 0, html.n < within ? html.n : within); }

static encoding of_page(str html) {
    str head = head_of(html, META_WITHIN);
    if (head.n >= 6 && memcmp(head.p, "<\0?\0x", 6) == 0) return UTF_16LE;
    if (head.n >= 6 && memcmp(head.p, "\0<\0?\0x", 6) == 0) return UTF_16BE;
    encoding e = of_elements(head);
    return e != NONE ? e : of_declaration(head);
}

static bool is_ascii(str s) {
    size_t i = 0;
    for (uint64_t w; i + 8 <= s.n; i += 8) {
        memcpy(&w, s.p + i, 8);
        if (w & 0x8080808080808080u) return false;
    }
    for (; i < s.n; i++)
        if ((unsigned char)s.p[i] >= 0x80) return false;
    return true;
}

/* A header that says UTF-16 of bytes among the first of which there is no NUL is wrong. */
static encoding of_header(str html, str charset) {
    encoding e = charset.n ? of_label(charset) : NONE;
    str head = head_of(html, META_WITHIN);
    if ((e == UTF_16BE || e == UTF_16LE) && head.n && !memchr(head.p, '\0', head.n)) return NONE;
    return e == X_USER ? W1252 : e;
}

/* *mark: how long the byte order mark is. */
static encoding of_mark(str html, size_t *mark) {
    *mark = 3;
    if (str_starts(html, STR("\xef\xbb\xbf"))) return UTF_8;
    *mark = 2;
    if (str_starts(html, STR("\xfe\xff"))) return UTF_16BE;
    if (str_starts(html, STR("\xff\xfe"))) return UTF_16LE;
    *mark = 0;
    return NONE;
}

/* valid: html is UTF-8. */
static encoding decide(str html, str charset, bool valid) {
    encoding e = of_header(html, charset);
    if (e == NONE) e = of_page(html);
    if (e == UTF_16BE || e == UTF_16LE) return e; /* their bytes can be ASCII, with a NUL in each pair */
    if (valid && !is_ascii(html)) return UTF_8;
    if (e == NONE) e = of_elements(head_of(html, LATE_META_WITHIN));
    return e != NONE ? e : W1252;
}

const char *charset_decide(str html, str charset) {
    size_t mark;
    encoding e = of_mark(html, &mark);
    if (e == NONE) e = decide(html, charset, utf8_check(html) == html.n);
    return ENCODINGS[e].name;
}

/* Converts what it can; a byte that it cannot is one U+FFFD. */
static str convert(arena *a, str s, iconv_t how) {
    size_t room = s.n * 4 + 4; /* no charset has a byte that is more than a four-byte character */
    char *out = arena_raw(a, room), *to = out;
    char *from = (char *)(uintptr_t)s.p; /* iconv does not write to it */
    size_t left = s.n;
    while (left > 0 && iconv(how, &from, &left, &to, &room) == (size_t)-1) {
        if (errno == E2BIG || left == 0 || room < 3) break;
        memcpy(to, "\xef\xbf\xbd", 3);
        to += 3;
        room -= 3;
        from++;
        left--;
    }
    return (str){ out, (size_t)(to - out) };
}

static str convert_from(arena *a, str s, encoding e) {
    if (e == W1252) return clean_windows_1252(a, s);
    iconv_t how = iconv_open("UTF-8", ENCODINGS[e].iconv ? ENCODINGS[e].iconv : ENCODINGS[e].name);
    if (how == (iconv_t)-1) return clean_windows_1252(a, s); /* a system without that table */
    str out = convert(a, s, how);
    iconv_close(how);
    return out;
}

str charset_convert(arena *a, str html, str charset) {
    size_t mark;
    encoding e = of_mark(html, &mark);
    html = str_cut(html, mark, html.n);
    bool valid = utf8_check(html) == html.n;
    if (e == NONE) e = decide(html, charset, valid);
    /* All others read ASCII as ASCII. */
    bool odd = e == UTF_16BE || e == UTF_16LE || e == ISO_2022_JP;
    return valid && !odd ? html : convert_from(a, html, e);
}
