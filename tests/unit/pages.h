/* SPDX-License-Identifier: MIT */
/* What the unit tests of extractor/page share: an arena, the shipped rules, and reading a page that is a string. */
#ifndef PETIK_TESTS_UNIT_PAGES_H
#define PETIK_TESTS_UNIT_PAGES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "library/folder.h"
#include "page/page.h"
#include "record/kind.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))
/* Sentences, as an article has them; a paragraph has about 100 bytes. */
#define SENTENCE "Rapat digelar di kantor dinas dan dihadiri oleh para kepala bidang serta perwakilan warga kelurahan. "
#define PARAGRAPH "<p>" SENTENCE "</p>"
#define PROSE PARAGRAPH PARAGRAPH PARAGRAPH
#define LD(json) "<script type=\"application/ld+json\">" json "</script>"

static arena home;
static ruleset rules;
static matcher *matching;

/* For the group: cmocka_run_group_tests(tests, pages_set_up, pages_tear_down). */
static inline int pages_set_up(void **state) {
    (void)state;
    char folder[4096];
    error e = { 0 };
    if (ruleset_load(&rules, rules_folder(folder, sizeof folder), RECORD_KINDS, &e) || matcher_open(&matching, &rules, &e)) {
        print_error("%s\n", e.text);
        return -1;
    }
    return 0;
}

static inline int pages_tear_down(void **state) {
    (void)state;
    matcher_free(matching);
    ruleset_free(&rules);
    arena_free(&home);
    return 0;
}

/* want NULL: there has to be no string. what names the case. */
static inline void assert_told(str got, const char *want, const char *what) {
    bool same = want ? got.p != NULL && str_eq(got, str_of(want)) : got.p == NULL;
    if (!same) fail_msg("\"%.*s\", not \"%s\": %s", STR_ARG(got), want ? want : "(nothing)", what);
}

/* The page that html is, from an address (NULL: not known). */
static inline page page_from(const char *html, const char *address) {
    error e = { 0 };
    page out;
    page_source from = { .html = str_of(html), .address = address ? str_of(address) : STR_NONE };
    if (page_read(&out, &home, &from, &rules, matching, &e)) fail_msg("%s: %s", html, e.text);
    return out;
}

#endif
