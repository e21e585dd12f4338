/* SPDX-License-Identifier: MIT */
/* petik extract: articles in, one line of records an article out. */
#include <unistd.h>

#include "base/calendar.h"
#include "base/limits.h"
#include "command/command.h"
#include "command/interrupt.h"
#include "command/output.h"
#include "command/pipeline.h"
#include "command/progress.h"
#include "command/runreport.h"
#include "library/procedure.h"

typedef struct {
    output out, errors;
    report report;
    bool errors_to_file, reporting;
    bool lines;     /* records are written to out */
    database *store; /* NULL: none */
    bool store_used;
    progress shown;
    error broken; /* why the output failed */
    error store_broken; /* why the store failed */
    size_t articles, refused, failed;
    size_t known, unchanged; /* the store has the input; what was read anew says the same */
    petik_counts counts;
} run;

static void tell(run *r, const char *text) {
    if (r->errors_to_file) {
        error ignored = { 0 }; /* a full disk shows when the file is closed */
        output_write(&r->errors, str_of(text), &ignored);
        output_write(&r->errors, STR("\n"), &ignored);
        return;
    }
    progress_clear(&r->shown);
    fprintf(stderr, "petik: %s\n", text);
}

/* Writes what an article gave: its line, its rows. */
static int keep_result(run *r, const result *one) {
    if (r->lines && output_write(&r->out, one->line, &r->broken) < 0) return ERROR_OUTPUT;
    if (!r->store) return 0;
    int status = database_add(r->store, &one->origin, one->rows, &r->store_broken);
    if (status == DATABASE_KNOWN) r->unchanged++;
    return status < 0 ? status : 0;
}

/* A result_function. */
static int take_result(const result *one, void *payload) {
    run *r = payload;
    if (one->failure) {
        r->failed++;
        if (r->reporting) report_failure(&r->report, one->failure);
        tell(r, one->failure);
    } else if (one->known) {
        r->known++;
    } else {
        if (one->refused) r->refused++;
        else r->articles++;
        if (one->refused && r->reporting) report_refusal(&r->report, one->source, one->refused);
        pipeline_count(&r->counts, &one->counts);
        int status = keep_result(r, one);
        if (status < 0) return status;
    }
    progress_tell(&r->shown, r->articles + r->refused + r->known, r->failed, one->taken, one->source);
    return 0;
}

/* "T09:00", "T09:00:30", either with "Z" or "+07:00"; nothing is a time as well. */
static bool is_time(str s) {
    if (s.n == 0) return true;
    if (s.n < 6 || s.p[0] != 'T' || s.p[3] != ':') return false;
    long hour = str_number(str_cut(s, 1, 3)), minute = str_number(str_cut(s, 4, 6));
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return false;
    s = str_cut(s, 6, s.n);
    if (s.n >= 3 && s.p[0] == ':') {
        long second = str_number(str_cut(s, 1, 3));
        if (second < 0 || second > 60) return false;
        s = str_cut(s, 3, s.n);
    }
    if (s.n == 0 || str_eq(s, STR("Z"))) return true;
    return s.n == 6 && (s.p[0] == '+' || s.p[0] == '-') && s.p[3] == ':' && str_number(str_cut(s, 1, 3)) >= 0 &&
           str_number(str_cut(s, 1, 3)) <= 14 && str_number(str_cut(s, 4, 6)) >= 0 &&
           str_number(str_cut(s, 4, 6)) <= 59;
}

/* An ISO 8601 day of the calendar, and perhaps a time. */
static bool is_date(str s) {
    if (s.n < 10 || s.p[4] != '-' || s.p[7] != '-') return false;
    calendar_day day = { (int)str_number(str_cut(s, 0, 4)), (int)str_number(str_cut(s, 5, 7)), (int)str_number(str_cut(s, 8, 10)) };
    return calendar_valid(day) && is_time(str_cut(s, 10, s.n));
}

