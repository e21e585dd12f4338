/* SPDX-License-Identifier: MIT */
/* The folder of a report: written beside its name, and given the name when it is complete. */
#ifndef PETIK_REPORT_SITE_H
#define PETIK_REPORT_SITE_H

#include "base/buf.h"
#include "base/error.h"

typedef struct site_writer site_writer;

typedef struct {
    const char *given;   /* the path as it was given, for messages; lent */
    char *path;          /* where it will stand, without a slash at the end */
    char *beside;        /* where it is written */
    int root;            /* that folder, open; -1: none */
    site_writer *writer; /* the thread that writes the files, while pages are being made */
} site;

/* Makes the folder to write into; path must outlive the site. ERROR_OUTPUT, and nothing is to be dropped: path names something that is no folder, or a
 * folder with other files than those of a report; or it cannot be written there. */
int site_begin(site *s, const char *path, error *e);
/* Writes a file, name relative to the folder ("articles/1/1234.html"), of fewer than 128 bytes; folders are made as they are
 * needed. content is copied. ERROR_OUTPUT: content is full, or this file or one before it could not be written. */
int site_write(site *s, const char *name, const buf *content, error *e);
/* Gives the folder its name. A report that stood there is removed. ERROR_OUTPUT: what stood there still stands there. */
int site_commit(site *s, error *e);
/* Removes what was written, unless it was committed. */
void site_drop(site *s);

#endif
