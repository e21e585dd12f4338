/* SPDX-License-Identifier: MIT */
/* Addresses that lead to a passage of a page, and to archived copies of it. */
#ifndef PETIK_REPORT_FRAGMENT_H
#define PETIK_REPORT_FRAGMENT_H

#include "base/buf.h"

/* Appends address#:~:text=… (URL Fragment Text Directives, WICG): the passage itself up to 300 code points within one paragraph, else its
 * first and last words. Nothing when the address is none of the web. */
void fragment_address(buf *out, str address, str passage);
/* Appends the address of a web archive's copy of that day or the nearest, from an ISO 8601 day or time; nothing when either is
 * not known. */
void fragment_archive(buf *out, str address, str day);

#endif
