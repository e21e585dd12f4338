/* SPDX-License-Identifier: MIT */
/* The tables that records are kept and exported in: one place from which the database, CSV files, codebook, JSON Schema and
 * datapackage are made. A change here is a change of SCHEMA_VERSION. */
#ifndef PETIK_STORE_SCHEMA_H
#define PETIK_STORE_SCHEMA_H

#include <stdbool.h>
#include <stddef.h>

enum { SCHEMA_VERSION = 2 };

/* In the order in which rows can be written without naming one that does not exist yet. */
typedef enum {
    TABLE_RULESETS,
    TABLE_RULES,
    TABLE_RUNS,
    TABLE_PERSONS,
    TABLE_OFFICES,
    TABLE_HOLDERS,
    TABLE_OVERRULES,
    TABLE_ARTICLES,
    TABLE_BYLINES,
    TABLE_DATES,
    TABLE_OFFICIALS,
    TABLE_INSTITUTIONS,
    TABLE_MENTIONS,
    TABLE_STATEMENTS,
    TABLE_POINTS,
    TABLE_REPEATS,
    TABLE_REGULATIONS,
    TABLE_EVENTS,
    TABLE_WARNINGS,
    TABLE_ADDRESSES,
    TABLE_HOSTS,
    TABLE_HARVESTS,
    TABLE_COUNT
} table_id;

typedef enum { COLUMN_INTEGER, COLUMN_TEXT } column_type;

/* What a text is, beyond being text. */
typedef enum {
    FORMAT_NONE,
    FORMAT_DATE,    /* ISO 8601, as exact as it is known: 2024, 2024-10, 2024-10-15, 2024-10-15T09:00+07:00; or from/to */
    FORMAT_ADDRESS, /* of the web */
    FORMAT_LIST     /* a JSON array of strings */
} column_format;

/* Who knows the value when a row is written. */
typedef enum {
    FROM_ARTICLE, /* the article's records: packed in rows.h, in the order of the columns */
    FROM_STORE    /* the store: numbers of rows, runs, persons */
} column_origin;

typedef struct {
    const char *name;
    column_type type;
    column_format format;
    column_origin origin;
    bool required;       /* never null */
    const char *refers;  /* the table whose id it is, or NULL */
    const char *values;  /* what it can be, "direct|indirect", or NULL */
    const char *means;   /* one sentence, with its unit */
} schema_column;

typedef struct {
    const char *name;
    const char *means;
    const char *key;     /* "id", or columns with commas between them; then the table has no row numbers */
    const char *search;  /* the column of a full-text index NAME_fts, or NULL */
    const schema_column *columns;
    size_t column_count;
    const char *indexes; /* "article;holder;kind,number": columns of each index */
} schema_table;

const schema_table *schema_get(table_id t);
/* The place of a column by its name; it must be there. */
size_t schema_column_of(table_id t, const char *name);

/* A view over the tables: what most questions are asked of. */
typedef struct {
    const char *name, *means, *query;
} schema_view;
enum { VIEW_COUNT = 3 };
const schema_view *schema_view_get(size_t i);

#endif
