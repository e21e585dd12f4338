/* SPDX-License-Identifier: MIT */
#include "command/option.h"

#include "base/nearest.h"

static const option_row ROWS[OPTION_COUNT] = {
    [OPTION_DB] = { OPTION_FOR_EXTRACT | OPTION_FOR_EXPORT | OPTION_FOR_SCHEMA | OPTION_FOR_QUESTIONS | OPTION_FOR_REPORT | OPTION_FOR_COLLECTING, 'd', "db", "FILE",
                    "a store (SQLite); extract keeps articles and records in it, and does not read again what it has" },
    [OPTION_ARCHIVE] = { OPTION_FOR_COLLECTING, 'a', "archive", "DIR", "keep what is fetched in DIR, as WARC files (default: as sources.conf says)" },
    [OPTION_OUTPUT] = { OPTION_FOR_EXTRACT | OPTION_FOR_EXPORT | OPTION_FOR_SCHEMA, 'o', "output", "FILE",
                        "write to FILE, which appears when all is done (default: standard output)" },
    [OPTION_JOBS] = { OPTION_FOR_EXTRACT | OPTION_FOR_RUN, 'j', "jobs", "N",
                      "work on N articles at a time, 0: as many as processors (default: 1, of run 0); same output at any N" },
    [OPTION_PUBLISHED] = { OPTION_FOR_EXTRACT, 'p', "published", "DATE",
                           "date of articles that do not say theirs: 2024-10-15 or 2024-10-15T09:00+07:00" },
    [OPTION_SHARD] = { OPTION_FOR_EXTRACT, 'i', "shard", "I/N",
                       "read only the I-th of N parts of files, lines and records; the outputs in a row are that of one run" },
    [OPTION_RULES] = { OPTION_FOR_EXTRACT | OPTION_FOR_RULES | OPTION_FOR_QUESTIONS | OPTION_FOR_COLLECTING | OPTION_FOR_SOURCES, 'r', "rules", "DIR",
                       "take the rules of DIR (default: $PETIK_RULES, else those that came with petik)" },
    [OPTION_ERRORS] = { OPTION_FOR_EXTRACT, 'e', "errors", "FILE",
                        "write errors to FILE, one a line, instead of standard error" },
    [OPTION_REPORT] = { OPTION_FOR_EXTRACT | OPTION_FOR_COLLECTING, 'R', "report", "FILE",
                        "at the end, write to FILE what was done, what was no article and what failed, as JSON" },
    [OPTION_PROGRESS] = { OPTION_FOR_EXTRACT | OPTION_FOR_COLLECTING, 'P', "progress", "WHEN",
                          "auto (on a terminal), always or never (default: auto)" },
    [OPTION_SUMMARY] = { OPTION_FOR_EXTRACT | OPTION_FOR_COLLECTING, 's', "summary", NULL,
                         "at the end, count articles and records on standard error" },
    [OPTION_FAIL_EMPTY] = { OPTION_FOR_EXTRACT | OPTION_FOR_QUESTIONS, 'E', "fail-empty", NULL, "exit 4 when nothing was found" },
    [OPTION_TEXT] = { OPTION_FOR_EXTRACT, 't', "text", NULL, "write the articles as text to read instead of records" },
    [OPTION_FROM_DAY] = { OPTION_FOR_COLLECTING, 'f', "since", "DAY", "leave what listings date before this day (default: each source's days)" },
    [OPTION_PAGES] = { OPTION_FOR_COLLECTING, 'n', "limit", "N", "fetch no more than N pages in this run" },
    [OPTION_DRY] = { OPTION_FOR_COLLECTING, 'y', "dry-run", NULL, "fetch the listings alone, and print the pages that would be fetched; nothing is kept" },
    [OPTION_HEALTH] = { OPTION_FOR_COLLECTING, 'H', "health-url", "URL", "at the end, ask for URL/STATUS, with the exit status" },
    [OPTION_PRIVATE] = { OPTION_FOR_COLLECTING | OPTION_FOR_SOURCES, 'A', "allow-private", NULL,
                         "also connect to private, loopback and link-local addresses (some of them: $PETIK_ALLOW_PRIVATE)" },
    [OPTION_ABOUT] = { OPTION_FOR_SAID | OPTION_FOR_POINTS, 'a', "about", "WORDS",
                       "only where all these words stand; \"in a row\" with marks, netral* for what begins so" },
    [OPTION_SINCE] = { OPTION_FOR_QUESTIONS & ~OPTION_FOR_PERSONS, 'f', "since", "DAY", "from this day, month or year on" },
    [OPTION_UNTIL] = { OPTION_FOR_QUESTIONS & ~OPTION_FOR_PERSONS, 'u', "until", "DAY", "up to this day, month or year, which counts" },
    [OPTION_OUTLET] = { OPTION_FOR_SAID | OPTION_FOR_POINTS, 'o', "outlet", "NAME", "only from outlets with this in their name or address" },
    [OPTION_DIRECT] = { OPTION_FOR_SAID, 'D', "direct", NULL, "only what is quoted in the speaker's words" },
    [OPTION_TOPIC] = { OPTION_FOR_POINTS, 't', "topic", "TOPIC", "only points of this topic" },
    [OPTION_FORCE] = { OPTION_FOR_POINTS, 'F', "force", "FORCE", "only a pledge, appeal, obligation or prohibition" },
    [OPTION_UNIQUE] = { OPTION_FOR_SAID | OPTION_FOR_POINTS, 'U', "unique", NULL, "the same words only once, however many articles have them" },
    [OPTION_LIMIT] = { OPTION_FOR_SAID | OPTION_FOR_POINTS, 'n', "limit", "N", "no more than N answers" },
    [OPTION_SEVERAL] = { OPTION_FOR_PERSONS, 'm', "several", NULL, "only persons with several names or offices" },
    [OPTION_OVERRULE] = { OPTION_FOR_PERSONS, 'O', "overrule", "LIST",
                          "decide by LIST from now on: lines of same or apart, name, office, name, office, with tabs between" },
    [OPTION_ARTICLES] = { OPTION_FOR_SCORE, 'a', "articles", "FILE",
                          "the texts that GOLD was marked in, as JSON Lines with id and text" },
    [OPTION_MISSES] = { OPTION_FOR_SCORE, 'm', "misses", "KIND",
                        "list what was missed and what was wrong of one kind of record" },
    [OPTION_JSON] = { OPTION_FOR_RULES | OPTION_FOR_SCORE | OPTION_FOR_QUESTIONS | OPTION_FOR_SOURCES, 'J', "json", NULL, "JSON instead of columns or text; one object a line" },
    [OPTION_AS_CSV] = { OPTION_FOR_QUESTIONS, 'C', "csv", NULL, "CSV (RFC 4180) instead of text" },
    [OPTION_CSV] = { OPTION_FOR_EXPORT, 'c', "csv", "DIR", "write every table to DIR/TABLE.csv, and DIR/datapackage.json, which describes them" },
    [OPTION_CSV_SAFE] = { OPTION_FOR_EXPORT | OPTION_FOR_QUESTIONS, 'S', "csv-safe", NULL,
                          "with --csv: put an apostrophe before what a spreadsheet would take for a formula" },
    [OPTION_JSONL] = { OPTION_FOR_EXPORT, 'l', "jsonl", NULL, "write the records as JSON Lines, as petik extract wrote them" },
    [OPTION_ANNOTATIONS] = { OPTION_FOR_EXPORT, 'w', "annotations", NULL,
                             "write a W3C Web Annotation for each passage that is a record, one a line" },
    [OPTION_ALL] = { OPTION_FOR_EXPORT, 'a', "all-versions", NULL, "also what newer versions of an article replaced" },
    [OPTION_FOLDER] = { OPTION_FOR_REPORT, 'o', "output", "DIR", "write the pages to DIR, which appears when all is done" },
    [OPTION_ENGLISH] = { OPTION_FOR_REPORT, 'e', "english", NULL, "the interface in English (default: Indonesian)" },
    [OPTION_BASE] = { OPTION_FOR_SOURCES, 'b', "base", "URL", "the address that a file came from, which relative links in it are about" },
    [OPTION_HELP] = { OPTION_FOR_ALL, 'h', "help", NULL, "show this help" },
    [OPTION_VERSION] = { OPTION_FOR_ALL, 'V', "version", NULL, "show the version, and those of the libraries" },
};

