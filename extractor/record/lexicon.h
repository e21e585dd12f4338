/* SPDX-License-Identifier: MIT */
/* The word lists that the record stage asks for by name, looked up once. A list that is not there is empty. */
#ifndef PETIK_RECORD_LEXICON_H
#define PETIK_RECORD_LEXICON_H

#include "rule/ruleset.h"

typedef struct {
    word_list titles;  /* every list of titles */
    word_list honours; /* ranks, their corps, honorifics: what stands before a name and is none of it */
    word_list no_names; /* notname, the titles and the passive verbs: capitalised words that are no part of a name */
    word_list bodies;  /* every list of institutions with a fixed name */
    const word_list *acting, *quote_verbs, *report_verbs, *source_words, *body_titles, *not_names, *regions,
        *degrees, *units, *pronouns, *openers, *topics, *predicates, *no_clause, *no_source, *stops, *adverbs,
        *prepositions, *shared_titles, *particles, *starters, *scare, *given_names, *districts, *place_words,
        *body_links, *inst_heads, *bare_heads, *inst_words, *unit_titles, *head_titles, *seat_titles, *holder_links,
        *name_links, *pointers, *who_words, *governments, *levels, *persons, *contracted, *undertakings, *hold_verbs,
        *place_preps, *sites, *superiors, *weekdays, *certain, *answer_verbs, *modals, *directives, *body_shorts,
        *nation_words;
} lexicon;

/* Borrows the rule set's lists; what is merged lies in a. */
lexicon lexicon_make(const ruleset *rs, arena *a);
/* Whether a list (NULL: no) has a word. */
static inline bool listed(const word_list *l, str text) { return l && list_find(l, text); }

#endif
