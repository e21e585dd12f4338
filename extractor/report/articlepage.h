/* SPDX-License-Identifier: MIT */
/* The page of an article: its text with the records marked, and the records with what they were found by. */
#ifndef PETIK_REPORT_ARTICLEPAGE_H
#define PETIK_REPORT_ARTICLEPAGE_H

#include "report/dossier.h"
#include "report/edition.h"

/* Writes articles/N/ID.html. The arena is for what lives no longer than this page. */
int articlepage_write(edition *ed, arena *scratch, const dossier *d, uint32_t article, error *e);

#endif
