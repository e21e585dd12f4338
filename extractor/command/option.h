/* SPDX-License-Identifier: MIT */
/* The command line: one table of options, from which parsing, help, manual page and completion come. */
#ifndef PETIK_COMMAND_OPTION_H
#define PETIK_COMMAND_OPTION_H

#include "base/arena.h"
#include "base/error.h"

/* Which subcommand an option belongs to: bits of option_row.commands. */
enum {
    OPTION_FOR_EXTRACT = 1u << 0,
    OPTION_FOR_RULES = 1u << 1,
    OPTION_FOR_SHOW = 1u << 2,
    OPTION_FOR_SCORE = 1u << 3,
    OPTION_FOR_SAID = 1u << 4,
    OPTION_FOR_POINTS = 1u << 5,
    OPTION_FOR_EXPORT = 1u << 6,
    OPTION_FOR_SCHEMA = 1u << 7,
    OPTION_FOR_REPORT = 1u << 8,
    OPTION_FOR_OFFICIALS = 1u << 9,
    OPTION_FOR_PERSONS = 1u << 10,
    OPTION_FOR_FETCH = 1u << 11,
    OPTION_FOR_RUN = 1u << 12,
    OPTION_FOR_COLLECTING = OPTION_FOR_FETCH | OPTION_FOR_RUN,
    OPTION_FOR_SOURCES = 1u << 13,
    OPTION_FOR_QUESTIONS = OPTION_FOR_SAID | OPTION_FOR_POINTS | OPTION_FOR_OFFICIALS | OPTION_FOR_PERSONS,
    OPTION_FOR_ALL = 0x7fffffff
};

/* One a row of the table, in the order of help. */
typedef enum {
    OPTION_DB,
    OPTION_ARCHIVE,
    OPTION_OUTPUT,
    OPTION_JOBS,
    OPTION_PUBLISHED,
    OPTION_SHARD,
    OPTION_RULES,
    OPTION_ERRORS,
    OPTION_REPORT,
    OPTION_PROGRESS,
    OPTION_SUMMARY,
    OPTION_FAIL_EMPTY,
    OPTION_TEXT,
    OPTION_FROM_DAY,
    OPTION_PAGES,
    OPTION_DRY,
    OPTION_HEALTH,
    OPTION_PRIVATE,
    OPTION_ABOUT,
    OPTION_SINCE,
    OPTION_UNTIL,
    OPTION_OUTLET,
    OPTION_DIRECT,
    OPTION_TOPIC,
    OPTION_FORCE,
    OPTION_UNIQUE,
    OPTION_LIMIT,
    OPTION_SEVERAL,
    OPTION_OVERRULE,
    OPTION_ARTICLES,
    OPTION_MISSES,
    OPTION_JSON,
    OPTION_AS_CSV,
    OPTION_CSV,
    OPTION_CSV_SAFE,
    OPTION_JSONL,
    OPTION_ANNOTATIONS,
    OPTION_ALL,
    OPTION_FOLDER,
    OPTION_ENGLISH,
    OPTION_BASE,
    OPTION_HELP,
    OPTION_VERSION,
    OPTION_COUNT
} option_id;

typedef struct {
    unsigned commands;
    char letter;       /* 0: none */
    const char *name;  /* without the two dashes */
    const char *value; /* what its value is called in help, "FILE"; NULL: it takes none */
    const char *help;  /* one line */
} option_row;

typedef struct {
    const char *value[OPTION_COUNT]; /* lent by argv; "" for an option without a value; NULL: not given */
    const char **operands;           /* what is not an option, in order; the array is the caller's arena's */
    size_t operand_count;
} options;

const option_row *option_get(option_id i);
/* Reads argv[0..argc) as the options of the subcommands in mask, and operands. "--" ends options, "-" is an operand.
 * Of an option given twice the last counts. ERROR_USAGE: what is wrong, with a suggestion where one is near. */
int options_parse(options *out, arena *a, unsigned mask, int argc, char **argv, error *e);

#endif
