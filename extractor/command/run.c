/* SPDX-License-Identifier: MIT */
/* petik run, petik fetch: collecting, with or without reading what was collected. */

#include "base/calendar.h"
#include "base/limits.h"
#include "command/command.h"
#include "command/harvest.h"
#include "command/interrupt.h"
#include "command/journal.h"
#include "command/networks.h"
#include "command/ping.h"
#include "command/pipeline.h"
#include "command/progress.h"
#include "command/runreport.h"
#include "library/procedure.h"

/* Lines about the same problem of one source that are told; the others are counted. */
enum { MOST_LINES = 10 };

typedef struct {
    const options *o;
    bool extracting;
    arena home;
    source_file file;
    guard allowed;
    char agent[256];
    petik_rules *rules;
    database *store;     /* NULL: a dry run */
    collected *state;
    archive *out;        /* NULL: a dry run */
    collector *from;
    harvest harvest;
    report report;
    bool reporting;
    progress shown;
    error broken;        /* why the store or the archive cannot be written */
    size_t articles, refused, known, unread; /* unread: pages that could not be extracted */
    petik_counts counts;
} collecting;

static void tell(collecting *r, journal_level level, str address, str problem) {
    arena a = { 0 };
    str line = address.n ? arena_format(&a, "%.*s: %.*s", STR_ARG(address), STR_ARG(problem)) : problem;
    progress_clear(&r->shown);
    if (r->reporting) report_failure(&r->report, arena_copy(&a, line).p);
    journal_tell(level, "%.*s", STR_ARG(line));
    arena_free(&a);
}

/* A failure is told at once, unless many were that are the same. */
static void tell_result(collecting *r, const fetch_result *f, size_t so_many) {
    if (f->outcome == FETCH_FAILED && so_many <= MOST_LINES) tell(r, JOURNAL_ERROR, f->address, f->problem);
    if (f->outcome == FETCH_FOUND)
        printf("%.*s\t%.*s\t%.*s\n", STR_ARG(f->address), STR_ARG(f->published), STR_ARG(f->title));
}

static int store_result(collecting *r, const fetch_result *f, const result *one) {
    bool stored = one && one->rows.n > 0;
    if (!r->store) return 0;
    if (database_collect(r->store, &f->change, stored, &r->broken) < 0) return r->broken.code;
    int status = stored ? database_add(r->store, &one->origin, one->rows, &r->broken) : 0;
    if (status == DATABASE_KNOWN) r->known++;
    return status < 0 ? status : 0;
}

/* one: what was extracted; NULL when nothing is. */
static int take(collecting *r, const fetch_result *f, const result *one) {
    bool page = f->outcome == FETCH_PAGE, failed = one && one->failure, refused = one && one->refused;
    tell_result(r, f, harvest_take(&r->harvest, f, page && !failed && !refused));
    if (failed) {
        r->unread++;
        tell(r, JOURNAL_ERROR, STR(""), str_of(one->failure));
    } else if (page) {
        if (refused) r->refused++;
        else r->articles++;
        if (refused && r->reporting) report_refusal(&r->report, f->address.p, one->refused);
        if (one) pipeline_count(&r->counts, &one->counts);
    }
    progress_tell(&r->shown, r->articles + r->refused, harvest_failures(&r->harvest), 0, f->address.p);
    return store_result(r, f, one);
}

/* A result_function. */
static int take_extracted(const result *one, void *payload) { return take(payload, one->note, one); }

/* An article_function: the end, when the archive cannot be written. */
static int next_collected(article *out, void *from, error *e) {
    collecting *r = from;
    (void)e;
    int status = collector_next(out, r->from, &r->broken);
    return status < 0 ? SOURCE_END : status;
}

static int extract_all(collecting *r, error *e) {
    const pipeline p = { .rules = r->rules,
                         .next = next_collected,
                         .from = r,
                         .store = r->store,
                         .rows_only = true,
                         .workers = pipeline_workers(r->o->value[OPTION_JOBS]),
                         .each = take_extracted,
                         .payload = r };
    return pipeline_run(&p, e);
}

static int fetch_all(collecting *r) {
    article a = { 0 };
    int status = 0;
    while (status == 0 && next_collected(&a, r, NULL) == SOURCE_ARTICLE) status = take(r, a.note, NULL);
    article_free(&a);
    return status;
}

