/* SPDX-License-Identifier: MIT */
/* What people decided about persons, against the evidence of articles: a list file, kept in the store. Lines of five parts with tabs
 * between them; "#" begins a comment line, "-" is any office:
 *
 *     same    M. Taufik    Wali Kota Kediri    Muhammad Taufik Hidayat    -
 *     apart   Agus Santoso    Camat Pesantren    Agus Santoso    Kepala Dinas Sosial Kota Kediri
 */
#ifndef PETIK_STORE_OVERRULE_H
#define PETIK_STORE_OVERRULE_H

#include "record/lexicon.h"
#include "store/open.h"

/* Replaces the store's decisions by those of the file at path, within the caller's transaction. ERROR_INPUT with file:line:column for what
 * is no such line, a name that the store does not have, or not in that office; then nothing has been changed that a rollback does
 * not undo. l reads offices as people write them. */
int overrules_replace(sqlite3 *db, const lexicon *l, const char *path, error *e);

#endif