static void print_summary(const run *r, double seconds) {
    const petik_counts *c = &r->counts;
    const char *const names[] = { "date", "official", "institution", "statement", "point", "regulation", "warning", "event" };
    const size_t counts[] = { c->dates,  c->officials,   c->institutions, c->statements,
                              c->points, c->regulations, c->warnings, c->events };
    fprintf(stderr, "petik: %zu article%s, ", r->articles, r->articles == 1 ? "" : "s");
    if (r->refused) fprintf(stderr, "%zu page%s without one, ", r->refused, r->refused == 1 ? "" : "s");
    if (r->store_used) fprintf(stderr, "%zu known already, ", r->known + r->unchanged);
    fprintf(stderr, "%zu input%s failed, %.1f s", r->failed, r->failed == 1 ? "" : "s", seconds);
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        fprintf(stderr, "%s%zu %s%s", i ? ", " : ": ", counts[i], names[i], counts[i] == 1 ? "" : "s");
    fputc('\n', stderr);
}

static int end_report(run *r, int exit_status) {
    error broken = { 0 };
    r->report.articles = r->articles;
    r->report.known = r->known + r->unchanged;
    r->report.counts = r->counts;
    if (report_close(&r->report, exit_status, &broken) < 0) {
        fprintf(stderr, "petik: %s\n", broken.text);
        exit_status = EXIT_OUTPUT;
    }
    report_drop(&r->report);
    return exit_status;
}

/* Ends the run in the store. */
static int close_store(run *r, int exit_status) {
    const run_counts counts = { r->articles + r->refused - r->unchanged, r->known + r->unchanged, r->failed, exit_status };
    if (r->store_broken.code) database_drop(r->store);
    else database_close(r->store, &counts, &r->store_broken);
    r->store = NULL;
    if (!r->store_broken.code) return exit_status;
    fprintf(stderr, "petik: %s\n", r->store_broken.text);
    return r->store_broken.code == ERROR_BUSY ? EXIT_TRY_LATER : EXIT_OUTPUT;
}

/* Closes the files and says what became of the run. */
static int finish(run *r, int status, const error *e, const options *o) {
    progress_clear(&r->shown);
    int exit_status = r->failed ? EXIT_INPUTS : EXIT_DONE;
    const petik_counts *c = &r->counts;
    size_t found = c->dates + c->officials + c->institutions + c->statements + c->points + c->regulations + c->events;
    if (exit_status == EXIT_DONE && o->value[OPTION_FAIL_EMPTY] && found == 0) exit_status = EXIT_EMPTY;
    if (status < 0 && status != ERROR_OUTPUT && status != ERROR_BUSY) {
        tell(r, e->text);
        exit_status = status == ERROR_RULES ? EXIT_RULES : EXIT_INPUTS;
    }
    int interrupted = interrupt_status();
    if (interrupted) exit_status = interrupted;
    if (interrupted && r->out.beside) {
        fprintf(stderr, "petik: %s: interrupted, left as it was\n", r->out.path);
    } else if (!r->out.broken) {
        output_commit(&r->out, &r->broken);
    }
    if (r->out.broken) {
        if (!r->out.gone) fprintf(stderr, "petik: %s\n", r->broken.text);
        exit_status = EXIT_OUTPUT;
    }
    output_drop(&r->out);
    error broken = { 0 };
    if (r->errors_to_file && output_commit(&r->errors, &broken) < 0) {
        fprintf(stderr, "petik: %s\n", broken.text);
        exit_status = EXIT_OUTPUT;
    }
    if (r->errors_to_file) output_drop(&r->errors);
    if (r->store) exit_status = close_store(r, exit_status);
    if (r->reporting) exit_status = end_report(r, exit_status);
    if (o->value[OPTION_SUMMARY]) print_summary(r, progress_seconds(&r->shown));
    return exit_status;
}

/* An article_function. */
static int next_of_source(article *out, void *from, error *e) { return source_next(out, from, e); }

/* I/N with 1 <= I <= N; all is one of one. */
static bool read_shard(uint64_t *i, uint64_t *n, const char *text) {
    *i = *n = 1;
    if (!text) return true;
    str s = str_of(text);
    size_t slash = str_find(s, STR("/"), 0);
    if (slash == SIZE_MAX) return false;
    long part = str_number(str_cut(s, 0, slash)), parts = str_number(str_cut(s, slash + 1, s.n));
    if (part < 1 || parts < part || parts > LIMIT_SHARDS) return false;
    *i = (uint64_t)part;
    *n = (uint64_t)parts;
    return true;
}

