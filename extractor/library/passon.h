/* SPDX-License-Identifier: MIT */
/* Errors on their way out of the library. */
#ifndef PETIK_LIBRARY_PASSON_H
#define PETIK_LIBRARY_PASSON_H

#include "base/error.h"
#include "petik.h"

/* Copies a failure to the caller's error, unless there is none or it tells of one already. Returns status; 0 is no failure. */
int pass_on(petik_error *out, const error *e, int status);

#endif
