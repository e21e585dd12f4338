/* SPDX-License-Identifier: MIT */
/* Help and versions, made of the tables of commands and options. */
#ifndef PETIK_COMMAND_HELP_H
#define PETIK_COMMAND_HELP_H

#include "command/command.h"

typedef struct {
    const char *status; /* "0" */
    const char *means;
} help_status;

/* The i-th exit status; NULL behind the last. */
const help_status *help_status_get(size_t i);
/* Help for all of petik. */
void help_program(FILE *to);
/* Help for one command: examples first, then its options. */
void help_command(FILE *to, const command *c);
/* The version of petik and of the libraries it runs with. */
void help_version(FILE *to);

#endif
