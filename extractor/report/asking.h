/* SPDX-License-Identifier: MIT */
/* Who a question is about: a name, an office ("Pj Wali Kota Kediri", whoever held it), an institution, or a region's code. */
#ifndef PETIK_REPORT_ASKING_H
#define PETIK_REPORT_ASKING_H

#include "rule/ruleset.h"
#include "store/open.h"

/* What the words were taken for. */
typedef enum { ASKED_ANYBODY, ASKED_REGION, ASKED_OFFICE, ASKED_NAMES, ASKED_NOBODY } asked_kind;

/* Makes a temporary table asked(holder) of those that who means, NULL: everybody, in which case there is none. In order:
 *
 *   a Kemendagri code: whoever holds an office in that region or within it;
 *   an office of the store, short forms and acting status allowed: whoever held it, with acting status whoever ever held it so;
 *   else names of which these are words or a form, in all offices of the persons; and offices and bodies with all these words.
 *
 * *kind gets what was found. The store is not changed. */
int asking_resolve(asked_kind *kind, sqlite3 *db, const ruleset *rules, const char *who, error *e);

#endif
