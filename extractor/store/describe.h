/* SPDX-License-Identifier: MIT */
/* What the tables and records are, for people and for programs: made from the table of tables (schema.h), so that none of it can
 * differ from what is written. */
#ifndef PETIK_STORE_DESCRIBE_H
#define PETIK_STORE_DESCRIBE_H

#include <jansson.h>

#include "base/buf.h"
#include "base/error.h"
#include "store/schema.h"

typedef struct {
    const char *name;  /* "json-schema" */
    const char *means; /* one line */
    /* Appends the whole document. database: what the database's file is called, without folder and ending. ERROR_OUTPUT. */
    int (*write)(buf *out, const char *database, error *e);
} description;

/* The i-th of them, the one meant when none is named first; NULL behind the last (forms.c). */
const description *description_get(size_t i);

int codebook_write(buf *out, const char *database, error *e);     /* codebook.c */
int json_schema_write(buf *out, const char *database, error *e);  /* jsonschema.c */
int datapackage_write(buf *out, const char *database, error *e);  /* datapackage.c */
int datasette_write(buf *out, const char *database, error *e);    /* datasette.c */

/* For those: appends document, indented, and gives it back. */
int describe_json(buf *out, json_t *document, error *e);
/* "a|b" as an array of strings, closed by null when nullable. */
json_t *describe_values(const char *values, bool nullable);
/* "a,b" as an array of strings. */
json_t *describe_names(const char *names);
/* What a text of that format looks like, as a regular expression of ECMA 262 and of Python; NULL: anything. */
const char *describe_pattern(column_format format);

#endif
