/* SPDX-License-Identifier: MIT */
/* Running the samples that stand in rule files. */
#ifndef PETIK_RULE_SAMPLE_H
#define PETIK_RULE_SAMPLE_H

#include "rule/match.h"

/* Takes "key=value" off "key=value key=value": a value goes on until the next " key=". */
str sample_pair(str *rest);
/* Runs every sample of every rule that has a pattern. Fails with ERROR_RULES at the first one that does not come out as written (a yes that
 * fails, a no or a todo that passes): the message has file:line:column, the line, a caret, and what came instead. */
int samples_run(const ruleset *rs, error *e);

#endif
