/* SPDX-License-Identifier: MIT */
#include "library/passon.h"

#include <string.h>

int pass_on(petik_error *out, const error *e, int status) {
    if (!out || out->code || !status) return status;
    out->code = status;
    memcpy(out->text, e->text, sizeof out->text);
    return status;
}
