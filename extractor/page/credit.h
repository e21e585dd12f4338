/* SPDX-License-Identifier: MIT */
/* Who wrote, edited and photographed: labelled lines ("Pewarta: …"), JSON-LD, meta elements, links to authors. Never the
 * publisher and never an account that no person has ("admin"). */
#ifndef PETIK_PAGE_CREDIT_H
#define PETIK_PAGE_CREDIT_H

#include "page/facts.h"

typedef struct {
    str name, role; /* role: reporter, author, editor, photographer, translator */
} credit;

typedef VEC(credit) credit_list;

credit_list credits_find(const page_facts *f);

#endif
