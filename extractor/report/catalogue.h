/* SPDX-License-Identifier: MIT */
/* Lists that work without a script: articles by month, officials by their first letter, and the rules. */
#ifndef PETIK_REPORT_CATALOGUE_H
#define PETIK_REPORT_CATALOGUE_H

#include "report/edition.h"

/* Writes articles/index.html and articles/2024-10.html, -2.html and so on. */
int catalogue_articles(edition *ed, error *e);
/* Writes officials/index.html and officials/a.html and so on. */
int catalogue_officials(edition *ed, error *e);
/* Writes rules.html: each rule that records can name, with file, line and reason; of several sets the newest has the word. */
int catalogue_rules(edition *ed, error *e);

#endif
