/* SPDX-License-Identifier: MIT */
/* The article's text as JSON-LD gives it, to be found again on the page. */
#ifndef PETIK_PAGE_LINKEDTEXT_H
#define PETIK_PAGE_LINKEDTEXT_H

#include "page/grade.h"

typedef struct {
    str letters;  /* its letters alone */
    bool *within; /* for each unit: it begins as a passage of it does; NULL: there is no text */
    double covered; /* the share of it that such units have */
} linked_text;

linked_text linked_text_find(const page_grades *g, str text);

#endif
