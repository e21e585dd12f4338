/* SPDX-License-Identifier: MIT */
#include "fetch/wildcard.h"

/* Whether what stands behind the last * matches at the path's end, without looking at what the parts before took. */
static bool ends_at(str path, size_t from, str part) {
    return path.n - from >= part.n && str_ends(path, part);
}

/* Taking the first place for each part leaves the most to those behind it, so nothing is tried twice. */
bool wildcard_matches(str pattern, str path) {
    bool anchored = pattern.n > 0 && pattern.p[pattern.n - 1] == '$';
    if (anchored) pattern.n--;
    str rest = pattern, part = str_split(&rest, '*');
    if (!str_starts(path, part)) return false;
    if (!rest.p) return !anchored || path.n == part.n;
    size_t at = part.n;
    while (rest.p) {
        part = str_split(&rest, '*');
        if (!rest.p && anchored) return ends_at(path, at, part);
        if (part.n == 0) continue;
        size_t hit = str_find(path, part, at);
        if (hit == SIZE_MAX) return false;
        at = hit + part.n;
    }
    return true;
}

str wildcard_encode(arena *a, str pattern) {
    static const char HEX[] = "0123456789ABCDEF";
    char *out = arena_raw(a, pattern.n * 3 + 1);
    size_t n = 0;
    for (size_t i = 0; i < pattern.n; i++) {
        unsigned char c = (unsigned char)pattern.p[i];
        if (c < 0x80) {
            out[n++] = (char)c;
        } else {
            out[n++] = '%';
            out[n++] = HEX[c >> 4];
            out[n++] = HEX[c & 15];
        }
    }
    out[n] = '\0';
    return (str){ out, n };
}
