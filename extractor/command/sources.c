/* SPDX-License-Identifier: MIT */
/* petik sources: read shows what a feed, a sitemap or a page leads to, check reads a sources.conf, add writes a block of one. */
#include "base/limits.h"
#include "base/nearest.h"
#include "command/columns.h"
#include "command/command.h"
#include "command/sources.h"
#include "fetch/finding.h"
#include "fetch/links.h"
#include "fetch/sourcefile.h"
#include "fetch/weblink.h"
#include "library/procedure.h"
#include "source/stream.h"
#include "store/json.h"

/* The bytes of a file, also those before a fault, which is reported. */
static int read_file(buf *out, const char *path, error *e) {
    stream *in;
    int status = stream_open(&in, path, NULL, e);
    if (status < 0) return status;
    for (;;) {
        enum { PIECE = 64 * 1024 };
        if (!buf_reserve(out, PIECE)) {
            status = error_set(e, ERROR_LIMIT, "%s: longer than %d MB", path, LIMIT_INFLATED / 1024 / 1024);
            break;
        }
        ssize_t n = stream_read(in, out->p + out->n, PIECE, e);
        if (n < 0) status = (int)n;
        if (n <= 0) break;
        out->n += (size_t)n;
    }
    stream_close(in);
    return status;
}

/* What is shown of a file: words is the list linkwords. */
typedef struct {
    finding_kind kind;
    const word_list *words;
    bool json;
} showing;

static bool is_article(const found *f, const showing *s) {
    return f->url.p && !f->more && (s->kind != FINDING_PAGE || links_may_be_article(f->url, s->words));
}

static void print_json(const found *f, const showing *s) {
    buf line = buf_make(LIMIT_LINE);
    const struct { str key, value; } fields[] = { { STR("{\"url\": "), f->url }, { STR(", \"published\": "), f->published },
                                                  { STR(", \"title\": "), f->title } };
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        buf_add(&line, fields[i].key);
        json_quote(&line, fields[i].value);
    }
    buf_add(&line, f->more ? STR(", \"more\": true") : STR(", \"more\": false"));
    buf_add(&line, is_article(f, s) ? STR(", \"article\": true}\n") : STR(", \"article\": false}\n"));
    fwrite(line.p, 1, line.n, stdout);
    buf_free(&line);
}

static void add_row(columns *c, const found *f, const showing *s) {
    columns_add(c, f->url.p ? f->url : STR("(no link)"));
    columns_add(c, f->more ? STR("listing") : is_article(f, s) ? STR("article") : STR("-"));
    columns_add(c, f->published.p ? f->published : STR("-"));
    columns_add(c, f->title.p ? f->title : STR("-"));
}

static void print_all(arena *a, const found_list *list, const showing *s) {
    columns c = columns_make(a, 4);
    for (size_t i = 0; i < list->n && !ferror(stdout); i++) {
        if (s->json) print_json(&list->items[i], s);
        else add_row(&c, &list->items[i], s);
    }
    if (!s->json) columns_print(stdout, &c, 0, color_wanted(stdout) ? "1" : NULL);
}

/* Messages of listings begin with their address; here the file is named. */
static void complain(const char *path, str base, const error *e) {
    str text = str_of(e->text);
    if (str_starts(text, base) && str_starts(str_cut(text, base.n, text.n), STR(": "))) text = str_cut(text, base.n + 2, text.n);
    fprintf(stderr, "petik: %s: %.*s\n", path, STR_ARG(text));
}

static int read_one(const char *path, str base, showing *s) {
    arena home = { 0 };
    error e = { 0 };
    buf bytes = buf_make(LIMIT_INFLATED);
    int status = read_file(&bytes, path, &e);
    if (status < 0) fprintf(stderr, "petik: %s\n", e.text);
    if (status != ERROR_LIMIT && bytes.n > 0) {
        found_list list = { 0 };
        e.code = 0;
        int read = finding_read(&s->kind, &list, &home, buf_str(&bytes), STR(""), base, SOURCES_ZONE, &e);
        if (read < 0) complain(path, base, &e);
        status = status ? status : read;
        print_all(&home, &list, s);
    }
    buf_free(&bytes);
    arena_free(&home);
    return status;
}

