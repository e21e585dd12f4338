/* SPDX-License-Identifier: MIT */
/* petik persons: who is taken for one person over articles, and why; and the list that overrules it. */
#include "report/identity.h"

#include "base/limits.h"
#include "command/asked.h"
#include "library/procedure.h"
#include "store/database.h"

typedef struct {
    asked asked;
    int64_t person; /* told last */
} telling;

static void add_text(telling *w, const person_name *p) {
    buf *b = &w->asked.out;
    if (p->person_id != w->person) {
        const char *on = w->asked.color ? "\033[1m" : "", *off = w->asked.color ? "\033[0m" : "";
        buf_format(b, "%s%s%.*s%s (person %lld)\n", w->person ? "\n" : "", on, STR_ARG(p->person), off, (long long)p->person_id);
        w->person = p->person_id;
    }
    buf_format(b, "  %.*s", STR_ARG(p->name));
    if (p->office.p) buf_format(b, ", %.*s", STR_ARG(p->office));
    if (p->region.p) buf_format(b, " (%.*s)", STR_ARG(p->region));
    if (p->first.p) buf_format(b, ", %.*s to %.*s", STR_ARG(p->first), STR_ARG(p->last));
    buf_format(b, ", %lld article%s: %.*s\n", (long long)p->articles, p->articles == 1 ? "" : "s", STR_ARG(p->because));
}

/* A person_function. */
static int tell(const person_name *p, void *payload) {
    telling *w = payload;
    const answer_field fields[] = {
        { "person_id", ANSWER_NUMBER, STR_NONE, p->person_id }, { "person", ANSWER_TEXT, p->person, 0 },
        { "name", ANSWER_TEXT, p->name, 0 },                    { "office", ANSWER_TEXT, p->office, 0 },
        { "region", ANSWER_TEXT, p->region, 0 },
        { "first_seen", ANSWER_TEXT, p->first, 0 },             { "last_seen", ANSWER_TEXT, p->last, 0 },
        { "articles", ANSWER_NUMBER, STR_NONE, p->articles },   { "because", ANSWER_TEXT, p->because, 0 },
    };
    if (!asked_fields(&w->asked, fields, sizeof fields / sizeof *fields)) add_text(w, p);
    return asked_flush(&w->asked);
}

/* Takes over the list and links names anew. */
static int overrule(const options *o, const char *list) {
    const char *path = o->value[OPTION_DB];
    petik_error why = { 0 };
    error e = { 0 };
    petik_rules *rules;
    database *d;
    if (!path) return usage_error("--db is needed with --overrule");
    if (petik_rules_open(&rules, o->value[OPTION_RULES], 0, &why) != PETIK_OK) {
        fprintf(stderr, "petik: %s\n", why.text);
        return EXIT_RULES;
    }
    int status = database_open(&d, path, petik_ruleset(rules), petik_version(), LIMIT_LOCK_MS, &e);
    if (status == 0) status = database_overrule(d, list, &e);
    if (status == 0) status = database_close(d, &(run_counts){ .status = EXIT_DONE }, &e);
    else if (d) database_drop(d);
    petik_rules_free(rules);
    if (status == 0) return EXIT_DONE;
    fprintf(stderr, "petik: %s\n", e.text);
    return e.code == ERROR_BUSY ? EXIT_TRY_LATER : e.code == ERROR_INPUT ? EXIT_INPUTS : EXIT_OUTPUT;
}

int persons_main(const options *o) {
    telling w = { .person = 0 };
    if (o->value[OPTION_OVERRULE]) return overrule(o, o->value[OPTION_OVERRULE]);
    int status = asked_open(&w.asked, o);
    if (status != EXIT_DONE) return status;
    asked *a = &w.asked;
    return asked_close(a, persons_each(a->db, a->question.who, o->value[OPTION_SEVERAL] != NULL, tell, &w, &a->e), "person");
}
