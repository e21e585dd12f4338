#include "page/charset.h"

#include <errno.h>
#include <iconv.h>
#include <stdio.h>

#include "text/utf8.h"

enum { META_WITHIN = 1024, LONGEST_NAME = 40 };

/* The end of the bytes from i on that can be a charset's name. */
static size_t name_end(str s, size_t i) {
    while (i < s.n && (ascii_digit(s.p[i]) || (ascii_lower(s.p[i]) >= 'a' && ascii_lower(s.p[i]) <= 'z') ||
                       strchr("-_:.", s.p[i] ? s.p[i] : ' ')))
        i++;
    return i;
}

/* What the first charset=… within a meta element says; empty when none does. */
static str declared(str html) {
    str head = str_cut(html, 0, html.n < META_WITHIN ? html.n : META_WITHIN);
    for (size_t i = 0; i + 5 < head.n; i++) {
        if (head.p[i] != '<' || !str_eq_fold(str_cut(head, i, i + 5), STR("<meta"))) continue;
        for (size_t j = i + 5; j + 8 < head.n && head.p[j] != '>'; j++) {
            if (!str_eq_fold(str_cut(head, j, j + 8), STR("charset="))) continue;
            j += 8;
            if (j < head.n && (head.p[j] == '"' || head.p[j] == '\'')) j++;
            return str_cut(head, j, name_end(head, j));
        }
    }
    return STR("");
}

/* The name that iconv knows what pages mean by; a page that says UTF-16 in ASCII is not. */
static const char *meant(str name, char *room) {
    if (name.n == 0 || name.n >= LONGEST_NAME) return "WINDOWS-1252";
    str latin[] = { STR("iso-8859-1"), STR("iso8859-1"), STR("latin1"), STR("us-ascii"), STR("ascii") };
    for (size_t i = 0; i < sizeof latin / sizeof *latin; i++)
        if (str_eq_fold(name, latin[i])) return "WINDOWS-1252";
    if (name.n >= 4 && str_eq_fold(str_cut(name, 0, 4), STR("utf-"))) return "WINDOWS-1252";
    memcpy(room, name.p, name.n);
    room[name.n] = '\0';
    return room;
}

/* Converts what it can; a byte that it cannot is one U+FFFD. */
static str convert(arena *a, str s, iconv_t how) {
    size_t room = s.n * 4 + 4; /* no charset has a byte that is more than a four-byte character */
    char *out = arena_alloc(a, room), *to = out;
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

static str convert_from(arena *a, str s, const char *name) {
    iconv_t how = iconv_open("UTF-8", name);
    if (how == (iconv_t)-1) how = iconv_open("UTF-8", "WINDOWS-1252");
    if (how == (iconv_t)-1) return s;
    str out = convert(a, s, how);
    iconv_close(how);
    return out;
}

str charset_convert(arena *a, str html) {
    char room[LONGEST_NAME];
    if (str_starts(html, STR("\xef\xbb\xbf"))) html = str_cut(html, 3, html.n);
    else if (str_starts(html, STR("\xff\xfe"))) return convert_from(a, str_cut(html, 2, html.n), "UTF-16LE");
    else if (str_starts(html, STR("\xfe\xff"))) return convert_from(a, str_cut(html, 2, html.n), "UTF-16BE");
    str name = declared(html);
    bool says_utf8 = str_eq_fold(name, STR("utf-8")) || str_eq_fold(name, STR("utf8"));
    /* Valid UTF-8 that is not only ASCII is nothing else by chance, whatever the page says. */
    size_t bad = utf8_check(html);
    if (bad == html.n) return html;
    if (!says_utf8) return convert_from(a, html, meant(name, room));
    /* A page that says UTF-8 and holds a few bad bytes is UTF-8 with a few bad bytes. */
    return convert_from(a, html, "UTF-8");
}
