/* Help and versions, made of the tables of commands and options. */
#ifndef PETIK_COMMAND_HELP_H
#define PETIK_COMMAND_HELP_H

#include "command/command.h"

/* Help for all of petik. */
void help_program(FILE *to, const command *commands, size_t n);
/* Help for one command: examples first, then its options. */
void help_command(FILE *to, const command *c);
/* The version of petik and of the libraries it runs with. */
void help_version(FILE *to);

#endif
