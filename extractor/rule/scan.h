/* SPDX-License-Identifier: MIT */
/* The trigger scan: where in a text the triggers of a rule set stand. */
#ifndef PETIK_RULE_SCAN_H
#define PETIK_RULE_SCAN_H

#include "rule/ruleset.h"

typedef struct {
    size_t at;
    const rule *rule;
} trigger_hit;

typedef VEC(trigger_hit) hit_list;
/* Where words begin that begin with a capital. */
typedef VEC(uint32_t) place_list;

/* Appends the triggers that begin in text[start..end) to hits[stage of their rule], in order. Only those of the
 * stages in the mask are taken (bit n: stage n). capitals gets the places of capitalised words. */
void scan_triggers(hit_list hits[RULE_STAGES], place_list *capitals, arena *a, const ruleset *rs, str text, span within, unsigned stages);
/* The same for the one position i; line_start: "<line>" triggers count. */
void scan_at(hit_list hits[RULE_STAGES], arena *a, const ruleset *rs, str text, size_t i, bool line_start, unsigned stages);

#endif
