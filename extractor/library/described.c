/* SPDX-License-Identifier: MIT */
/* What the records are, for programs that have the library only. */
#include "petik.h"

#include <stdlib.h>
#include <string.h>

#include "base/limits.h"
#include "library/passon.h"
#include "store/describe.h"

static int write_form(buf *out, const char *what, error *e) {
    if (what && strcmp(what, "datapackage") == 0) return datapackage_write(out, "", e);
    if (what && strcmp(what, "json-schema") == 0) return json_schema_write(out, "", e);
    return error_set(e, ERROR_USAGE, "%s: not a schema; datapackage and json-schema are", what ? what : "NULL");
}

int petik_schema(char **out, const char *what, petik_error *pe) {
    error e = { 0 };
    buf text = buf_make(LIMIT_OUTPUT);
    int status = write_form(&text, what, &e);
    if (!status && text.full) status = error_set(&e, ERROR_LIMIT, "out of memory");
    *out = status ? NULL : strndup(text.p, text.n);
    if (!status && !*out) status = error_set(&e, ERROR_LIMIT, "out of memory");
    buf_free(&text);
    return pass_on(pe, &e, status);
}

void petik_string_free(char *s) {
    free(s);
}
