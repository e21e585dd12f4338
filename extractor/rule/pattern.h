/* SPDX-License-Identifier: MIT */
/* From a rule's pattern to one that PCRE2 compiles: @names are written out.
 *
 *   @macro        the pattern of "define macro …", in brackets
 *   @list         a word list: a callout that looks for its longest word here, and steps to that word's end
 *   @kind         a record kind of an earlier stage: the same for what was found just here
 *
 * The callouts are why a pattern may name a list of seven thousand districts and still compile in microseconds;
 * written out as alternations, even short lists were slower (machine code that falls out of the cache). */
#ifndef PETIK_RULE_PATTERN_H
#define PETIK_RULE_PATTERN_H

#include "base/buf.h"
#include "rule/parse.h"

/* What a callout asks. Callout number 2k+1: does something of target k start here, and where does it end; 2k: is this
 * that end. */
typedef struct {
    const word_list *list; /* NULL: a kind */
    int kind;
} callout_target;

enum { CALLOUT_TARGETS = 120 };

typedef struct {
    const rule_source *source;
    const word_list *lists;
    size_t n_lists;
    const rule_kind *kinds;
    callout_target targets[CALLOUT_TARGETS];
    size_t n_targets;
} pattern_context;

/* Appends the written-out form of a pattern to out. place is where the pattern stands; stage: kinds of this stage or
 * later cannot be named. */
int pattern_expand(buf *out, pattern_context *c, str pattern, const rule_place *place, int stage, error *e);
/* The place of byte offset in the written-out form, as near as it can be told, for error messages. */
rule_place pattern_place(pattern_context *c, str pattern, const rule_place *place, int stage, size_t offset);

#endif
