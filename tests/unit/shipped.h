/* SPDX-License-Identifier: MIT */
/* The rules that petik comes with, loaded once for all tests of a file: give set_up and tear_down to cmocka_run_group_tests. */
#ifndef PETIK_UNIT_SHIPPED_H
#define PETIK_UNIT_SHIPPED_H

#include "library/folder.h"
#include "record/kind.h"
#include "record/lexicon.h"

static arena home;
static ruleset rules;
static lexicon words;

static int set_up(void **state) {
    (void)state;
    char folder[4096];
    error e = { 0 };
    if (ruleset_load(&rules, rules_folder(folder, sizeof folder), RECORD_KINDS, &e)) {
        print_error("%s\n", e.text);
        return -1;
    }
    words = lexicon_make(&rules, &home);
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    ruleset_free(&rules);
    arena_free(&home);
    return 0;
}

#endif
