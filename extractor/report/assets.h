/* SPDX-License-Identifier: MIT */
/* The style sheet and the script of a report: files of this folder that the build makes part of the program (embed.py). */
#ifndef PETIK_REPORT_ASSETS_H
#define PETIK_REPORT_ASSETS_H

#include <stddef.h>

typedef struct {
    const char *name; /* NULL: the end of the list */
    const unsigned char *bytes;
    size_t size;
} asset;

extern const asset ASSETS[];

#endif
