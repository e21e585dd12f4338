/* SPDX-License-Identifier: MIT */
/* What a reporting word reports when no quotation marks say it: the clause and its borders. */
#ifndef PETIK_RECORD_TELLING_H
#define PETIK_RECORD_TELLING_H

#include "record/extraction.h"

/* Whether a cue's form is that of a verb behind its subject (say, tell, stress, admit, hope, warn). */
bool telling_class(str form);
/* Whether the speaker is in the reporting word itself: katanya, but not tanya. */
bool telling_suffixed(str verb);
/* The reported clause of a cue outside quotations; empty: it reports nothing (a topic, a quotation that follows). */
span telling_clause(extraction *x, const rule_match *m, str form);

#endif
