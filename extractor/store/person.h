/* SPDX-License-Identifier: MIT */
/* People over articles: which names in offices are one person's. What decides is kept with each name (holders.because):
 *
 *   the list of decisions (overrules) says so;
 *   an article names both offices of one person;
 *   the same office, and one name is a form of the other;
 *   the same name in offices of one region, or in national offices;
 *   for a name without an office: the only official of that name, and their region in the same article.
 *
 * Kept apart are names that do not fit each other, heads of two regions at the same time, and what the list says. */
#ifndef PETIK_STORE_PERSON_H
#define PETIK_STORE_PERSON_H

#include "rule/ruleset.h"
#include "store/open.h"

/* Decides anew for all names in the store, within the caller's transaction; only what changes is written. The lists of rules say which
 * titles only one person holds, and how names are shortened. */
int persons_link(sqlite3 *db, const ruleset *rules, error *e);

#endif
