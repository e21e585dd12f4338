/* SPDX-License-Identifier: MIT */
/* A rule set: every rule file and list of a folder, compiled. Shared by all threads: after loading nothing changes but
 * that patterns become machine code when they are first tried, under a lock. */
#ifndef PETIK_RULE_RULESET_H
#define PETIK_RULE_RULESET_H

#include <pthread.h>

#include "rule/pattern.h"
#include "rule/word.h"
#include "text/document.h"

typedef struct {
    str literal;  /* the whole trigger; of a word list, one of the first words of its entries */
    const word_list *list; /* of a word list: where the rest is looked up; NULL: a literal */
    const rule *rule;
    uint32_t least, most; /* of "<digits:1-2>": how many digits */
    uint32_t next;        /* the next trigger with the same first word; 0: none */
    unsigned char stage, guard; /* the rule's, at hand */
    bool fold;
    bool whole;           /* ends in a word byte: no other may follow */
} rule_trigger;

/* From the hash of a word to the first of the triggers that begin with it. */
typedef struct {
    uint32_t *slots, *hashes; /* open addressing; 0: empty */
    size_t n_slots;           /* a power of two */
    uint64_t seen[1024];      /* one bit for each 16-bit hash: most words are thrown out here */
} word_triggers;

typedef struct {
    arena home;
    str folder;
    const rule_kind *kinds;
    VEC(word_list) lists;
    rule_source source;
    pattern_context patterns;
    text_words words;
    bool jit;                   /* patterns can be machine code here */
    pthread_mutex_t *lock;      /* for making it */
    char digest[72];            /* "sha256:…" */
    VEC(rule_trigger) triggers; /* [0] is not used */
    word_triggers exact, folded; /* of words, by the hash of the first word */
    uint32_t first[256];        /* triggers that begin with no word character */
    uint32_t digit, line;       /* "<digits:1-2>" and "<line>" */
} ruleset;

/* Loads folder/\*.rules and folder/lists/\*.txt. kinds ends with a nameless one and must outlive the set. Free with
 * ruleset_free, also after a failure. */
int ruleset_load(ruleset *out, const char *folder, const rule_kind *kinds, error *e);
void ruleset_free(ruleset *rs);
/* Makes machine code of a pattern, once; any thread may call it. */
void ruleset_ready(const ruleset *rs, rule_code *code);
const word_list *ruleset_list(const ruleset *rs, const char *name);
/* The number of the kind with that name; -1: none. */
int ruleset_kind(const ruleset *rs, const char *name);

#endif
