/* SPDX-License-Identifier: MIT */
#include "library/folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* The folder of the running program, or of nothing. */
static void program_folder(char *out, size_t size) {
    ssize_t n = readlink("/proc/self/exe", out, size - 1);
    out[n > 0 ? n : 0] = 0;
    char *slash = strrchr(out, '/');
    if (slash) *slash = 0;
}

const char *rules_folder(char *out, size_t size) {
    static const char *const BESIDE[] = { "../share/petik/rules", "../rules", "../../rules", "../../../rules" };
    const char *set = getenv("PETIK_RULES");
    if (set && *set) {
        snprintf(out, size, "%s", set);
        return out;
    }
    char folder[2048];
    program_folder(folder, sizeof folder);
    for (size_t i = 0; i < sizeof BESIDE / sizeof *BESIDE; i++) {
        snprintf(out, size, "%s/%s/lists", folder, BESIDE[i]);
        if (access(out, R_OK) == 0) {
            snprintf(out, size, "%s/%s", folder, BESIDE[i]);
            return out;
        }
    }
    snprintf(out, size, "rules");
    return out;
}
