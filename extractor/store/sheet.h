/* SPDX-License-Identifier: MIT */
/* Cells of CSV (RFC 4180). */
#ifndef PETIK_STORE_SHEET_H
#define PETIK_STORE_SHEET_H

#include "base/buf.h"

/* Appends a cell, in quotation marks where it needs them; STR_NONE is nothing, an empty text two quotation marks. */
void sheet_cell(buf *out, str s);
/* Appends s with an apostrophe in front of what a spreadsheet would take for a formula: = + - @ (also full-width) at the start, behind
 * spaces and quotation marks there; a tab or line end at the start; and the same behind a semicolon, tab or line end within, where
 * a program that does not split at commas begins a cell. s is valid UTF-8. */
void sheet_guard(buf *out, str s);

#endif
