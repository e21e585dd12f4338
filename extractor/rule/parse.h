/* SPDX-License-Identifier: MIT */
/* Reading rule files (docs/RULES.md): blocks that begin with "rule ID", "define NAME PATTERN", "ruleset NAME". */
#ifndef PETIK_RULE_PARSE_H
#define PETIK_RULE_PARSE_H

#include "rule/rule.h"

typedef struct {
    str name, pattern;
    rule_place place;
} rule_macro;

typedef VEC(rule *) rule_list;

/* What all rule files of a folder say, before patterns are compiled. */
typedef struct {
    rule_list rules;
    VEC(rule_macro) macros;
} rule_source;

/* Reads one file's bytes (borrowed) into out. lists are those a "set" can name. Fails with ERROR_RULES; the message
 * has file:line:column, the line and a caret. */
int rules_parse(rule_source *out, arena *a, str bytes, const char *path, const rule_kind *kinds, const word_list *lists,
                size_t n_lists, error *e);

/* error_set with a place: "path:line:column: what", the line, and a caret below the column. */
int place_error(error *e, const rule_place *p, const char *format, ...) __attribute__((format(printf, 3, 4)));
const word_list *list_named(const word_list *lists, size_t n, str name);

#endif
