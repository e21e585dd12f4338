/* SPDX-License-Identifier: MIT */
/* What the verbs of petik sources share. */
#ifndef PETIK_COMMAND_SOURCES_H
#define PETIK_COMMAND_SOURCES_H

#include "command/option.h"
#include "petik.h"
#include "rule/list.h"

/* Minutes east of Greenwich of dates that do not tell their zone: WIB, as sources.conf has it unless it says otherwise. */
enum { SOURCES_ZONE = 420 };

/* The rules, which belong to the caller, and the list of words that tell addresses of articles; NULL, with a line on standard error: they do not load. */
petik_rules *sources_rules(const word_list **words, const options *o);
/* petik sources add; the operands begin with the verb. Returns an exit status. */
int sources_add(const options *o);

#endif
