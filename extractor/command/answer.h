/* SPDX-License-Identifier: MIT */
/* Answers to questions as JSON Lines and CSV: one list of fields for both. */
#ifndef PETIK_COMMAND_ANSWER_H
#define PETIK_COMMAND_ANSWER_H

#include "base/buf.h"

typedef enum { ANSWER_TEXT, ANSWER_NUMBER, ANSWER_LIST } answer_type;

typedef struct {
    const char *name;
    answer_type type;
    str text;       /* STR_NONE: null; of a list its JSON */
    int64_t number;
} answer_field;

/* One object and a line feed. */
void answer_json(buf *out, const answer_field *fields, size_t n);
/* One row by RFC 4180, or the names of the fields. safe: guarded against being taken for formulas (store/sheet.h). */
void answer_csv(buf *out, const answer_field *fields, size_t n, bool safe);
void answer_csv_names(buf *out, const answer_field *fields, size_t n);

#endif
