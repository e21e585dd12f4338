/* SPDX-License-Identifier: MIT */
/* Clauses: where what is reported, asked or required begins and ends. */
#ifndef PETIK_RECORD_CLAUSE_H
#define PETIK_RECORD_CLAUSE_H

#include "record/extraction.h"

/* The sentence that byte i lies in, cut to LIMIT_CLAUSE before and behind i. */
span clause_range(const extraction *x, size_t i);
/* Without spaces, commas, stops and marks at its ends. */
span clause_trim(str text, span s);
/* Without a date that ends it behind a comma ("…, Senin (18/11/2024)"): it tells when this was said. */
span clause_without_date(const extraction *x, span s);
/* Words in a span. */
size_t clause_words(str text, span s);
/* Whether a clause has a predicate: a verb by its form (me-, ber-, di-, ter-) or a listed word. */
bool clause_predicate(const extraction *x, span s);
/* Whether it begins with one of the list's words. */
bool clause_begins(const word_list *l, str text, span s);
/* The first place within s where one of the literals stands as whole words, or SIZE_MAX; *size: its length. */
size_t clause_find(str text, span s, const char *const *literals, size_t *size);
/* The part of s that stands outside quotations: up to the first mark that opens one. */
span clause_before_quote(const extraction *x, span s);
/* Where s begins when the quotations of more than so many words that are over before byte i are left out. */
size_t clause_after_quotes(const extraction *x, span s, size_t i, size_t words);
/* Whether a word that points back (itu, tersebut) stands behind the word that ends at i. */
bool clause_pointed_at(const extraction *x, size_t i, size_t limit);
/* Whether the word at i has the form of a verb or is one that begins a predicate (tetap, segera, tidak …). */
bool clause_verb_at(const extraction *x, size_t i, size_t limit);

#endif
