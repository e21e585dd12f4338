/* SPDX-License-Identifier: MIT */
#include "text/item.h"

static const item_label NO_ITEM = { -1, 0 };

static const char *const ORDINALS[] = {
    "pertama", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh",
};

static size_t spaces(str s, size_t i) {
    while (i < s.n && s.p[i] == ' ') i++;
    return i;
}

/* "1.", "1)", "(1)", "12." and the same with one small letter; a space has to follow, or a capital behind "1.". */
static item_label numbered(str s) {
    size_t i = s.n && s.p[0] == '(';
    size_t start = i;
    while (i < s.n && i - start < 2 && ascii_digit(s.p[i])) i++;
    long number = str_number(str_cut(s, start, i));
    if (i == start && i < s.n && s.p[i] >= 'a' && s.p[i] <= 'z') number = s.p[i++] - 'a' + 1;
    if (number < 0 || i >= s.n || i == start || (s.p[i] != '.' && s.p[i] != ')')) return NO_ITEM;
    if (start == 1 && s.p[i] != ')') return NO_ITEM;
    i++;
    size_t body = spaces(s, i);
    if (body >= s.n || (body == i && !ascii_upper(s.p[i]))) return NO_ITEM;
    return (item_label){ number, body };
}

static item_label bullet(str s) {
    static const char *const BULLETS[] = { "-", "*", "•", "·", "–", "▪", "►", "✓", "●" };
    for (size_t k = 0; k < sizeof BULLETS / sizeof *BULLETS; k++) {
        str b = str_of(BULLETS[k]);
        if (str_starts(s, b) && s.n > b.n && s.p[b.n] == ' ') return (item_label){ 0, spaces(s, b.n) };
    }
    return NO_ITEM;
}

static item_label ordinal(str s) {
    enum { LONGEST = 12 };
    const char *comma = s.n ? memchr(s.p, ',', s.n < LONGEST ? s.n : LONGEST) : NULL;
    if (!comma) return NO_ITEM;
    str first = str_cut(s, 0, (size_t)(comma - s.p));
    for (size_t k = 0; k < sizeof ORDINALS / sizeof *ORDINALS; k++) {
        if (s.n > first.n + 1 && str_eq_fold(first, str_of(ORDINALS[k]))) return (item_label){ (long)k + 1, spaces(s, first.n + 1) };
    }
    return NO_ITEM;
}

item_label item_at(str line) {
    item_label l = numbered(line);
    if (l.number < 0) l = bullet(line);
    return l.number < 0 ? ordinal(line) : l;
}

item_label item_in_sentence(str s) {
    item_label l = ordinal(s);
    return l.number < 0 && s.n && (s.p[0] == '(' || ascii_digit(s.p[0])) ? numbered(s) : l;
}
