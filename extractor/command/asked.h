/* SPDX-License-Identifier: MIT */
/* What petik said, points and officials share: the store, who is asked about, and how answers are written. */
#ifndef PETIK_COMMAND_ASKED_H
#define PETIK_COMMAND_ASKED_H

#include "command/answer.h"
#include "command/command.h"
#include "report/passages.h"

typedef struct {
    const options *of;
    arena home;
    petik_rules *rules;
    sqlite3 *db;
    const char *who;   /* the operands, or NULL */
    question question; /* as the options say */
    bool json, csv, safe, color;
    size_t count;      /* answers so far */
    int broken;        /* why standard output could not be written (errno): EPIPE when its reader went away; 0: it could */
    buf out;
    error e;
} asked;

/* Reads the options, opens the store and finds out who is meant. EXIT_DONE, or an exit status with the line already told; then nothing
 * stays open. */
int asked_open(asked *a, const options *o);
/* Writes one answer's fields as JSON or CSV; false: it is to be told as text. */
bool asked_fields(asked *a, const answer_field *fields, size_t n);
/* Writes what is in out to standard output and empties it; what is not 0 ends the answer. */
int asked_flush(asked *a);
/* Closes, and returns the exit status. status: of the question. */
int asked_close(asked *a, int status, const char *what);

#endif
