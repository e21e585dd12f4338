/* SPDX-License-Identifier: MIT */
/* The name that was meant by one that is not known. */
#ifndef PETIK_BASE_NEAREST_H
#define PETIK_BASE_NEAREST_H

#include "base/str.h"

enum { NEAREST_LONGEST = 32 }; /* bytes of a name that is compared */

/* The name in names that is nearest to word, when it is near enough to be meant; else NULL. */
const char *nearest_name(const char *word, const char *const *names, size_t n);

#endif
