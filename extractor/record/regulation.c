/* SPDX-License-Identifier: MIT */
/* Regulations: from the matches of rules/regulation.rules to records. */
#include "base/buf.h"
#include "base/limits.h"
#include "record/collect.h"

/* The year in a number, behind a stroke: "13/2024", "100.3/812/DIKBUD/2025", "20/Pid.B/2024/PN"; -1: none. */
static long year_in(str number) {
    long year = -1;
    for (str rest = number, part = str_split(&rest, '/'); rest.p;) {
        part = str_split(&rest, '/');
        long n = part.n == 4 ? str_number(part) : -1;
        if (n >= 1900 && n <= 2100) year = n;
    }
    return year;
}

/* "13/2024" is number 13 of 2024; a longer number keeps its parts. */
static str without_year(str number) {
    size_t stroke = str_find(number, STR("/"), 0);
    return stroke != SIZE_MAX && number.n - stroke == 5 && year_in(number) > 0 ? str_cut(number, 0, stroke) : number;
}

/* The end of the bracket that opens at i, or i. */
static size_t past_bracket(str s, size_t i) {
    size_t close = i < s.n && s.p[i] == '(' ? str_find(s, STR(")"), i) : SIZE_MAX;
    return close == SIZE_MAX ? i : close + 1;
}

/* Adds the words of what stands between kind and number, without short forms in brackets and, where nothing is there yet,
 * words that are no names. A first word that the buffer ends with is not said again. */
static void add_issuer(buf *out, str words) {
    size_t start = out->n;
    for (size_t i = 0; i < words.n;) {
        size_t end = past_bracket(words, i);
        if (end > i) {
            i = end;
            continue;
        }
        while (end < words.n && words.p[end] != ' ' && words.p[end] != '(') end++;
        str word = str_cut(words, i, end);
        i = end + (end < words.n && words.p[end] == ' ');
        bool lower = word.n && word.p[0] >= 'a' && word.p[0] <= 'z', bare = word.n == 0 || str_eq(word, STR(","));
        if (bare || (out->n == start && ((lower && start == 0) || str_ends(buf_str(out), word)))) continue;
        if (out->n) buf_add_char(out, ' ');
        buf_add(out, word);
    }
    while (out->n && out->p[out->n - 1] == ',') out->n--;
}

/* What the kind tells of who issues it, and what the text goes on with. */
static str issuer_of(extraction *x, const rule_match *m) {
    str office = value_of(x, m, REGULATION_OFFICE);
    if (str_eq(office, STR("none"))) return STR_NONE;
    buf all = buf_make(LIMIT_CLAUSE);
    buf_add(&all, office);
    add_issuer(&all, str_trim(value_of(x, m, REGULATION_ISSUER)));
    str issuer = all.n ? arena_copy(x->home, buf_str(&all)) : STR_NONE;
    buf_free(&all);
    return issuer;
}

void regulations_collect(extraction *x) {
    const match_list *found = matcher_found(x->matcher, KIND_REGULATION);
    for (size_t i = 0; i < found->n; i++) {
        const rule_match *m = &found->items[i];
        str number = value_of(x, m, REGULATION_NUMBER);
        long year = str_number(value_of(x, m, REGULATION_YEAR));
        *vec_add(x->home, &x->out->regulations) = (regulation_record){
            .at = m->at, .kind = value_of(x, m, REGULATION_KIND), .number = year < 0 ? without_year(number) : number,
            .year = year < 0 ? year_in(number) : year, .issuer = issuer_of(x, m), .rule = rule_id(m) };
    }
}