/* What was not told in full, what is left, and sources that give nothing any more. */
static void tell_rest(collecting *r) {
    for (size_t i = 0; i < r->file.sources.n; i++) {
        const source_harvest *s = &r->harvest.of[i];
        arena a = { 0 };
        for (size_t k = 0; k < s->problems.n; k++) {
            const harvest_problem *p = &s->problems.items[k];
            if (p->left && p->problem.n)
                tell(r, JOURNAL_WARNING, p->address, arena_format(&a, "%.*s; %zu page%s left for the next run", STR_ARG(p->problem), p->count, p->count == 1 ? "" : "s"));
            else if (!p->left && p->count > MOST_LINES)
                tell(r, JOURNAL_ERROR, s->row.source, arena_format(&a, "%zu more such failures: %s", p->count - MOST_LINES, p->code));
        }
        if (s->warning) tell(r, JOURNAL_WARNING, s->row.source, str_of(s->warning));
        arena_free(&a);
    }
}

static int status_of(const collecting *r, int status) {
    if (r->broken.code) return r->broken.code == ERROR_BUSY ? EXIT_TRY_LATER : EXIT_OUTPUT;
    if (interrupt_status()) return interrupt_status();
    if (status < 0) return EXIT_INPUTS;
    if (harvest_is_void(&r->harvest)) return EXIT_TRY_LATER;
    return harvest_failures(&r->harvest) + r->unread > 0 ? EXIT_INPUTS : EXIT_DONE;
}

/* The harvests and the run's row. What the archive holds is safe before the store says so. */
static void close_all(collecting *r, int *status) {
    const run_counts counts = { r->articles + r->refused - r->known, r->known, harvest_failures(&r->harvest) + r->unread, *status };
    if (r->out && archive_close(r->out, &r->broken) < 0) *status = EXIT_OUTPUT;
    for (size_t i = 0; r->store && i < r->file.sources.n && !r->broken.code; i++)
        database_harvest(r->store, &r->harvest.of[i].row, &r->broken);
    if (r->store && r->broken.code) database_drop(r->store);
    else if (r->store) database_close(r->store, &counts, &r->broken);
    if (!r->broken.code) return;
    tell(r, JOURNAL_ERROR, STR(""), str_of(r->broken.text));
    *status = r->broken.code == ERROR_BUSY ? EXIT_TRY_LATER : EXIT_OUTPUT;
}

static void print_summary(collecting *r) {
    harvest_print(&r->harvest, stderr);
    fprintf(stderr, "petik: %zu article%s, %zu page%s without one, %zu failed, %.1f s\n", r->articles, r->articles == 1 ? "" : "s", r->refused,
            r->refused == 1 ? "" : "s", harvest_failures(&r->harvest) + r->unread, progress_seconds(&r->shown));
}

static int end_report(collecting *r, int status) {
    error e = { 0 };
    r->report.articles = r->articles;
    r->report.known = r->known;
    r->report.counts = r->counts;
    harvest_json(&r->harvest, &r->report.sources);
    if (report_close(&r->report, status, &e) < 0) {
        journal_tell(JOURNAL_ERROR, "%s", e.text);
        status = EXIT_OUTPUT;
    }
    report_drop(&r->report);
    return status;
}

static int collect(collecting *r) {
    error e = { 0 };
    int status = r->extracting && !r->o->value[OPTION_DRY] ? extract_all(r, &e) : fetch_all(r);
    if (status < 0 && !r->broken.code) tell(r, JOURNAL_ERROR, STR(""), str_of(e.text));
    harvest_compare(&r->harvest, r->state);
    collector_close(r->from);
    tell_rest(r);
    int exit_status = status_of(r, status);
    collected_reader_close(r->state);
    close_all(r, &exit_status);
    if (exit_status == EXIT_TRY_LATER && !r->broken.code) tell(r, JOURNAL_ERROR, STR(""), STR("nothing could be had of any source; try later"));
    if (r->reporting) exit_status = end_report(r, exit_status);
    if (r->o->value[OPTION_SUMMARY]) print_summary(r);
    if (r->o->value[OPTION_DRY] && finish_stdout() != EXIT_DONE) exit_status = EXIT_OUTPUT;
    return exit_status;
}

static const char *chosen(const collecting *r, option_id i, str otherwise) { return r->o->value[i] ? r->o->value[i] : otherwise.p; }

/* Closes what is open, without ending the run in the store. */
static void drop_all(collecting *r) {
    collected_reader_close(r->state);
    archive_close(r->out, NULL);
    if (r->reporting) report_drop(&r->report);
    if (r->store) database_drop(r->store);
}

