/* SPDX-License-Identifier: MIT */
/* Which of several matches stands: higher priority, then the longer, then the earlier rule file and line. */
#ifndef PETIK_RULE_CONFLICT_H
#define PETIK_RULE_CONFLICT_H

#include "rule/match.h"

/* Sorts matches by start and drops the losers. exclusive: no two may overlap; otherwise one match a place. */
void conflict_settle(match_list *l, bool exclusive);

#endif
