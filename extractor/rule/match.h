/* SPDX-License-Identifier: MIT */
/* Running a rule set over a document: one scan for triggers, then each hit tries its rule, anchored, in its window.
 * A matcher belongs to one thread. */
#ifndef PETIK_RULE_MATCH_H
#define PETIK_RULE_MATCH_H

#include "rule/ruleset.h"
#include "rule/scan.h"

typedef struct {
    const rule *rule;
    span at;
    span field[RULE_FIELDS]; /* start SIZE_MAX: not captured */
} rule_match;

typedef VEC(rule_match) match_list;
typedef struct matcher matcher;

/* Fails with ERROR_LIMIT when PCRE2 has no memory. The rule set must outlive the matcher. */
int matcher_open(matcher **out, const ruleset *rs, error *e);
void matcher_free(matcher *m);

/* Takes up a document (borrowed, as is the arena, until the next one) and finds its triggers. */
void matcher_begin(matcher *m, arena *a, const document *d);
/* Runs the rules of one stage; stages go up from 1. */
void matcher_run(matcher *m, int stage);
/* Stage 0: the rules for single lines, on a text that is no document yet. Only what begins at the line's start, or at
 * the last bracket of a line that ends in one, is found, of one kind, or of all when kind is -1. Matches are those of this line alone. */
void matcher_line(matcher *m, arena *a, str text, span line, int kind);

/* The matches of a kind, in the order of their start; lent until the next matcher_begin or matcher_line. */
const match_list *matcher_found(const matcher *m, int kind);
/* Where capitalised words begin, as the scan of matcher_begin saw them; lent as the matches are. */
const place_list *matcher_capitals(const matcher *m);
/* Index of the first match that begins at or after byte i; l->n when there is none. */
size_t matches_from(const match_list *l, size_t i);
/* The match that begins at i, or NULL. */
const rule_match *match_at(const match_list *l, size_t i);
/* Shortens the match of a kind that covers byte i so that it ends before i, spaces left out; nothing happens when none
 * does, or when it begins there. Returns whether one was shortened. */
bool matcher_cut(matcher *m, int kind, size_t i);
/* What a match says for a field: a "set" value, else the captured text, else STR_NONE. In the arena or the text. */
str match_value(const matcher *m, const rule_match *found, int field);
bool match_has(const rule_match *found, int field);

/* How often PCRE2 gave up on a rule (limits) since matcher_begin, and the last such rule; 0 and NULL as a rule. */
size_t matcher_failures(const matcher *m, const rule **last);
/* For samples: whether a rule matched anywhere, before conflicts were settled; NULL if not. */
const rule_match *matcher_raw(const matcher *m, const rule *r);
/* From now on keep what matcher_raw asks for. */
void matcher_keep_raw(matcher *m);

#endif