/* The store, its state, the archive, the report, the collector. */
static int open_all(collecting *r, long limit, error *e) {
    const char *db = chosen(r, OPTION_DB, r->file.db), *since = r->o->value[OPTION_FROM_DAY], *report_path = r->o->value[OPTION_REPORT];
    bool dry = r->o->value[OPTION_DRY] != NULL;
    const archive_facts facts = { "petik/" PETIK_VERSION, r->agent, r->file.contact.p, 0 };
    if (!dry && database_open(&r->store, db, petik_ruleset(r->rules), petik_version(), 0, e) < 0) return e->code;
    if (collected_reader_open(&r->state, db, e) < 0) return e->code;
    if (!dry && archive_open(&r->out, chosen(r, OPTION_ARCHIVE, r->file.archive), &facts, e) < 0) return e->code;
    if (report_path && report_open(&r->report, report_path, e) < 0) return e->code;
    r->reporting = report_path != NULL;
    r->report.rules = petik_rules_digest(r->rules);
    const collector_settings s = { &r->file, &r->allowed, ruleset_list(petik_ruleset(r->rules), "linkwords"), r->state, r->out, r->agent, str_of(since), limit, dry, interrupt_flag() };
    return collector_open(&r->from, &s, e);
}

/* The number of --limit, -1 without it, -2 when it is none. */
static long limit_of(const options *o) {
    const char *given = o->value[OPTION_PAGES];
    long n = given ? str_number(str_of(given)) : -1;
    return given && n < 0 ? -2 : n;
}

static int read_options(collecting *r, error *e) {
    const options *o = r->o;
    const char *since = o->value[OPTION_FROM_DAY], *jobs = o->value[OPTION_JOBS];
    if (o->operand_count != 1) return error_set(e, ERROR_USAGE, "name one file of sources; \"petik sources add URL\" writes one");
    if (since && (!calendar_is_written(str_of(since)) || strlen(since) != 10)) return error_set(e, ERROR_USAGE, "--since=%s: not a day such as 2026-11-20", since);
    if (limit_of(o) == -2) return error_set(e, ERROR_USAGE, "--limit=%s: not a number", o->value[OPTION_PAGES]);
    if (jobs && pipeline_workers(jobs) == 0) return error_set(e, ERROR_USAGE, "--jobs=%s: not a number", jobs);
    if (progress_start(&r->shown, o->value[OPTION_PROGRESS], e) < 0) return e->code;
    if (networks_allow(&r->allowed, &r->home, o, e) < 0) return e->code;
    if (source_file_read(&r->file, o->operands[0], e) < 0) return e->code;
    return r->file.sources.n ? 0 : error_set(e, ERROR_USAGE, "%s: no source in it; \"petik sources add URL\" writes one", o->operands[0]);
}

static int exit_of(int code) {
    switch (code) {
    case ERROR_USAGE:
    case ERROR_INPUT: return EXIT_USAGE;
    case ERROR_BUSY: return EXIT_TRY_LATER;
    default: return EXIT_OUTPUT;
    }
}

/* The health check is told of every run that had its options right, also of one that could not begin. */
static int report_health(const collecting *r, int status) {
    error e = { 0 };
    const char *url = r->o->value[OPTION_HEALTH];
    if (url && ping_health(url, status, r->agent, &e) < 0) journal_tell(JOURNAL_ERROR, "%s", e.text);
    return status;
}

static int run_collecting(const options *o, bool extracting) {
    collecting r = { .o = o, .extracting = extracting };
    error e = { 0 };
    petik_error why = { 0 };
    if (read_options(&r, &e) < 0) {
        source_file_free(&r.file);
        arena_free(&r.home);
        return usage_error("%s", e.text);
    }
    snprintf(r.agent, sizeof r.agent, "petik/%s (+%.*s)", PETIK_VERSION, STR_ARG(r.file.contact));
    r.harvest = harvest_make(&r.file);
    interrupt_catch();
    int status = EXIT_RULES;
    if (petik_rules_open(&r.rules, o->value[OPTION_RULES], 0, &why) != PETIK_OK) {
        journal_tell(JOURNAL_ERROR, "%s", why.text);
    } else if (open_all(&r, limit_of(o), &e) < 0) {
        journal_tell(JOURNAL_ERROR, "%s", e.text);
        status = exit_of(e.code);
        drop_all(&r);
    } else {
        status = collect(&r);
    }
    petik_rules_free(r.rules);
    harvest_free(&r.harvest);
    status = report_health(&r, status);
    source_file_free(&r.file);
    arena_free(&r.home);
    return status;
}

int run_main(const options *o) { return run_collecting(o, true); }

int fetch_main(const options *o) { return run_collecting(o, false); }
