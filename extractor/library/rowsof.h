/* What the store takes of an extractor's last article. */
#ifndef PETIK_LIBRARY_ROWSOF_H
#define PETIK_LIBRARY_ROWSOF_H

#include "base/buf.h"
#include "petik.h"

/* Appends the last article's rows (store/rows.h). */
void petik_rows(petik_extractor *x, buf *out);

#endif
