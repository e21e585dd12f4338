/* SPDX-License-Identifier: MIT */
#define _GNU_SOURCE /* dladdr */
#include "library/folder.h"

#include <dlfcn.h>
#include <stdbool.h>
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

/* The folder of the file that this code is in: the shared library, or again the program. */
static void library_folder(char *out, size_t size) {
    static const char HERE = 0;
    Dl_info found = { 0 };
    char *slash = dladdr(&HERE, &found) && found.dli_fname ? strrchr(found.dli_fname, '/') : NULL;
    out[0] = 0;
    if (slash) snprintf(out, size, "%.*s", (int)(slash - found.dli_fname), found.dli_fname);
}

/* Writes to out the first of the places beside folder that has rules. */
static bool rules_beside(char *out, size_t size, const char *folder) {
    static const char *const BESIDE[] = { "../share/petik/rules", "../rules", "../../rules", "../../../rules" };
    for (size_t i = 0; *folder && i < sizeof BESIDE / sizeof *BESIDE; i++) {
        snprintf(out, size, "%s/%s/lists", folder, BESIDE[i]);
        if (access(out, R_OK) != 0) continue;
        snprintf(out, size, "%s/%s", folder, BESIDE[i]);
        return true;
    }
    return false;
}

const char *rules_folder(char *out, size_t size) {
    const char *set = getenv("PETIK_RULES");
    if (set && *set) {
        snprintf(out, size, "%s", set);
        return out;
    }
    char folder[2048];
    program_folder(folder, sizeof folder);
    if (rules_beside(out, size, folder)) return out;
    library_folder(folder, sizeof folder);
    if (rules_beside(out, size, folder)) return out;
    snprintf(out, size, "rules");
    return out;
}
