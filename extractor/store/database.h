/* SPDX-License-Identifier: MIT */
/* The store being written: articles with their records, versions, runs. One process writes at a time. */
#ifndef PETIK_STORE_DATABASE_H
#define PETIK_STORE_DATABASE_H

#include "base/digest.h"
#include "rule/ruleset.h"
#include "store/collected.h"
#include "store/version.h"

typedef struct database database;

/* What a run did, for its row. */
typedef struct {
    size_t articles, known, failed;
    int status; /* exit status */
} run_counts;

/* Opens or makes the store and begins a run. version: petik's. ERROR_BUSY: another run writes to it, and did so for wait milliseconds; ERROR_OUTPUT. On success
 * *out belongs to the caller (database_close or database_drop); rules must outlive it. */
int database_open(database **out, const char *path, const ruleset *rules, const char *version, long wait, error *e);
/* The digest of an input that decides whether it is known: what was read, and what was known of it. */
void database_input_digest(char out[DIGEST_TEXT], const str *parts, size_t n);

/* Whether that input has been read with these rules and stored, as its article's newest version (or,
 * with several, any). May be called by another
 * thread than the other functions, but by one only. */
bool database_knows(database *d, const database_origin *from);
/* Stores an article's rows (pack.h). DATABASE_STORED, as a new version when its identity was stored before; DATABASE_KNOWN: its newest
 * version (with several, any) is the same. What is stored becomes visible, and safe, with its batch. */
enum { DATABASE_STORED = 0, DATABASE_KNOWN = 1 };
int database_add(database *d, const database_origin *from, str rows, error *e);
/* Writes what was collected. with_article: the article that it goes with is added next, in the same batch. */
int database_collect(database *d, const collected_change *change, bool with_article, error *e);
/* Writes what this run collected from a source. */
int database_harvest(database *d, const collected_harvest *harvest, error *e);
/* Replaces the decisions about persons by those of a list file (overrule.h); they count when the run ends. */
int database_overrule(database *d, const char *path, error *e);
/* Makes safe what was stored, links names to persons, ends the run and closes. Closes also when that fails. */
int database_close(database *d, const run_counts *counts, error *e);
/* Closes; what is not safe yet is lost. */
void database_drop(database *d);

#endif
