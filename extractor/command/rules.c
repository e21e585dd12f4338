/* SPDX-License-Identifier: MIT */
/* petik rules: check runs the samples of every rule, list shows what there is. */
#include <jansson.h>
#include <stdlib.h>

#include "base/nearest.h"
#include "command/columns.h"
#include "command/command.h"
#include "petik.h"

static int check_rules(const petik_rules *r) {
    size_t samples = 0, todos = 0, n = petik_rules_count(r);
    for (size_t i = 0; i < n; i++) {
        petik_rule rule = petik_rules_get(r, i);
        samples += rule.samples;
        todos += rule.todos;
    }
    printf("%zu rules, %zu samples, %zu todo\n", n, samples, todos);
    return finish_stdout();
}

static int list_columns(const petik_rules *r) {
    arena home = { 0 };
    columns c = columns_make(&home, 5);
    for (size_t i = 0; i < petik_rules_count(r); i++) {
        petik_rule rule = petik_rules_get(r, i);
        columns_add(&c, str_of(rule.id));
        columns_add(&c, str_of(rule.makes));
        columns_add(&c, str_of(rule.status));
        columns_add(&c, arena_format(&home, "%s:%u", rule.file ? rule.file : "", rule.line));
        columns_add(&c, str_of(rule.why));
    }
    columns_print(stdout, &c, 0, color_wanted(stdout) ? "1" : NULL);
    arena_free(&home);
    return finish_stdout();
}

static int list_json(const petik_rules *r) {
    for (size_t i = 0; i < petik_rules_count(r); i++) {
        petik_rule rule = petik_rules_get(r, i);
        json_t *o = json_pack("{s:s?, s:s?, s:s?, s:s?, s:i, s:i, s:i, s:s?}", "id", rule.id, "makes", rule.makes,
                              "status", rule.status, "file", rule.file, "line", (int)rule.line, "samples",
                              (int)rule.samples, "todo", (int)rule.todos, "why", rule.why);
        char *line = o ? json_dumps(o, 0) : NULL;
        if (line) puts(line);
        free(line);
        json_decref(o);
    }
    return finish_stdout();
}

int rules_main(const options *o) {
    static const char *const names[] = { "check", "list", "explain" };
    petik_rules *rules;
    petik_error e = { 0 };
    if (o->operand_count == 0) return usage_error("rules: say check, list or explain; see \"petik rules --help\"");
    const char *what = o->operands[0];
    bool check = strcmp(what, "check") == 0, list = strcmp(what, "list") == 0, explain = strcmp(what, "explain") == 0;
    if (!check && !list && !explain) {
        const char *near = nearest_name(what, names, 3);
        return near ? usage_error("rules %s: did you mean %s?", what, near)
                    : usage_error("rules %s: say check, list or explain", what);
    }
    if (!explain && o->operand_count > 1) return usage_error("rules: say check, list or explain; see \"petik rules --help\"");
    if (explain && o->operand_count == 1) return usage_error("rules explain: name an article, or - for standard input");
    if (!list && o->value[OPTION_JSON]) return usage_error("--json goes with rules list");
    if (petik_rules_open(&rules, o->value[OPTION_RULES], check ? PETIK_RULES_CHECK : 0, &e) != PETIK_OK) {
        fprintf(stderr, "petik: %s\n", e.text);
        return EXIT_RULES;
    }
    int status = explain ? explain_inputs(rules, o->operands + 1, o->operand_count - 1)
                 : check ? check_rules(rules) : o->value[OPTION_JSON] ? list_json(rules) : list_columns(rules);
    petik_rules_free(rules);
    return status;
}
