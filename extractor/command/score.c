/* SPDX-License-Identifier: MIT */
/* petik score: precision and recall of extracted records against what people marked. */
#include <stdlib.h>

#include "base/nearest.h"
#include "command/command.h"
#include "score/measure.h"

typedef struct {
    int kind;    /* whose misses are listed, or -1 */
    size_t lost; /* gold records that are not in the extracted text */
} listing;

/* What a line about a record shows of it. */
static const char *const SHOWN[] = { "text", "value", "name", "title", "acting", "of",
                                     "kind", "speaker", "force", "type", "rule" };

static bool is_shown(const char *key) {
    for (size_t i = 0; i < sizeof SHOWN / sizeof *SHOWN; i++)
        if (strcmp(key, SHOWN[i]) == 0) return true;
    return false;
}

static void print_miss(int kind, const gold_article *a, const json_t *record, bool missed, void *payload) {
    const listing *l = payload;
    if (kind != l->kind) return;
    json_t *copy = json_object();
    for (void *i = json_object_iter((json_t *)record); i; i = json_object_iter_next((json_t *)record, i)) {
        const char *key = json_object_iter_key(i);
        json_t *value = json_object_iter_value(i);
        if (is_shown(key) && !json_is_null(value)) json_object_set(copy, key, value);
    }
    char *line = json_dumps(copy, 0);
    printf("%.*s %s %s\n", STR_ARG(a->id), missed ? "missed " : "wrong  ", line ? line : "");
    free(line);
    json_decref(copy);
}

static void print_lost(const gold_article *a, const json_t *record, void *payload) {
    listing *l = payload;
    l->lost += !a->own_text;
    if (!a->own_text) return;
    str text = json_text(record, "text");
    fprintf(stderr, "petik: gold %.*s: not in the text: %.*s\n", STR_ARG(a->id), STR_ARG(text));
}

static void print_json(const tallies *sum) {
    for (int i = 0; i < MEASURES; i++) {
        const tally *t = &sum->kinds[i];
        printf("%s\"%s\": {\"gold\": %zu, \"precision\": %.4f, \"recall\": %.4f, \"f1\": %.4f}", i ? ", " : "{",
               measure_names[i], t->hit + t->missed, tally_precision(t), tally_recall(t), tally_f1(t));
    }
    printf("}\n");
}

static void print_table(const tallies *sum) {
    printf("%-22s%6s%8s%8s%8s\n", "kind", "gold", "P", "R", "F1");
    for (int i = 0; i < MEASURES; i++) {
        const tally *t = &sum->kinds[i];
        printf("%-22s%6zu%8.3f%8.3f%8.3f\n", measure_names[i], t->hit + t->missed, tally_precision(t),
               tally_recall(t), tally_f1(t));
    }
    if (sum->absent) printf("%zu of %zu articles have no prediction\n", sum->absent, sum->articles);
    if (sum->partial) printf("the gold of %zu articles is partial: only recall counts\n", sum->partial);
}

static int unknown_kind(const char *name) {
    const char *near = nearest_name(name, measure_names, MEASURES);
    if (near) return usage_error("--misses: no kind %s; did you mean %s?", name, near);
    return usage_error("--misses: no kind %s; the kinds are the rows of the table", name);
}

int score_main(const options *o) {
    const char *misses = o->value[OPTION_MISSES];
    listing list = { misses ? measure_find(str_of(misses)) : -1, 0 };
    if (o->operand_count != 2) return usage_error("score needs two operands: GOLD and PREDICTED");
    if (misses && list.kind < 0) return unknown_kind(misses);
    goldset set;
    error e = { 0 };
    if (goldset_open(&set, o->operands[0], o->operands[1], o->value[OPTION_ARTICLES], &e)) {
        fprintf(stderr, "petik: %s\n", e.text);
        goldset_free(&set);
        return EXIT_INPUTS;
    }
    tallies sum = { 0 };
    measure_events events = { print_miss, print_lost, &list };
    for (size_t i = 0; i < set.n; i++) measure_article(&sum, &set.items[i], &events);
    if (list.lost)
        fprintf(stderr, "petik: %zu gold records are not in the extracted texts (--articles tells the texts they were "
                        "marked in)\n", list.lost);
    if (o->value[OPTION_JSON]) print_json(&sum);
    else print_table(&sum);
    goldset_free(&set);
    return finish_stdout();
}
