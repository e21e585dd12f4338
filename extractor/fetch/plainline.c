/* SPDX-License-Identifier: MIT */
#include "fetch/plainline.h"

#include "base/limits.h"
#include "page/entity.h"

/* Whether the two bytes at i are a control character of U+0080 to U+009F. */
static bool is_control(str s, size_t i) {
    return (unsigned char)s.p[i] == 0xc2 && i + 1 < s.n && (unsigned char)s.p[i + 1] < 0xa0;
}

str plain_spaces(arena *a, str s) {
    char *to = arena_raw(a, s.n + 1);
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) {
        bool space = (unsigned char)s.p[i] <= ' ' || s.p[i] == 0x7f || is_control(s, i);
        if ((unsigned char)s.p[i] == 0xc2 && space) i++;
        if (!space) to[n++] = s.p[i];
        else if (n > 0 && to[n - 1] != ' ') to[n++] = ' ';
    }
    if (n > LIMIT_TITLE)
        for (n = LIMIT_TITLE; n > 0 && (to[n] & 0xc0) == 0x80;) n--;
    while (n > 0 && to[n - 1] == ' ') n--;
    to[n] = '\0';
    return n ? (str){ to, n } : STR_NONE;
}

str plain_line(arena *a, str s) { return plain_spaces(a, entity_decode(a, s)); }
