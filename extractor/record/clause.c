/* SPDX-License-Identifier: MIT */
#include "record/clause.h"

#include "base/limits.h"
#include "text/mark.h"

span clause_range(const extraction *x, size_t i) {
    span s = x->doc->sentences.items[document_sentence(x->doc, i)].at;
    str text = x->doc->text;
    if (i > s.start + LIMIT_CLAUSE) s.start = i - LIMIT_CLAUSE;
    if (s.end > i + LIMIT_CLAUSE) s.end = i + LIMIT_CLAUSE;
    while (s.start < i && ((unsigned char)text.p[s.start] & 0xC0) == 0x80) s.start++;
    while (s.end < text.n && ((unsigned char)text.p[s.end] & 0xC0) == 0x80) s.end++;
    return s;
}

span clause_trim(str text, span s) {
    for (;;) {
        span was = s;
        s = span_trim(text, s);
        while (s.start < s.end && memchr(",;:", text.p[s.start], 3)) s.start++;
        while (s.end > s.start && memchr(",;:", text.p[s.end - 1], 3)) s.end--;
        bool dots = str_ends(str_cut(text, s.start, s.end), STR(".."));
        if (s.end > s.start && !dots && text.p[s.end - 1] == '.') s.end--;
        if (was.start == s.start && was.end == s.end) return s;
    }
}

span clause_without_date(const extraction *x, span s) {
    const match_list *dates = matcher_found(x->matcher, KIND_DATE);
    size_t k = matches_from(dates, s.end);
    if (k == 0 || dates->items[k - 1].at.end < s.end || dates->items[k - 1].at.start < s.start + 2) return s;
    size_t start = dates->items[k - 1].at.start;
    return str_eq(str_cut(x->doc->text, start - 2, start), STR(", ")) ? (span){ s.start, start - 2 } : s;
}

bool clause_pointed_at(const extraction *x, size_t i, size_t limit) {
    str text = x->doc->text;
    return i + 1 < limit && text.p[i] == ' ' && list_longest(x->words->pointers, text, i + 1, limit, NULL);
}

size_t clause_words(str text, span s) {
    size_t n = 0;
    for (size_t i = s.start; i < s.end; i++)
        n += !ascii_space(text.p[i]) && (i == s.start || ascii_space(text.p[i - 1]));
    return n;
}

/* Words with their hyphens. */
static size_t whole_word_end(str text, size_t i, size_t limit) {
    while (i < limit && (WORD_BYTE[(unsigned char)text.p[i]] || text.p[i] == '-')) i++;
    return i;
}

/* me-, ber-, di-, ter-, and -kan or -i behind pe-less roots are too many to tell; the prefixes are what can be trusted. */
static bool verb_form(str w) {
    if (w.n < 5) return false;
    if (str_starts(w, STR("me")) && w.n > 5) return true;
    if (str_starts(w, STR("ber")) && w.n > 5) return !str_eq(w, STR("beras")) && !str_eq(w, STR("berita")) && !str_eq(w, STR("bersama"));
    if (str_starts(w, STR("ter")) && w.n > 5) return !str_eq(w, STR("terhadap")) && !str_eq(w, STR("tersebut")) && !str_eq(w, STR("terkait")) && !str_eq(w, STR("terutama"));
    return str_starts(w, STR("di")) && w.n > 5 && !str_eq(w, STR("dinas")) && !str_eq(w, STR("digital")) && !str_eq(w, STR("diskusi"));
}

bool clause_predicate(const extraction *x, span s) {
    str text = x->doc->text;
    for (size_t i = s.start; i < s.end;) {
        if (!WORD_BYTE[(unsigned char)text.p[i]]) {
            i = word_skip(text, i);
            continue;
        }
        size_t end = whole_word_end(text, i, s.end);
        str w = str_cut(text, i, end);
        if (verb_form(w) || listed(x->words->predicates, w)) return true;
        i = end;
    }
    return false;
}

bool clause_begins(const word_list *l, str text, span s) {
    return list_longest(l, text, s.start, s.end, NULL) > 0;
}

size_t clause_find(str text, span s, const char *const *literals, size_t *size) {
    size_t best = SIZE_MAX;
    for (; *literals; literals++) {
        str l = str_of(*literals);
        size_t at = str_find(str_cut(text, 0, s.end), l, s.start);
        while (at != SIZE_MAX) {
            bool left = !word_behind(text, at) || l.p[0] == ' ' || l.p[0] == ',';
            bool right = at + l.n >= s.end || !WORD_BYTE[(unsigned char)text.p[at + l.n]] || l.p[l.n - 1] == ' ';
            if (left && right) break;
            at = str_find(str_cut(text, 0, s.end), l, at + 1);
        }
        if (at == SIZE_MAX || at >= best) continue;
        best = at;
        *size = l.n;
    }
    return best;
}

span clause_before_quote(const extraction *x, span s) {
    for (size_t k = document_quote_from(x->doc, s.start); k < x->doc->quotes.n && x->doc->quotes.items[k].at.start < s.end; k++) {
        const quote *q = &x->doc->quotes.items[k];
        if (q->single) continue;
        bool short_name = q->words <= 3 && q->at.end < s.end;
        if (!short_name) return (span){ s.start, q->at.start };
    }
    return s;
}

size_t clause_after_quotes(const extraction *x, span s, size_t i, size_t words) {
    size_t start = s.start;
    for (size_t k = document_quote_from(x->doc, s.start); k < x->doc->quotes.n && x->doc->quotes.items[k].at.start < i; k++) {
        const quote *q = &x->doc->quotes.items[k];
        if (!q->single && q->words > words && q->at.end <= i && q->at.end > start) start = q->at.end;
    }
    return start;
}

bool clause_verb_at(const extraction *x, size_t i, size_t limit) {
    size_t end = whole_word_end(x->doc->text, i, limit);
    str w = str_cut(x->doc->text, i, end);
    return verb_form(w) || listed(x->words->starters, w);
}
