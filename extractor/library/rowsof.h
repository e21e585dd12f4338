/* SPDX-License-Identifier: MIT */
/* What the store takes of an extractor's last article. */
#ifndef PETIK_LIBRARY_ROWSOF_H
#define PETIK_LIBRARY_ROWSOF_H

#include "base/buf.h"
#include "petik.h"

/* Appends the last article's rows (store/rows.h). */
void petik_rows(petik_extractor *x, buf *out);
/* From now on petik_json has nothing: its lines are not wanted, and making them takes a tenth of the time. */
void petik_rows_only(petik_extractor *x);

#endif
