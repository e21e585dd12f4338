/* SPDX-License-Identifier: MIT */
#include "report/html.h"

/* What stands for a byte that is special. */
static const char *entity(unsigned char c) {
    switch (c) {
    case '&': return "&amp;";
    case '<': return "&lt;";
    case '>': return "&gt;";
    case '"': return "&quot;";
    case '\'': return "&#39;";
    default: return "\xef\xbf\xbd";
    }
}

/* What cannot stand as it is: 1 nowhere, 2 not within quotation marks. Each byte of each page is looked up here. */
static const unsigned char SPECIAL[256] = {
    1, 1, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1,
    ['"'] = 2, ['&'] = 1, ['\''] = 2, ['<'] = 1, ['>'] = 1, [0x7f] = 1,
};

static void escape(buf *b, str s, unsigned char least) {
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        unsigned char special = SPECIAL[(unsigned char)s.p[i]];
        if (!special || special > least) continue;
        buf_add(b, str_cut(s, from, i));
        buf_add(b, str_of(entity((unsigned char)s.p[i])));
        from = i + 1;
    }
    if (s.n > from) buf_add(b, str_cut(s, from, s.n));
}

void html_text(buf *b, str s) { escape(b, s, 1); }

void html_attribute(buf *b, str s) { escape(b, s, 2); }

/* Whether U+2028 or U+2029, which end a line of a script, begins at i. */
static bool ends_line(str s, size_t i) {
    return (unsigned char)s.p[i] == 0xe2 && i + 2 < s.n && (unsigned char)s.p[i + 1] == 0x80 && ((unsigned char)s.p[i + 2] & 0xfe) == 0xa8;
}

void html_string(buf *b, str s) {
    size_t from = 0;
    if (!s.p) {
        buf_add(b, STR("null"));
        return;
    }
    buf_add_char(b, '"');
    for (size_t i = 0; i < s.n; i++) {
        unsigned char c = (unsigned char)s.p[i];
        bool line = c == 0xe2 && ends_line(s, i);
        if (c >= 0x20 && c != '"' && c != '\\' && c != '<' && c != 0x7f && !line) continue;
        buf_add(b, str_cut(s, from, i));
        buf_format(b, "\\u%04x", line ? 0x2000u + ((unsigned char)s.p[i + 2] & 0x3fu) : c);
        if (line) i += 2;
        from = i + 1;
    }
    buf_add(b, str_cut(s, from, s.n));
    buf_add_char(b, '"');
}

void html_number(buf *b, int64_t n) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t left = n < 0 ? 0 - (uint64_t)n : (uint64_t)n;
    do {
        digits[--at] = (char)('0' + left % 10);
        left /= 10;
    } while (left);
    if (n < 0) digits[--at] = '-';
    buf_add(b, (str){ digits + at, sizeof digits - at });
}