static const char *shard_fault(const options *o) {
    uint64_t i, n;
    if (!read_shard(&i, &n, o->value[OPTION_SHARD])) return "not a part such as 3/16 (of at most 1000000)";
    if (!o->value[OPTION_SHARD]) return NULL;
    bool standard = o->operand_count == 0;
    for (size_t k = 0; k < o->operand_count; k++) standard |= strcmp(o->operands[k], "-") == 0;
    return standard ? "standard input cannot be divided; name files or folders" : NULL;
}

/* The run itself, with rules and files open. */
static int extract_all(run *r, const petik_rules *rules, unsigned workers, const options *o) {
    static const char *const standard[] = { "-" };
    error e = { 0 };
    pipeline p = { .rules = rules,
                   .next = next_of_source,
                   .published = o->value[OPTION_PUBLISHED],
                   .as_text = o->value[OPTION_TEXT] != NULL,
                   .store = r->store,
                   .rows_only = !r->lines,
                   .workers = workers,
                   .each = take_result,
                   .payload = r };
    bool named = o->operand_count > 0;
    source *in = NULL;
    int status = source_open(&in, named ? o->operands : standard, named ? o->operand_count : 1, interrupt_flag(), &e);
    uint64_t part, parts;
    if (status == 0 && read_shard(&part, &parts, o->value[OPTION_SHARD]) && parts > 1) status = source_shard(in, part, parts, &e);
    p.from = in;
    p.files = in;
    if (status == 0) status = pipeline_run(&p, &e);
    source_close(in);
    return finish(r, status, &e, o);
}

/* Opens what the run writes to; nothing stays open when that fails. */
static int open_outputs(run *r, const petik_rules *rules, const options *o, error *e) {
    const char *path = o->value[OPTION_OUTPUT], *errors = o->value[OPTION_ERRORS], *told = o->value[OPTION_REPORT], *db = o->value[OPTION_DB];
    int status = output_open(&r->out, path ? path : "-", e);
    if (status < 0) return status;
    r->lines = path || !db;
    r->store_used = db != NULL;
    if (errors) status = output_open(&r->errors, errors, e);
    r->errors_to_file = errors && status == 0;
    if (status == 0 && told) status = report_open(&r->report, told, e);
    r->reporting = told && status == 0;
    if (status == 0 && db) status = database_open(&r->store, db, petik_ruleset(rules), petik_version(), LIMIT_LOCK_MS, e);
    if (status < 0 && r->reporting) report_drop(&r->report);
    if (status < 0) output_drop(&r->out);
    if (status < 0 && r->errors_to_file) output_drop(&r->errors);
    return status;
}

int extract_main(const options *o) {
    run r = { 0 };
    error e = { 0 };
    petik_error why = { 0 };
    petik_rules *rules;
    const char *published = o->value[OPTION_PUBLISHED], *jobs = o->value[OPTION_JOBS];
    unsigned workers = pipeline_workers(jobs ? jobs : "1");
    const char *fault = shard_fault(o);
    if (fault) return usage_error("--shard=%s: %s", o->value[OPTION_SHARD], fault);
    if (workers == 0) return usage_error("--jobs=%s: not a number", jobs);
    if (published && !is_date(str_of(published)))
        return usage_error("--published=%s: not a date such as 2024-10-15 or 2024-10-15T09:00+07:00", published);
    if (progress_start(&r.shown, o->value[OPTION_PROGRESS], &e) < 0) return usage_error("%s", e.text);
    if (o->operand_count == 0 && isatty(STDIN_FILENO))
        return usage_error("nothing to read: name files or folders, or send articles to standard input; "
                           "see \"petik extract --help\"");
    if (o->value[OPTION_DB] && !*o->value[OPTION_DB]) return usage_error("--db= names no file");
    interrupt_catch();
    if (petik_rules_open(&rules, o->value[OPTION_RULES], 0, &why) != PETIK_OK) {
        fprintf(stderr, "petik: %s\n", why.text);
        return EXIT_RULES;
    }
    int status = EXIT_OUTPUT;
    if (open_outputs(&r, rules, o, &e) == 0) {
        r.report.rules = petik_rules_digest(rules);
        status = extract_all(&r, rules, workers, o);
    } else {
        fprintf(stderr, "petik: %s\n", e.text);
        if (e.code == ERROR_BUSY) status = EXIT_TRY_LATER;
    }
    petik_rules_free(rules);
    return status;
}
