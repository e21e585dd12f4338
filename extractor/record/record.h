/* SPDX-License-Identifier: MIT */
/* The records of one article. Strings and arrays lie in the article's arena; spans are bytes into its text. */
#ifndef PETIK_RECORD_RECORD_H
#define PETIK_RECORD_RECORD_H

#include "base/arena.h"

/* Where something is mentioned, and the rule that found it ("" when it was given from outside). */
typedef struct {
    span at;
    str rule;
} mention;

typedef struct {
    span at;
    str type;  /* DATE, TIME, DURATION, SET */
    str value; /* ISO 8601; STR_NONE: open */
    str conflict; /* STR_NONE, or "weekday": the printed weekday is not that day's */
    str rule;
    bool bare;  /* lacks a year of its own */
} date_record;

typedef struct {
    str name, title, acting, of, region, rank, degrees;
    VEC(mention) mentions;
    size_t person; /* offices of one person have the same number */
} official_record;

typedef struct {
    str name, type, region;
    str same_as; /* the name of the record whose abbreviation this one is; STR_NONE: none */
    VEC(mention) mentions;
} institution_record;

/* Who is speaking; all STR_NONE when nobody can be named. */
typedef struct {
    str name, office;
    str from; /* cue, coreference, headline */
    str rule; /* the rule of speaker.rules that found them, or that found nobody */
    str read_by; /* who read the words aloud for the speaker; STR_NONE: the speaker spoke */
} speaker_ref;

typedef struct {
    bool direct;
    span at;
    speaker_ref speaker;
    span cue; /* empty: none */
    str rule;
    span continues; /* the statement that this one is the second part of; empty: none */
} statement_record;

typedef struct {
    span at;
    long number; /* -1: none */
    str force, topic;
    speaker_ref by;
    VEC(str) to;
    VEC(span) again; /* where it is said again */
    str rule;
} point_record;

typedef struct {
    str kind;       /* declaration, pledge, signing, muster, outreach, meeting … (rules/lists/events.txt) */
    span at;        /* its fullest naming */
    str date;       /* ISO 8601, or STR_NONE */
    str place, organiser, leader;
    VEC(str) participants; /* people by name, bodies as written */
    str rule;
} event_record;

typedef struct {
    span at;
    str kind, number;
    long year;  /* -1: none */
    str issuer; /* the issuing body or office; STR_NONE: not said */
    str rule;
} regulation_record;

typedef struct {
    str code, message;
    span at;
} warning_record;

typedef struct {
    str name, role;
} byline_entry;

typedef struct {
    str source, url, fetched, title, publisher, dateline;
    str published, published_from, modified;
    str section, language; /* as the page says; language: "id" */
    VEC(byline_entry) byline;
    str text;
    size_t lead; /* byte behind the dateline and its dash; 0: no dateline */
    VEC(date_record) dates;
    VEC(official_record) officials;
    VEC(institution_record) institutions;
    VEC(statement_record) statements;
    VEC(point_record) points;
    VEC(regulation_record) regulations;
    VEC(event_record) events;
    VEC(warning_record) warnings;
} article_record;

#endif
