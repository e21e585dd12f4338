/* SPDX-License-Identifier: MIT */
/* Manual pages (as scdoc source) and completion of shells, made of the tables of commands, options, kinds and records. They are written by
 * a program of the build, petik-manual, which is not installed. */
#ifndef PETIK_MANUAL_MANUAL_H
#define PETIK_MANUAL_MANUAL_H

#include <stdio.h>

#include "command/command.h"

/* The page of a subcommand; more: the file of what a person has written about it besides, or NULL. */
void page_of_command(FILE *to, const command *c, FILE *more);
/* A page that a person has written: its lines, and for a line "@commands", "@statuses", "@kinds" or "@record" what the tables say, for "@version" in a line
 * the version. Returns 0, or -1 for a name that there is not. */
int page_of_template(FILE *to, FILE *from);

void completion_for_bash(FILE *to);
void completion_for_zsh(FILE *to);
void completion_for_fish(FILE *to);

/* What completion offers for a value or an operand. */
typedef enum {
    OFFER_NOTHING,
    OFFER_FILES,
    OFFER_FOLDERS,
    OFFER_WORDS
} offer_kind;

typedef struct {
    offer_kind kind;
    char words[256]; /* OFFER_WORDS: with a space between */
} offer;

/* Of an option's value. */
offer offer_of_value(const option_row *row);
/* Of a subcommand's first operand. */
offer offer_of_operand(const command *c);

#endif