const option_row *option_get(option_id i) { return i < OPTION_COUNT ? &ROWS[i] : NULL; }

static option_id find_letter(char c, unsigned mask) {
    option_id i = 0;
    while (i < OPTION_COUNT && !((ROWS[i].commands & mask) && ROWS[i].letter == c)) i++;
    return i;
}

static option_id find_name(str name, unsigned mask) {
    option_id i = 0;
    while (i < OPTION_COUNT && !((ROWS[i].commands & mask) && str_eq(name, str_of(ROWS[i].name)))) i++;
    return i;
}

static int unknown_name(str name, unsigned mask, error *e) {
    const char *names[OPTION_COUNT];
    size_t n = 0;
    char word[NEAREST_LONGEST + 1] = "";
    for (option_id i = 0; i < OPTION_COUNT; i++)
        if (ROWS[i].commands & mask) names[n++] = ROWS[i].name;
    if (name.n < sizeof word) memcpy(word, name.p, name.n);
    const char *near = nearest_name(word, names, n);
    if (near) return error_set(e, ERROR_USAGE, "unknown option --%.*s; did you mean --%s?", STR_ARG(name), near);
    return error_set(e, ERROR_USAGE, "unknown option --%.*s", STR_ARG(name));
}

typedef struct {
    char **argv;
    int argc, next;
    unsigned mask;
    options *out;
} parse;