petik_rules *sources_rules(const word_list **words, const options *o) {
    petik_error e = { 0 };
    petik_rules *rules;
    if (petik_rules_open(&rules, o->value[OPTION_RULES], 0, &e) == PETIK_OK) *words = ruleset_list(petik_ruleset(rules), "linkwords");
    else fprintf(stderr, "petik: %s\n", e.text);
    return rules;
}

static int read_files(const options *o) {
    arena home = { 0 };
    showing s = { .json = o->value[OPTION_JSON] != NULL };
    petik_rules *rules = sources_rules(&s.words, o);
    if (!rules) return EXIT_RULES;
    str base = o->value[OPTION_BASE] ? weblink_resolve(&home, STR(""), str_of(o->value[OPTION_BASE])) : STR("");
    int status = EXIT_DONE;
    if (!base.p) status = usage_error("--base %s: no address of the web", o->value[OPTION_BASE]);
    else if (o->operand_count < 2) status = usage_error("sources read: name a file, or - for standard input");
    for (size_t i = 1; status != EXIT_USAGE && i < o->operand_count && !ferror(stdout); i++)
        if (read_one(o->operands[i], base, &s) < 0) status = EXIT_INPUTS;
    arena_free(&home);
    petik_rules_free(rules);
    int finished = status == EXIT_USAGE ? EXIT_DONE : finish_stdout();
    return finished != EXIT_DONE ? finished : status;
}

/* A line for what is right; the first fault of what is not. */
static int check_files(const options *o) {
    int status = EXIT_DONE;
    if (o->operand_count < 2) return usage_error("sources check: name a file");
    for (size_t i = 1; i < o->operand_count; i++) {
        source_file file;
        error e = { 0 };
        if (source_file_read(&file, o->operands[i], &e) < 0) {
            fprintf(stderr, "petik: %s\n", e.text);
            status = e.code == ERROR_USAGE ? EXIT_USAGE : EXIT_INPUTS; /* as petik run has it */
            continue;
        }
        size_t listings = 0, n = file.sources.n;
        for (size_t k = 0; k < n; k++) {
            const fetch_source *s = &file.sources.items[k];
            listings += s->feeds.n + s->sitemaps.n + s->starts.n;
        }
        printf("%s: %zu source%s, %zu listing%s\n", o->operands[i], n, n == 1 ? "" : "s", listings, listings == 1 ? "" : "s");
        source_file_free(&file);
    }
    int finished = finish_stdout();
    return finished != EXIT_DONE ? finished : status;
}

/* The verbs; a row each. */
static const struct {
    const char *name;
    int (*run)(const options *o);
    option_id with[2]; /* the options that go with it alone; OPTION_COUNT: none */
} VERBS[] = {
    { "add", sources_add, { OPTION_PRIVATE, OPTION_COUNT } },
    { "check", check_files, { OPTION_COUNT, OPTION_COUNT } },
    { "read", read_files, { OPTION_BASE, OPTION_JSON } },
};
enum { VERB_COUNT = sizeof VERBS / sizeof *VERBS };

/* Runs a verb, unless an option of another one was given. */
static int run_verb(size_t verb, const options *o) {
    for (size_t i = 0; i < VERB_COUNT; i++) {
        for (size_t k = 0; k < 2 && i != verb; k++) {
            option_id id = VERBS[i].with[k];
            if (id != OPTION_COUNT && o->value[id]) return usage_error("--%s goes with sources %s", option_get(id)->name, VERBS[i].name);
        }
    }
    return VERBS[verb].run(o);
}

int sources_main(const options *o) {
    const char *names[VERB_COUNT];
    const char *what = o->operand_count ? o->operands[0] : NULL;
    for (size_t i = 0; i < VERB_COUNT; i++) {
        names[i] = VERBS[i].name;
        if (what && strcmp(what, names[i]) == 0) return run_verb(i, o);
    }
    if (!what) return usage_error("sources: say what to do; see \"petik sources --help\"");
    const char *near = nearest_name(what, names, VERB_COUNT);
    return near ? usage_error("sources %s: did you mean %s?", what, near)
                : usage_error("sources %s: not known; see \"petik sources --help\"", what);
}
