/* SPDX-License-Identifier: MIT */
#include "command/asked.h"

#include <errno.h>
#include <stdlib.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "command/columns.h"
#include "library/procedure.h"
#include "report/wording.h"

/* All operands as one text: names need no quotation marks on the command line. */
static const char *join_operands(asked *a, const options *o) {
    str who = STR_NONE;
    for (size_t i = 0; i < o->operand_count; i++) {
        const str parts[] = { who, i ? STR(" ") : STR(""), str_of(o->operands[i]) };
        who = arena_join(&a->home, parts, 3);
    }
    return str_trim(who).n ? who.p : NULL;
}

static int read_options(asked *a, const options *o) {
    const char *since = o->value[OPTION_SINCE], *until = o->value[OPTION_UNTIL], *limit = o->value[OPTION_LIMIT];
    if (since && !calendar_is_written(str_of(since))) return usage_error("--since=%s: not a day, month or year such as 2024-10-15, 2024-10 or 2024", since);
    if (until && !calendar_is_written(str_of(until))) return usage_error("--until=%s: not a day, month or year such as 2024-10-15, 2024-10 or 2024", until);
    const char *about = o->value[OPTION_ABOUT];
    bool prefix;
    str words = str_of(about);
    if (about && !wording_next(&words, &prefix).n) return usage_error("--about=%s: no words to look for", about);
    long most = limit ? str_number(str_of(limit)) : 0;
    if (most < 0) return usage_error("--limit=%s: not a number", limit);
    a->json = o->value[OPTION_JSON] != NULL;
    a->csv = o->value[OPTION_AS_CSV] != NULL;
    a->safe = o->value[OPTION_CSV_SAFE] != NULL;
    if (a->json && a->csv) return usage_error("--json or --csv, not both");
    a->who = join_operands(a, o);
    if (o->operand_count && !a->who) return usage_error("nobody is named; leave the name out to ask about everybody");
    a->question = (question){ .about = o->value[OPTION_ABOUT], .since = since, .until = until, .outlet = o->value[OPTION_OUTLET],
                              .topic = o->value[OPTION_TOPIC], .force = o->value[OPTION_FORCE], .direct = o->value[OPTION_DIRECT] != NULL,
                              .unique = o->value[OPTION_UNIQUE] != NULL, .limit = most };
    return EXIT_DONE;
}

static int failed(asked *a) {
    fprintf(stderr, "petik: %s\n", a->e.text);
    return a->e.code == ERROR_BUSY ? EXIT_TRY_LATER : EXIT_INPUTS;
}

static void release(asked *a) {
    sqlite3_close(a->db);
    petik_rules_free(a->rules);
    buf_free(&a->out);
    arena_free(&a->home);
}

static int open_store(asked *a, const options *o) {
    const char *path = o->value[OPTION_DB] ? o->value[OPTION_DB] : getenv("PETIK_DB");
    petik_error why = { 0 };
    if (!path || !*path) return usage_error("--db is needed: the store that petik extract --db keeps (or set PETIK_DB)");
    if (store_open(&a->db, path, STORE_READ, &a->e) < 0) return failed(a);
    if (petik_rules_open(&a->rules, o->value[OPTION_RULES], 0, &why) != PETIK_OK) {
        fprintf(stderr, "petik: %s\n", why.text);
        return EXIT_RULES;
    }
    /* One moment of the store for all that is read. */
    if (store_run(a->db, "BEGIN", &a->e) < 0) return failed(a);
    return asking_resolve(&a->question.who, a->db, petik_ruleset(a->rules), a->who, &a->e) < 0 ? failed(a) : EXIT_DONE;
}

int asked_open(asked *a, const options *o) {
    *a = (asked){ .of = o, .color = color_wanted(stdout), .out = buf_make(LIMIT_OUTPUT) };
    int status = read_options(a, o);
    if (status == EXIT_DONE) status = open_store(a, o);
    if (status != EXIT_DONE) release(a);
    return status;
}

bool asked_fields(asked *a, const answer_field *fields, size_t n) {
    if (a->csv && a->count == 0) answer_csv_names(&a->out, fields, n);
    if (a->csv) answer_csv(&a->out, fields, n, a->safe);
    else if (a->json) answer_json(&a->out, fields, n);
    a->count++;
    return a->csv || a->json;
}

int asked_flush(asked *a) {
    size_t written = fwrite(a->out.p, 1, a->out.n, stdout);
    bool whole = written == a->out.n && !a->out.full;
    if (!whole) a->broken = a->out.full ? ENOMEM : errno ? errno : EIO;
    buf_clear(&a->out);
    return whole ? 0 : ERROR_OUTPUT;
}

/* Says that there is nothing, of what ("statement"), and in how many articles it was sought. */
static void tell_nothing(asked *a, const char *what) {
    searched s;
    /* For programs an empty output is the answer. */
    FILE *to = a->json || a->csv ? stderr : stdout;
    if (passages_searched(&s, &a->home, a->db, &a->question, &a->e) < 0) return;
    if (a->question.who == ASKED_NOBODY) fprintf(to, "Nobody and no office like \"%s\" is in the store.\n", a->who);
    fprintf(to, "No %s found in %lld article%s", what, (long long)s.articles, s.articles == 1 ? "" : "s");
    if (s.first.p) fprintf(to, " from %.*s to %.*s", STR_ARG(s.first), STR_ARG(s.last));
    fputs(".\n", to);
}

int asked_close(asked *a, int status, const char *what) {
    int exit_status = EXIT_DONE;
    if (status == 0 && a->count == 0) tell_nothing(a, what);
    if (a->e.code) exit_status = failed(a);
    else if (a->count == 0 && a->of->value[OPTION_FAIL_EMPTY]) exit_status = EXIT_EMPTY;
    if (a->out.n) asked_flush(a);
    if (a->broken && a->broken != EPIPE) fprintf(stderr, "petik: standard output: %s\n", strerror(a->broken));
    int finished = a->broken ? EXIT_OUTPUT : finish_stdout();
    release(a);
    return finished != EXIT_DONE ? finished : exit_status;
}
