/* SPDX-License-Identifier: MIT */
#include "command/journal.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* $JOURNAL_STREAM is "device:inode" of the socket that the journal listens at (systemd.exec(5)). */
static bool is_journal(void) {
    const char *said = getenv("JOURNAL_STREAM");
    struct stat s;
    char own[64];
    if (!said || fstat(STDERR_FILENO, &s) != 0) return false;
    snprintf(own, sizeof own, "%ju:%ju", (uintmax_t)s.st_dev, (uintmax_t)s.st_ino);
    for (size_t i = 0; own[i] || said[i]; i++)
        if (own[i] != said[i]) return false;
    return true;
}

void journal_tell(journal_level level, const char *format, ...) {
    va_list args;
    if (is_journal()) fprintf(stderr, "<%d>", (int)level);
    fputs("petik: ", stderr);
    va_start(args, format);
    vfprintf(stderr, format, args);
    va_end(args);
    fputc('\n', stderr);
}
