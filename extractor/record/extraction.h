/* SPDX-License-Identifier: MIT */
/* What the steps of an article's extraction share. */
#ifndef PETIK_RECORD_EXTRACTION_H
#define PETIK_RECORD_EXTRACTION_H

#include "record/kind.h"
#include "record/lexicon.h"
#include "record/people.h"
#include "record/record.h"
#include "rule/match.h"

/* An office named at a place, with or without its holder. */
typedef struct {
    span at;
    str title, acting, of;
    size_t person; /* PEOPLE_NONE: not known */
    const rule *rule;
} office_mention;

typedef struct extraction {
    arena *home; /* the article's: everything in the records lies in it */
    const ruleset *rules;
    const lexicon *words;
    matcher *matcher;
    const document *doc;
    article_record *out;
    people people;
    VEC(office_mention) offices; /* by start */
} extraction;

/* The id of a match's rule. */
static inline str rule_id(const rule_match *m) { return m->rule->id; }
/* What match says for a field, and the text of a span. */
static inline str value_of(const extraction *x, const rule_match *m, int field) { return match_value(x->matcher, m, field); }
static inline str text_of(const extraction *x, span at) { return str_span(x->doc->text, at); }

/* Index of the first office mention that begins at or after byte i. */
size_t offices_from(const extraction *x, size_t i);
void warn(extraction *x, str code, span at, str message);
/* Warns when the name at a place is spelled otherwise than that person's. */
void people_warn(extraction *x, size_t whose, span name);

#endif