/* The value that follows an option as the next argument. */
static const char *next_value(parse *p, option_id i, error *e) {
    if (p->next < p->argc) return p->argv[p->next++];
    error_set(e, ERROR_USAGE, "--%s needs a value: %s", ROWS[i].name, ROWS[i].value);
    return NULL;
}

static int read_long(parse *p, const char *arg, error *e) {
    str name = str_of(arg + 2);
    const char *equals = strchr(arg + 2, '=');
    if (equals) name.n = (size_t)(equals - name.p);
    option_id i = find_name(name, p->mask);
    if (i == OPTION_COUNT) return unknown_name(name, p->mask, e);
    if (!ROWS[i].value && equals) return error_set(e, ERROR_USAGE, "--%s takes no value", ROWS[i].name);
    const char *value = equals ? equals + 1 : ROWS[i].value ? next_value(p, i, e) : "";
    p->out->value[i] = value;
    return value ? 0 : ERROR_USAGE;
}

/* Letters in a row; the first that takes a value takes what follows it: -j4, -sj4, -s -j 4. */
static int read_letters(parse *p, const char *arg, error *e) {
    for (const char *c = arg + 1; *c; c++) {
        option_id i = find_letter(*c, p->mask);
        if (i == OPTION_COUNT) return error_set(e, ERROR_USAGE, "unknown option -%c", *c);
        if (!ROWS[i].value) {
            p->out->value[i] = "";
            continue;
        }
        const char *value = c[1] ? c + 1 : next_value(p, i, e);
        p->out->value[i] = value;
        return value ? 0 : ERROR_USAGE;
    }
    return 0;
}

int options_parse(options *out, arena *a, unsigned mask, int argc, char **argv, error *e) {
    *out = (options){ 0 };
    out->operands = arena_alloc(a, ((size_t)argc + 1) * sizeof *out->operands);
    parse p = { argv, argc, 0, mask, out };
    bool ended = false;
    while (p.next < argc) {
        const char *arg = argv[p.next++];
        int status = 0;
        if (ended || arg[0] != '-' || arg[1] == '\0') out->operands[out->operand_count++] = arg;
        else if (strcmp(arg, "--") == 0) ended = true;
        else status = arg[1] == '-' ? read_long(&p, arg, e) : read_letters(&p, arg, e);
        if (status < 0) return status;
    }
    return 0;
}
