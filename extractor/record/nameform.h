/* SPDX-License-Identifier: MIT */
/* Whether two names as articles give them in full can be one person's. */
#ifndef PETIK_RECORD_NAMEFORM_H
#define PETIK_RECORD_NAMEFORM_H

#include "rule/list.h"

typedef enum {
    NAMES_DIFFER,
    NAMES_FIT,  /* one is a shorter or shortened form: Taufik, M. Taufik Kurniawan; or a word is spelled otherwise */
    NAMES_SAME  /* word for word, case aside */
} name_fit;

/* Compares names without degrees and honorifics. shorts: first words as they are written short (nameshorts), or NULL. */
name_fit names_fit(str a, str b, const word_list *shorts);
/* Words of a name; initials count. */
size_t name_words(str name);

#endif
