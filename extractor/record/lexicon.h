/* The word lists that the record stage asks for by name, looked up once. A list that is not there is empty. */
#ifndef PETIK_RECORD_LEXICON_H
#define PETIK_RECORD_LEXICON_H

#include "rule/ruleset.h"

enum { LEXICON_TITLES = 6 };

typedef struct {
    const word_list *titles[LEXICON_TITLES]; /* every list of titles */
    const word_list *acting, *quote_verbs, *body_titles, *corps;
    const word_list *not_names, *regions, *districts, *honorifics, *ranks, *degrees, *head_titles, *units, *pronouns,
        *openers, *topics, *predicates, *no_clause, *no_source, *stops, *verbs, *starters, *scare;
} lexicon;

lexicon lexicon_make(const ruleset *rs);
/* Whether a list (NULL: no) has a word. */
static inline bool listed(const word_list *l, str word) { return l && list_find(l, word); }

#endif
