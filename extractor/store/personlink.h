/* SPDX-License-Identifier: MIT */
/* Deciding which names in offices are one person's, on what is known of each name. */
#ifndef PETIK_STORE_PERSONLINK_H
#define PETIK_STORE_PERSONLINK_H

#include "base/table.h"
#include "rule/ruleset.h"

/* A name in an office, or a name that speaks without one. */
typedef struct {
    int64_t id;
    int64_t office; /* 0: none */
    str name, title, region, key;
    str first, last; /* days it was seen, ISO 8601; STR_NONE: not known */
    bool seen;       /* an article's newest version has it */
    size_t words;    /* of the name */
    /* decided */
    size_t parent, next; /* of the group: its first member; the next one, SIZE_MAX at the end */
    bool doubtful; /* fits two names in its office that do not fit each other */
    str because;
} name_holder;

/* Two names that somebody decided about. */
typedef struct {
    size_t a, b;
    bool same; /* else apart */
    int64_t line;
} name_decision;

/* Two offices that an article gives to one person. */
typedef struct {
    size_t a, b;
    int64_t article;
} name_pair;

typedef struct {
    arena *home;
    VEC(name_holder) holders; /* by id */
    VEC(name_decision) decisions;
    VEC(name_pair) pairs;
    const word_list *shorts, *heads, *nation; /* nameshorts; titles of heads of regions; of the national government */
    /* Whether an article in which a name without an office speaks is about the region; NULL: never. */
    bool (*near_region)(int64_t holder, str region, void *payload);
    void *payload;
} name_links;

void names_link(name_links *x);

#endif
