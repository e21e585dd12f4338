/* SPDX-License-Identifier: MIT */
/* The thread that writes a report's files, while the next pages are being made: making a file costs as much as its page. */
#ifndef PETIK_REPORT_SITEWRITER_H
#define PETIK_REPORT_SITEWRITER_H

#include "base/error.h"

typedef struct site_writer site_writer;

/* Files will be written below root, an open folder that stays open until the end. NULL with errno: no thread. */
site_writer *site_writer_start(int root);
/* Takes over a copy of content for a file of that name. 0, or the errno of the first file that could not be written: then no
 * more files are. */
int site_writer_add(site_writer *w, const char *name, str content);
/* Waits until all is written, and frees. ERROR_OUTPUT with path and reason when something could not be written; path and e may
 * be NULL when nobody asks. Of NULL: nothing. */
int site_writer_end(site_writer *w, const char *path, error *e);

#endif
