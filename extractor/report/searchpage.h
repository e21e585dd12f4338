/* SPDX-License-Identifier: MIT */
/* The page that searches: a form, which report.js fills with life. */
#ifndef PETIK_REPORT_SEARCHPAGE_H
#define PETIK_REPORT_SEARCHPAGE_H

#include "report/edition.h"

/* Writes search.html. */
int searchpage_write(edition *ed, error *e);

#endif
