/* SPDX-License-Identifier: MIT */
/* Whole files and folders, for what is small: rule files and lists. */
#ifndef PETIK_BASE_FILE_H
#define PETIK_BASE_FILE_H

#include "base/arena.h"
#include "base/error.h"

/* Reads a file of at most limit bytes into the arena; code is what a failure is reported as. */
int file_read(str *out, arena *a, const char *path, size_t limit, int code, error *e);

typedef VEC(str) name_list;
/* The names in a folder that end in suffix, sorted by bytes; each is closed by a NUL. */
int file_names(name_list *out, arena *a, const char *folder, const char *suffix, int code, error *e);

#endif
