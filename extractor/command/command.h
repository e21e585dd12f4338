/* SPDX-License-Identifier: MIT */
/* A subcommand is one file and one row of COMMANDS in commands.c: its name, its line of help, its examples, and the
 * function that runs it, which gets what option.h made of the command line and returns an exit status. */
#ifndef PETIK_COMMAND_COMMAND_H
#define PETIK_COMMAND_COMMAND_H

#include <stdio.h>

#include "command/option.h"
#include "petik.h"

enum {
    EXIT_DONE = 0,
    EXIT_INPUTS = 1,      /* done, but some inputs failed */
    EXIT_USAGE = 2,
    EXIT_RULES = 3,       /* the rules do not load */
    EXIT_EMPTY = 4,       /* nothing found, with --fail-empty */
    EXIT_OUTPUT = 5,      /* output could not be written */
    EXIT_TRY_LATER = 75,
    EXIT_INTERRUPTED = 130, /* SIGINT */
    EXIT_TERMINATED = 143   /* SIGTERM */
};

typedef struct {
    const char *name;
    const char *usage;    /* what follows the name: "[FILE|DIR|-]..." */
    const char *summary;  /* one line */
    const char *examples; /* lines, each "  petik …" or what it does */
    int (*run)(const options *o);
    unsigned mask; /* OPTION_FOR_…: which options are its own */
} command;

/* The i-th subcommand, in the order of help; NULL behind the last. */
const command *command_get(size_t i);
/* By its name; NULL: there is none. */
const command *command_find(const char *name);

int extract_main(const options *o);
int rules_main(const options *o);
/* petik rules explain; paths as those of petik extract. */
int explain_inputs(const petik_rules *rules, const char *const *paths, size_t n);
int show_main(const options *o);
int score_main(const options *o);
int said_main(const options *o);
int points_main(const options *o);
int officials_main(const options *o);
int persons_main(const options *o);
int export_main(const options *o);
int schema_main(const options *o);
int report_main(const options *o);
int fetch_main(const options *o);
int run_main(const options *o);
int sources_main(const options *o);

/* Writes "petik: " and one line to standard error and returns EXIT_USAGE. */
int usage_error(const char *format, ...) __attribute__((format(printf, 1, 2)));
/* Flushes standard output: EXIT_DONE, or EXIT_OUTPUT with a line unless the reader just went away (EPIPE). */
int finish_stdout(void);

#endif
