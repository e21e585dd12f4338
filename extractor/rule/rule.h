/* SPDX-License-Identifier: MIT */
/* What a rule is: a pattern that is tried where a trigger word stands, within a window, and the record it makes. */
#ifndef PETIK_RULE_RULE_H
#define PETIK_RULE_RULE_H

#include <stdatomic.h>

#include "rule/list.h"

enum { RULE_FIELDS = 14, RULE_STAGES = 4, RULE_SAME = 4 };

/* A kind of record that rules can make, and the names that their captures may have. The caller of ruleset_load owns
 * the table of kinds. Stages run one after another: patterns of a later stage may refer to what an earlier one found
 * by the kind's name (@institution). */
typedef struct {
    const char *name;
    int stage;        /* 0: single lines, before the text is put together; 1 to 3: the text */
    bool exclusive;   /* no two matches overlap; otherwise one rule wins at a place */
    const char *fields[RULE_FIELDS];
} rule_kind;

typedef enum { WINDOW_SENTENCE, WINDOW_PARAGRAPH, WINDOW_QUOTE, WINDOW_LINE, WINDOW_BYTES } rule_window;
typedef enum { GUARD_NONE, GUARD_UPPER, GUARD_LOWER, GUARD_DIGIT, GUARD_QUOTE, GUARD_SET, GUARD_LIST } rule_guard;
typedef enum { RULE_DRAFT, RULE_STABLE, RULE_RETIRED } rule_status;
extern const char *const RULE_STATUS_NAMES[]; /* by rule_status; ends with NULL */
typedef enum { SAMPLE_YES, SAMPLE_NO, SAMPLE_TODO } sample_kind;

/* A place in a rule file: for messages with line, column and caret. */
typedef struct {
    const char *path;
    size_t line, column; /* from 1; bytes */
    str text;            /* the whole line */
    str rest;            /* the file from that line on */
} rule_place;

typedef struct {
    sample_kind kind;
    str text, expected; /* expected: "name=X title=Y"; empty: any match */
    rule_place place;
} rule_sample;

/* "set FIELD = value": a constant, or what a list says of a captured text. */
typedef struct {
    int field;             /* what is set */
    int from;              /* the field whose text is looked up */
    const word_list *list; /* NULL: constant */
    int column;            /* of the list; -1: canonical */
    str constant;
} rule_set;

/* A compiled pattern. Machine code is made when it is first tried (pattern_ready): most runs need few of the rules. */
typedef struct {
    void *pcre; /* pcre2_code */
    bool machine;       /* there is machine code; set before ready */
    atomic_bool ready;
} rule_code;

typedef struct {
    str id, why, match;
    str procedure;          /* "procedure FILE": the rule is a step written in C there, and has no pattern */
    VEC(str) nots;
    VEC(rule_place) not_places;
    rule_place place, match_place;
    rule_status status;
    int kind;               /* in the table of kinds */
    VEC(str) triggers;      /* literals, "@list", "<digits:1-2>", "<line>" */
    rule_place trigger_place;
    rule_window window;
    size_t before, after;   /* of WINDOW_BYTES */
    rule_guard guard;
    const word_list *guard_list; /* of GUARD_LIST: a word of it has to follow, or a digit, a bracket, a dash */
    uint64_t guard_set[4];  /* of GUARD_SET: a bit for each byte that may follow */
    int near_kind;          /* "near KIND 40": a match of that kind begins at most so many bytes behind the trigger; -1 */
    str near_text;          /* "near , 90": these bytes stand there */
    size_t near;            /* 0: no such condition */
    bool fold;              /* triggers without regard to ASCII case */
    int priority;
    VEC(rule_set) sets;
    VEC(rule_sample) samples;
    const char *id_text, *why_text; /* the same, closed by NUL */
    /* compiled */
    rule_code *code;
    VEC(rule_code *) nots_code;
    int group[RULE_FIELDS][RULE_SAME]; /* capture groups of each field (a name may stand in several); 0: none */
    size_t number;          /* among all rules, by file and line */
} rule;

#endif
