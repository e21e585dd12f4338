/* SPDX-License-Identifier: MIT */
/* Values of sources.conf. */
#ifndef PETIK_FETCH_SOURCEVALUE_H
#define PETIK_FETCH_SOURCEVALUE_H

#include "fetch/sourcefile.h"

/* Where a value goes that is told, and what it needs. */
typedef struct {
    arena *a;
    str folder;       /* that paths are in: "conf/", or empty */
    const char *what; /* after a failure: why the value is none; a static string */
    str word;         /* after a failure: the part of the value that is wrong */
} source_value;

/* Each reads a value, which is not empty, into what field points to. false: it is none. */
bool source_value_contact(source_value *v, void *field, str value);  /* str */
bool source_value_text(source_value *v, void *field, str value);     /* str */
bool source_value_path(source_value *v, void *field, str value);     /* str */
bool source_value_address(source_value *v, void *field, str value);  /* source_texts; appends */
bool source_value_pattern(source_value *v, void *field, str value);  /* source_texts; appends */
bool source_value_zone(source_value *v, void *field, str value);     /* int */
bool source_value_pause(source_value *v, void *field, str value);    /* long, milliseconds; may be 0 */
bool source_value_bound(source_value *v, void *field, str value);    /* long, milliseconds; more than 0 */
bool source_value_number(source_value *v, void *field, str value);   /* long; more than 0 */
bool source_value_days(source_value *v, void *field, str value);     /* long; 0: "all" */
bool source_value_revisit(source_value *v, void *field, str value);  /* source_times; "none" empties it */

#endif
