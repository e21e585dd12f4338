/* SPDX-License-Identifier: MIT */
/* What has been read of a page so far; each step adds to it. */
#ifndef PETIK_PAGE_FACTS_H
#define PETIK_PAGE_FACTS_H

#include "page/body.h"
#include "page/linked.h"
#include "page/meta.h"
#include "page/moment.h"
#include "page/title.h"
#include "rule/match.h"

typedef struct {
    arena *home;
    const ruleset *rules;
    matcher *matcher;
    page_tree tree;
    page_meta meta;
    linked_facts linked;
    page_title title;
    page_body body;
    str language;  /* "id"; STR_NONE */
    bool fragment;   /* a piece of a page, without its frame */
    bool bare;       /* that, or a page with next to no links */
    bool indonesian; /* by its language or address; also when neither tells */
    str publisher; /* STR_NONE: not told */
    str own_address; /* the one that the page names; STR_NONE */
    str address;     /* where the page is from, else its own; STR_NONE */
} page_facts;

/* The units among which byline and date stand: from a few before the title to a few behind the article. */
typedef struct {
    uint32_t from, to;
} unit_range;
unit_range facts_around(const page_facts *f);
/* What the rules for a kind say of one line: NULL, or the match, lent until the next line. */
const rule_match *facts_match(const page_facts *f, const char *kind, str line);
/* What the rules for sites say of "HOST WHAT FROM VALUE", the page's host first, then what is left of it behind each full stop. */
const rule_match *facts_site(const page_facts *f, const char *what, str from, str value);
/* The value of one of its fields, by name. */
str facts_value(const page_facts *f, const rule_match *found, const char *field);

#endif
