/* SPDX-License-Identifier: MIT */
/* Questions that are asked often, as SQL over the tables and views. */
#ifndef PETIK_STORE_CANNED_H
#define PETIK_STORE_CANNED_H

#include <stddef.h>

typedef struct {
    const char *name;  /* in addresses */
    const char *title, *description;
    const char *sql;   /* with named parameters, ":office" */
} canned_query;

/* The i-th of them; NULL behind the last. */
const canned_query *canned_get(size_t i);

#endif
