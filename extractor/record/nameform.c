/* SPDX-License-Identifier: MIT */
#include "record/nameform.h"

#include "record/people.h"

/* The next word, without the full stop or comma behind it; empty for a second space in a row, and at the end. */
static str next_word(str *rest) {
    str word = str_split(rest, ' ');
    while (word.n && (word.p[word.n - 1] == '.' || word.p[word.n - 1] == ',')) word.n--;
    return word;
}

size_t name_words(str name) {
    size_t n = 0;
    while (name.p) n += next_word(&name).n > 0;
    return n;
}

/* An initial, or a first word written short. */
static bool is_short(str word, const word_list *shorts) {
    return word.n == 1 || (shorts && list_find(shorts, word));
}

typedef struct {
    size_t same, other; /* words that are the same; that are short for each other or a letter apart */
    bool fits;
} fit;

/* Whether the words of part stand in whole, in that order. */
static fit within(str part, str whole, const word_list *shorts) {
    fit f = { 0, 0, true };
    while (part.p && f.fits) {
        str word = next_word(&part);
        bool found = word.n == 0;
        while (whole.p && !found) {
            str other = next_word(&whole);
            if (!other.n) continue;
            bool same = str_eq_fold(word, other);
            found = same || name_word_same(word, other) ||
                    (ascii_lower(word.p[0]) == ascii_lower(other.p[0]) && (is_short(word, shorts) || is_short(other, shorts)));
            f.same += same;
            f.other += found && !same;
        }
        f.fits = found;
    }
    return f;
}

name_fit names_fit(str a, str b, const word_list *shorts) {
    size_t words_a = name_words(a), words_b = name_words(b);
    if (!words_a || !words_b) return NAMES_DIFFER;
    fit f = words_a <= words_b ? within(a, b, shorts) : within(b, a, shorts);
    /* One word at least has to be the same, and no more than one in two another. */
    if (!f.fits || !f.same || f.other > f.same) return NAMES_DIFFER;
    return words_a == words_b && !f.other ? NAMES_SAME : NAMES_FIT;
}
