/* SPDX-License-Identifier: MIT */
#include "base/nearest.h"

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

/* Letters to change, add, drop or swap with a neighbour to make b of a; both shorter than NEAREST_LONGEST. */
static size_t edit_distance(str a, str b) {
    size_t d[NEAREST_LONGEST + 1][NEAREST_LONGEST + 1];
    for (size_t i = 0; i <= a.n; i++) d[i][0] = i;
    for (size_t j = 0; j <= b.n; j++) d[0][j] = j;
    for (size_t i = 1; i <= a.n; i++) {
        for (size_t j = 1; j <= b.n; j++) {
            size_t cost = a.p[i - 1] == b.p[j - 1] ? 0 : 1;
            size_t v = least(d[i - 1][j - 1] + cost, least(d[i - 1][j], d[i][j - 1]) + 1);
            bool swapped = i > 1 && j > 1 && a.p[i - 1] == b.p[j - 2] && a.p[i - 2] == b.p[j - 1];
            d[i][j] = swapped ? least(v, d[i - 2][j - 2] + 1) : v;
        }
    }
    return d[a.n][b.n];
}

const char *nearest_name(const char *word, const char *const *names, size_t n) {
    str w = str_of(word);
    const char *best = NULL;
    if (w.n == 0 || w.n > NEAREST_LONGEST) return NULL;
    size_t best_distance = 1 + (w.n + 1) / 3;
    for (size_t i = 0; i < n; i++) {
        str name = str_of(names[i]);
        if (name.n > NEAREST_LONGEST) continue;
        if (w.n >= 3 && str_starts(name, w)) return names[i];
        size_t distance = edit_distance(w, name);
        if (distance < best_distance) {
            best_distance = distance;
            best = names[i];
        }
    }
    return best;
}
