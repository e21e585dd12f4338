/* SPDX-License-Identifier: MIT */
/* What is told to whoever runs petik: lines on standard error, with the priority before them that the journal of systemd reads, when it is
 * connected to that. */
#ifndef PETIK_COMMAND_JOURNAL_H
#define PETIK_COMMAND_JOURNAL_H

typedef enum { JOURNAL_ERROR = 3, JOURNAL_WARNING = 4 } journal_level;

/* Writes "petik: " and a line. */
void journal_tell(journal_level level, const char *format, ...) __attribute__((format(printf, 2, 3)));

#endif
