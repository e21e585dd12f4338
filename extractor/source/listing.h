/* SPDX-License-Identifier: MIT */
/* The article files of a folder and of the folders in it, one after another in the byte order of their paths. It
 * holds the names of one folder a level, never the whole tree. Hidden files and folders are passed over, and so is
 * what does not end like an article: .txt .html .htm .jsonl .ndjson .json .warc, each also with .gz. NAME.gold.json is
 * no article either: it holds what somebody expects of NAME. */
#ifndef PETIK_SOURCE_LISTING_H
#define PETIK_SOURCE_LISTING_H

#include "base/error.h"

typedef struct listing listing;

enum { LISTING_FILE = 0, LISTING_END = 1 };

/* Starts on the folder at path. On success *out belongs to the caller (listing_close). ERROR_INPUT: "path: what". */
int listing_open(listing **out, const char *path, error *e);
/* The next file's path, begun with the folder's as it was given and lent until the next call: LISTING_FILE,
 * LISTING_END, or ERROR_INPUT for a folder inside that cannot be read or leads back to one above it (a loop of links),
 * after which the walk goes on. */
int listing_next(const char **path, listing *f, error *e);
/* How many files were delivered. */
size_t listing_count(const listing *f);
void listing_close(listing *f);
/* Whether a file of this name would be taken as an article. */
bool listing_takes(const char *name);

#endif
