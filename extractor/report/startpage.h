/* SPDX-License-Identifier: MIT */
/* The start page: what the report is about, from when, how much; charts; how to read it. */
#ifndef PETIK_REPORT_STARTPAGE_H
#define PETIK_REPORT_STARTPAGE_H

#include "report/edition.h"

/* Writes index.html. */
int startpage_write(edition *ed, error *e);

#endif
