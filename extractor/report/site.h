/* The folder of a report: written beside its name, and given the name when it is complete. */
#ifndef PETIK_REPORT_SITE_H
#define PETIK_REPORT_SITE_H

#include "base/buf.h"
#include "base/error.h"

typedef struct {
    char *path;   /* where it will stand, without a slash at the end */
    char *beside; /* where it is written */
    int root;     /* that folder, open; -1: none */
} site;

/* Makes the folder to write into. ERROR_OUTPUT, and nothing is to be dropped: path names something that is no folder, or a
 * folder with other files than those of a report; or it cannot be written there. */
int site_begin(site *s, const char *path, error *e);
/* Writes a file, name relative to the folder ("articles/1/1234.html"); folders are made as they are needed. ERROR_OUTPUT,
 * also when content is full. */
int site_write(site *s, const char *name, const buf *content, error *e);
/* Gives the folder its name. A report that stood there is removed. ERROR_OUTPUT: what stood there still stands there. */
int site_commit(site *s, error *e);
/* Removes what was written, unless it was committed. */
void site_drop(site *s);

#endif
