/* SPDX-License-Identifier: MIT */
/* The pages of officials: offices over time, statements by date, points by topic. */
#ifndef PETIK_REPORT_OFFICIALPAGE_H
#define PETIK_REPORT_OFFICIALPAGE_H

#include "report/edition.h"

/* Writes officials/N/ID.html, and further pages of those with more than one page holds, for all that have a page. */
int officialpage_write_all(edition *ed, error *e);

#endif
