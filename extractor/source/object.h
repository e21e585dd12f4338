/* SPDX-License-Identifier: MIT */
/* One article as a JSON object (RFC 8259, strict: UTF-8 checked, no trailing commas, nesting bounded). It takes the
 * strings of eight keys and checks and drops the rest. Measured: a general JSON parser spends 13 ns a byte on
 * such lines, half of what the whole program may; this spends under 1. */
#ifndef PETIK_SOURCE_OBJECT_H
#define PETIK_SOURCE_OBJECT_H

#include "base/arena.h"
#include "base/error.h"

typedef enum {
    FIELD_ID,
    FIELD_URL,
    FIELD_TITLE,
    FIELD_TEXT,
    FIELD_HTML,
    FIELD_PUBLISHED,
    FIELD_PUBLISHER,
    FIELD_FETCHED,
    FIELD_COUNT
} object_field;

typedef struct {
    str field[FIELD_COUNT]; /* closed by a NUL that is not counted; p == NULL: absent or null */
    /* Where and what is wrong, when object_read fails: byte of the text, from 0, and a static string. */
    size_t at;
    const char *what;
    object_field about; /* with what: the key it is about, FIELD_COUNT for none */
} object;

/* Reads one object that fills json but for white space. The strings are the arena's. Of a key that comes twice the
 * last value counts; a number as id is kept as it is written. false: out->at and out->what say why. */
bool object_read(object *out, arena *a, str json);
/* The name of a key: "id"; static. */
const char *object_key(object_field f);

#endif
