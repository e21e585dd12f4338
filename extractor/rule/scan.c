/* SPDX-License-Identifier: MIT */
#include "rule/scan.h"

typedef struct {
    hit_list *hits;
    arena *home;
    const ruleset *rs;
    str text;
    unsigned stages;
} scanner;

/* Whether the guard allows what follows the trigger: spaces, and a stop or bracket that belongs to it, are skipped. */
static bool guarded(str text, size_t i, const rule *r) {
    rule_guard guard = r->guard;
    if (guard == GUARD_SET) {
        while (i < text.n && text.p[i] == ' ') i++;
        unsigned char c = i < text.n ? (unsigned char)text.p[i] : 0;
        return r->guard_set[c >> 6] >> (c & 63) & 1;
    }
    if (guard == GUARD_LIST) {
        while (i < text.n && text.p[i] == ' ') i++;
        if (i < text.n && memchr("0123456789(-,.\xE2", text.p[i], 15)) return true;
        return list_longest(r->guard_list, text, i, text.n, NULL) > 0;
    }
    while (i < text.n && (text.p[i] == ' ' || text.p[i] == '.' || text.p[i] == ')' || text.p[i] == '(' || text.p[i] == ',')) i++;
    if (i == text.n) return false;
    unsigned char c = (unsigned char)text.p[i];
    switch (guard) {
    case GUARD_UPPER: return ascii_upper((char)c) || c >= 0x80 || c == '"' || c == '\'';
    case GUARD_LOWER: return (unsigned char)(c - 'a') < 26;
    case GUARD_DIGIT: return ascii_digit((char)c);
    case GUARD_QUOTE: return c == '"' || c == 0xE2 || c == '\'';
    default: return true;
    }
}

/* The length of the trigger that stands at i; 0: it does not. */
static size_t trigger_at(str text, const rule_trigger *t, size_t i) {
    str l = t->literal;
    size_t end = i + l.n;
    if (end > text.n || (t->whole && end < text.n && WORD_BYTE[(unsigned char)text.p[end]])) return 0;
    str here = str_cut(text, i, end);
    return (t->fold ? str_eq_fold(here, l) : str_eq(here, l)) ? l.n : 0;
}

/* Several triggers of one rule at one place are one hit. */
static bool hit_before(const hit_list *h, size_t i, const rule *r) {
    for (size_t k = h->n; k-- > 0 && h->items[k].at == i;)
        if (h->items[k].rule == r) return true;
    return false;
}

/* special: a place, not a literal; its digits, if it begins with any, are skipped before the guard. */
static void take(const scanner *s, uint32_t trigger, size_t i, bool special) {
    size_t digits = i;
    while (special && digits < s->text.n && ascii_digit(s->text.p[digits])) digits++;
    const word_list *looked_up = NULL; /* rules of one list follow each other: it is looked up once */
    size_t in_list = 0;
    for (const rule_trigger *t; trigger; trigger = t->next) {
        t = &s->rs->triggers.items[trigger];
        if (!(s->stages >> t->stage & 1)) continue;
        if (t->least && (digits - i < t->least || digits - i > t->most)) continue;
        size_t n = special ? digits - i : trigger_at(s->text, t, i);
        if (n && t->list) {
            if (t->list != looked_up) in_list = list_longest(t->list, s->text, i, s->text.n, NULL);
            looked_up = t->list;
            n = in_list;
        }
        if ((!n && !special) || (t->guard != GUARD_NONE && !guarded(s->text, i + n, t->rule))) continue;
        hit_list *h = &s->hits[t->stage];
        if (!hit_before(h, i, t->rule)) *vec_add(s->home, h) = (trigger_hit){ i, t->rule };
    }
}

static void take_hashed(const scanner *s, const word_triggers *w, size_t start, uint32_t h) {
    if (!(w->seen[(h & 0xFFFF) >> 6] >> (h & 63) & 1)) return;
    for (size_t i = h & (w->n_slots - 1); w->slots[i]; i = (i + 1) & (w->n_slots - 1))
        if (w->hashes[i] == h) {
            take(s, w->slots[i], start, false);
            return;
        }
}

/* The word from start to end; digits at its start are a trigger of their own. */
static void take_word(const scanner *s, size_t start, size_t end) {
    if (ascii_digit(s->text.p[start]) && s->rs->digit) take(s, s->rs->digit, start, true);
    take_hashed(s, &s->rs->exact, start, word_hash(s->text, start, end, WORD_EXACT));
    take_hashed(s, &s->rs->folded, start, word_hash(s->text, start, end, WORD_FOLD));
}

/* Takes the word at i, or the single character; returns where to go on. */
static inline size_t step(const scanner *s, size_t i, size_t end) {
    const unsigned char *p = (const unsigned char *)s->text.p;
    size_t start = i;
    if (!WORD_BYTE[p[i]]) {
        if (s->rs->first[p[i]]) take(s, s->rs->first[p[i]], i, false);
        return word_skip(s->text, i);
    }
    i = word_end(s->text, i, end);
    take_word(s, start, i);
    return i;
}

void scan_triggers(hit_list hits[RULE_STAGES], place_list *capitals, arena *a, const ruleset *rs, str text, span within, unsigned stages) {
    scanner s = { hits, a, rs, text, stages };
    bool line_start = true;
    for (size_t i = within.start; i < within.end;) {
        if (text.p[i] == ' ') {
            i++;
            continue;
        }
        if (line_start && rs->line) take(&s, rs->line, i, true);
        line_start = text.p[i] == '\n';
        if (ascii_upper(text.p[i]) || (unsigned char)text.p[i] >= 0xC3) *vec_add(a, capitals) = (uint32_t)i;
        i = step(&s, i, within.end);
    }
}

void scan_at(hit_list hits[RULE_STAGES], arena *a, const ruleset *rs, str text, size_t i, bool line_start, unsigned stages) {
    scanner s = { hits, a, rs, text, stages };
    if (line_start && rs->line) take(&s, rs->line, i, true);
    step(&s, i, text.n);
}
