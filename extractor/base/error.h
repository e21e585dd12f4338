/* SPDX-License-Identifier: MIT */
/* What went wrong, in one line, set once where it is known: a status code and a text that begins with the
 * place (file:line:column or an address). Callers pass the object; NULL is allowed and drops the text. */
#ifndef PETIK_BASE_ERROR_H
#define PETIK_BASE_ERROR_H

#include "base/str.h"

enum {
    ERROR_NONE = 0,
    ERROR_INPUT = -1,  /* one input is bad; others are not concerned */
    ERROR_RULES = -2,  /* a rule set does not load */
    ERROR_OUTPUT = -3, /* a result could not be written */
    ERROR_LIMIT = -4,  /* a limit of limits.h was reached */
    ERROR_USAGE = -5,
    ERROR_BUSY = -6    /* somebody else holds it: try later */
};

typedef struct {
    int code;
    char text[1024];
} error;

/* Sets the error unless one is set already; returns code, for "return error_set(…)". */
int error_set(error *e, int code, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
