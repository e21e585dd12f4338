/* SPDX-License-Identifier: MIT */
#include "command/networks.h"

#include <stdlib.h>

int networks_allow(guard *out, arena *a, const options *o, error *e) {
    const char *networks = getenv("PETIK_ALLOW_PRIVATE");
    out->all = o->value[OPTION_PRIVATE] != NULL;
    return networks ? guard_allow(out, a, str_of(networks), e) : 0;
}
