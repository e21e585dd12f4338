/* SPDX-License-Identifier: MIT */
/* Checking the rules that are procedures: their samples are run by the whole extraction. */
#ifndef PETIK_LIBRARY_PROCEDURE_H
#define PETIK_LIBRARY_PROCEDURE_H

#include "petik.h"
#include "record/record.h"
#include "rule/ruleset.h"

/* For library files: what stands behind the public types. */
const ruleset *petik_ruleset(const petik_rules *r);
const article_record *petik_article(const petik_extractor *x);

/* Runs the samples of every rule with a "procedure"; fails as samples_run does. */
int procedures_check(const petik_rules *r, error *e);

#endif
