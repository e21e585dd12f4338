/* SPDX-License-Identifier: MIT */
/* What the search page loads: the words of all statements and points, and the items themselves, in files of a few hundred. */
#ifndef PETIK_REPORT_SEARCHDATA_H
#define PETIK_REPORT_SEARCHDATA_H

#include "report/dossier.h"
#include "report/edition.h"
#include "report/wordindex.h"

typedef struct {
    wordindex words;
    buf items, articles;  /* of the file that is being written: JSON of what stands in its lists */
    size_t in_file, files;
    uint32_t article;     /* the last one in articles */
    size_t article_count;
} searchdata;

searchdata searchdata_make(void);
/* An item, after it was counted (the last of ed->items). topic: STR_NONE: none. */
int searchdata_add(searchdata *s, edition *ed, const sheet_row *row, str topic, error *e);
/* Writes what is left, the index and the list of officials. */
int searchdata_write(searchdata *s, edition *ed, error *e);
void searchdata_free(searchdata *s);

#endif
