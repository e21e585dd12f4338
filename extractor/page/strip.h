/* SPDX-License-Identifier: MIT */
/* Takes out of a page what no reader sees and no stage asks for, before the parser spends time on it: scripts, styles,
 * drawings, templates, comments, and attributes such as onclick, style and data-*. They are often nine tenths of the
 * bytes. */
#ifndef PETIK_PAGE_STRIP_H
#define PETIK_PAGE_STRIP_H

#include "base/arena.h"

typedef struct {
    str html;                 /* in the arena */
    VEC(str) linked_data;     /* the contents of script elements of type application/ld+json; borrowed from the page */
} stripped;

/* An element whose style says that it is not displayed gets the attribute "hidden". */
stripped strip_page(arena *a, str html);

#endif
