/* SPDX-License-Identifier: MIT */
/* Archive files under way: their names end in ".open" until they are complete. */
#ifndef PETIK_FETCH_OPENFILE_H
#define PETIK_FETCH_OPENFILE_H

#include "base/error.h"

/* Makes safe on the disk which names a folder has. ERROR_OUTPUT. */
int openfile_sync_folder(const char *folder, error *e);
/* Takes ".open" off a file's name. ERROR_OUTPUT: there is a file of that name, which is left alone, as is this one. */
int openfile_complete(const char *path, error *e);
/* Completes what a run that was killed left in a folder: petik's files that end in ".open" are cut off behind the last whole gzip member, removed
 * when that is not behind the first, the warcinfo; one that a run is writing is left alone. ERROR_OUTPUT. */
int openfile_recover(const char *folder, error *e);

#endif
