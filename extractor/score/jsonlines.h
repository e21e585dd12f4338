/* SPDX-License-Identifier: MIT */
/* JSON objects from files: one a line, or one a file. */
#ifndef PETIK_SCORE_JSONLINES_H
#define PETIK_SCORE_JSONLINES_H

#include <jansson.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct {
    json_t **items; /* objects, each owned by the list */
    size_t n, cap;
    arena home;
} jsonlist;

/* Adds the objects of a JSON Lines file; blank lines are passed over. An error begins with file:line. */
int jsonlist_read(jsonlist *list, const char *path, error *e);
/* Adds the one object that a file holds. */
int jsonlist_read_one(jsonlist *list, const char *path, error *e);
void jsonlist_free(jsonlist *list);

/* A member that is a string, or STR_NONE; lives as long as the object. */
str json_text(const json_t *object, const char *key);
/* A member that is a whole number, or otherwise. */
long long json_number(const json_t *object, const char *key, long long otherwise);

#endif
