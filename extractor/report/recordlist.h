/* SPDX-License-Identifier: MIT */
/* The records of an article as lists: each with its words and, a line each, all that is known of it. */
#ifndef PETIK_REPORT_RECORDLIST_H
#define PETIK_REPORT_RECORDLIST_H

#include "report/dossier.h"
#include "report/frame.h"

/* The letter of a sheet's records in ids: "s" of id="s3". */
char recordlist_letter(sheet_id id);
word recordlist_name(sheet_id id);
/* Writes the heading and the list of one sheet, or nothing when it is empty. */
void recordlist_write(frame *f, const dossier *d, sheet_id id);

#endif
