/* SPDX-License-Identifier: MIT */
/* Institutions: every match is one at its place; those of one name, case and spacing aside, are one record. */
#include "record/collect.h"
#include "record/region.h"

/* What stands before the first word, but for the first of all, that no name of a body has. */
static span before_other_words(const extraction *x, span at) {
    const lexicon *l = x->words;
    str text = x->doc->text;
    for (size_t i = word_end(text, at.start, at.end); i < at.end; ) {
        if (text.p[i] != ' ') return at;
        size_t end = word_end(text, i + 1, at.end);
        str word = str_cut(text, i + 1, end);
        bool small = word.n > 2 && !ascii_upper(word.p[1]);
        if (small && listed(l->not_names, word) && !listed(l->inst_words, word) && !listed(l->place_words, word)) return (span){ at.start, i };
        i = end;
    }
    return at;
}

/* In a headline every word can be capitalised: a body there that the text below does not have is no longer than one that
 * it has. */
static span in_headline(const extraction *x, span at) {
    size_t below = x->doc->paragraphs.items[0].at.end;
    str name = text_of(x, at);
    if (!x->doc->title || at.start >= below || str_find(x->doc->text, name, below) != SIZE_MAX) return at;
    const match_list *found = matcher_found(x->matcher, KIND_INSTITUTION);
    size_t best = 0;
    for (size_t i = matches_from(found, below); i < found->n; i++) {
        str other = text_of(x, found->items[i].at);
        bool begins = other.n > best && other.n < name.n && str_starts(name, other) && name.p[other.n] == ' ';
        if (begins && !listed(x->words->regions, str_cut(name, other.n + 1, name.n))) best = other.n;
    }
    return best ? (span){ at.start, at.start + best } : before_other_words(x, at);
}

static size_t record_for(extraction *x, table *seen, const rule_match *m, span at) {
    str name = text_of(x, at);
    char *fold = arena_alloc(x->home, name.n + 1);
    for (size_t i = 0; i < name.n; i++) fold[i] = ascii_lower(name.p[i]);
    uint32_t number = table_put(seen, (str){ fold, name.n }, (uint32_t)x->out->institutions.n);
    if (number == x->out->institutions.n) {
        str type = value_of(x, m, INSTITUTION_TYPE);
        *vec_add(x->home, &x->out->institutions) = (institution_record){
            .name = name, .type = type.n ? type : STR("other"), .region = region_code(x->words, name, REGION_ANY) };
    }
    return number;
}

/* What a name is shortened to: the abbreviation in its brackets, with what stands behind them; short alone: without. */
static str abbreviation(arena *a, str name, bool alone) {
    size_t open = str_find(name, STR(" ("), 0), shut = open == SIZE_MAX ? SIZE_MAX : str_find(name, STR(")"), open);
    if (shut == SIZE_MAX || open == 0) return STR_NONE;
    str brief = str_cut(name, open + 2, shut);
    return alone ? brief : arena_join(a, (str[]){ brief, str_cut(name, shut + 1, name.n) }, 2);
}

enum { SEVERAL = UINT32_MAX - 1 };

static void note(table *t, str brief, size_t i) {
    if (brief.n && table_put(t, brief, (uint32_t)i) != i) table_set(t, brief, SEVERAL);
}

/* Joins an abbreviation to the one record with a fuller name that it can stand for: with the place behind it, else alone. */
static void link_abbreviations(extraction *x) {
    size_t n = x->out->institutions.n;
    table placed = table_make(x->home, n + 1), alone = table_make(x->home, n + 1);
    for (size_t i = 0; i < n; i++) {
        str name = x->out->institutions.items[i].name;
        note(&placed, abbreviation(x->home, name, false), i);
        note(&alone, abbreviation(x->home, name, true), i);
    }
    for (size_t i = 0; i < n; i++) {
        institution_record *o = &x->out->institutions.items[i];
        uint32_t k = table_get(&placed, o->name);
        if (k == TABLE_NONE) k = table_get(&alone, o->name);
        if (k != TABLE_NONE && k != SEVERAL) o->same_as = x->out->institutions.items[k].name;
    }
}

void institutions_collect(extraction *x) {
    const match_list *found = matcher_found(x->matcher, KIND_INSTITUTION);
    table seen = table_make(x->home, found->n + 1);
    for (size_t i = 0; i < found->n; i++) {
        span at = in_headline(x, found->items[i].at);
        if (listed(x->words->inst_heads, text_of(x, at)) && at.end < found->items[i].at.end) continue; /* a head word alone */
        size_t k = record_for(x, &seen, &found->items[i], at);
        *vec_add(x->home, &x->out->institutions.items[k].mentions) = (mention){ at, rule_id(&found->items[i]) };
    }
    link_abbreviations(x);
}
