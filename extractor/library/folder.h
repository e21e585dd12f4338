/* SPDX-License-Identifier: MIT */
/* Where the rules that came with the library are. */
#ifndef PETIK_LIBRARY_FOLDER_H
#define PETIK_LIBRARY_FOLDER_H

#include <stddef.h>

/* $PETIK_RULES if it is set; else the first that is there of share/petik/rules beside the program's folder (as
 * installed) and rules in the folders above the program (as in the source tree), then the same of the shared library's folder; else "rules". Writes to out and
 * returns it. */
const char *rules_folder(char *out, size_t size);

#endif
