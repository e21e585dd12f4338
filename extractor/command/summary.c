/* SPDX-License-Identifier: MIT */
#include "command/summary.h"

#include <stdlib.h>

#include "command/columns.h"

enum { TEXT_WIDTH = 76, NAME_WIDTH = 48, LABEL_WIDTH = 34, TOP_SPEAKERS = 10 };

static const char *const FORCES[] = { "pledge", "appeal", "obligation", "prohibition" };

static str text_of(const json_t *object, const char *key) {
    const json_t *v = json_object_get(object, key);
    return json_is_string(v) ? (str){ json_string_value(v), json_string_length(v) } : STR_NONE;
}

static bool text_is(const json_t *object, const char *key, const char *value) {
    return str_eq(text_of(object, key), str_of(value));
}

/* On one line: what is shown may hold line feeds. */
static str flat(arena *a, str s, size_t most) {
    if (!s.p) return STR("-");
    char *p = arena_alloc(a, s.n + 1);
    for (size_t i = 0; i < s.n; i++) p[i] = (unsigned char)s.p[i] < ' ' || s.p[i] == 0x7f ? ' ' : s.p[i];
    return point_cut(a, (str){ p, s.n }, most);
}

static size_t count_words(str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += !ascii_space(s.p[i]) && (i == 0 || ascii_space(s.p[i - 1]));
    return n;
}

static speakers speakers_make(arena *home) { return (speakers){ .home = home, .index = table_make(home, 16) }; }

/* The place of a speaker, added when there is none. scratch: for what is not kept. */
static speaker *find_speaker(speakers *s, arena *scratch, str name, str office) {
    str key = arena_format(scratch, "%.*s\t%.*s", STR_ARG(name), STR_ARG(office));
    uint32_t at = table_get(&s->index, key);
    if (at == TABLE_NONE) {
        at = table_put(&s->index, arena_copy(s->home, key), (uint32_t)s->list.n);
        speaker *new = vec_add(s->home, &s->list);
        new->name = arena_copy(s->home, name);
        new->office = arena_copy(s->home, office);
    }
    return &s->list.items[at];
}

static void add_statement(speakers *s, const json_t *statement) {
    const json_t *by = json_object_get(statement, "speaker");
    speaker *one = find_speaker(s, s->home, text_of(by, "name"), text_of(by, "office"));
    if (text_is(statement, "kind", "direct")) one->direct++;
    else one->indirect++;
    one->words += count_words(text_of(statement, "text"));
}

static int most_words(const void *a, const void *b) {
    const speaker *x = a, *y = b;
    if (x->words != y->words) return x->words < y->words ? 1 : -1;
    int order = strcmp(x->name.p, y->name.p);
    return order ? order : strcmp(x->office.p, y->office.p);
}

static void print_label(const summary *s, FILE *to, const char *label) {
    fprintf(to, s->color ? "  \033[36m%s\033[0m\n" : "  %s\n", label);
}

/* Sorts the list, so that the index is of no use any more. */
static void print_speakers(const summary *s, FILE *to, speakers *who, size_t most) {
    if (who->list.n == 0) return;
    columns c = columns_make(who->home, 4);
    qsort(who->list.items, who->list.n, sizeof *who->list.items, most_words);
    print_label(s, to, "Who said how much");
    for (size_t i = 0; i < who->list.n && i < most; i++) {
        const speaker *one = &who->list.items[i];
        str name = one->name.n ? one->name : one->office.n ? one->office : STR("nobody named");
        if (one->name.n && one->office.n)
            name = arena_format(who->home, "%.*s, %.*s", STR_ARG(one->name), STR_ARG(one->office));
        columns_add(&c, flat(who->home, name, NAME_WIDTH + 16));
        columns_add(&c, arena_format(who->home, "%3zu direct", one->direct));
        columns_add(&c, arena_format(who->home, "%3zu indirect", one->indirect));
        columns_add(&c, arena_format(who->home, "%4zu words", one->words));
    }
    columns_print(to, &c, 4, NULL);
}

static void print_dates(const summary *s, FILE *to, arena *a, const json_t *dates) {
    columns c = columns_make(a, 2);
    if (json_array_size(dates) == 0) return;
    print_label(s, to, "Dates");
    for (size_t i = 0; i < json_array_size(dates); i++) {
        const json_t *date = json_array_get(dates, i);
        columns_add(&c, flat(a, text_of(date, "value"), LABEL_WIDTH));
        str text = flat(a, text_of(date, "text"), TEXT_WIDTH);
        bool conflict = json_is_true(json_object_get(date, "conflict")) || json_is_string(json_object_get(date, "conflict"));
        columns_add(&c, conflict ? arena_format(a, "%.*s  (the weekday is not that day's)", STR_ARG(text)) : text);
    }
    columns_print(to, &c, 4, NULL);
}

/* Who declares: a name, else an office. */
static str declarer(arena *a, const json_t *point) {
    const json_t *by = json_object_get(point, "by");
    str name = text_of(by, "name");
    return flat(a, name.n ? name : text_of(by, "office"), LABEL_WIDTH);
}

/* Points of one force, or, with force NULL, those of none that is known. */
static void add_points(columns *c, arena *a, const json_t *points, const char *force) {
    for (size_t i = 0; i < json_array_size(points); i++) {
        const json_t *point = json_array_get(points, i);
        bool known = false;
        for (size_t k = 0; k < sizeof FORCES / sizeof *FORCES; k++) known |= text_is(point, "force", FORCES[k]);
        if (force ? !text_is(point, "force", force) : known) continue;
        columns_add(c, force ? str_of(force) : STR("-"));
        columns_add(c, declarer(a, point));
        columns_add(c, flat(a, text_of(point, "text"), TEXT_WIDTH));
    }
}

static void print_points(const summary *s, FILE *to, arena *a, const json_t *points) {
    columns c = columns_make(a, 3);
    if (json_array_size(points) == 0) return;
    print_label(s, to, "Points");
    for (size_t k = 0; k < sizeof FORCES / sizeof *FORCES; k++) add_points(&c, a, points, FORCES[k]);
    add_points(&c, a, points, NULL);
    columns_print(to, &c, 4, NULL);
}

static void print_events(const summary *s, FILE *to, arena *a, const json_t *events) {
    columns c = columns_make(a, 4);
    if (json_array_size(events) == 0) return;
    print_label(s, to, "Events");
    for (size_t i = 0; i < json_array_size(events); i++) {
        const json_t *event = json_array_get(events, i);
        columns_add(&c, flat(a, text_of(event, "kind"), LABEL_WIDTH));
        columns_add(&c, flat(a, text_of(event, "date"), LABEL_WIDTH));
        columns_add(&c, flat(a, text_of(event, "organiser"), LABEL_WIDTH));
        columns_add(&c, flat(a, text_of(event, "text"), TEXT_WIDTH));
    }
    columns_print(to, &c, 4, NULL);
}

/* What of b follows the word that a ends with and b begins with: nobody writes "Wali Kota Kota Baubau". */
static str without_echo(str a, str b) {
    str rest = b, word = str_split(&rest, ' ');
    bool echo = rest.n > 0 && str_ends(a, word) && (a.n == word.n || a.p[a.n - word.n - 1] == ' ');
    return echo ? rest : b;
}

/* "Pj Wali Kota Probolinggo" */
static str office_of(arena *a, const json_t *official) {
    const char *const keys[] = { "acting", "title", "of" };
    str out = STR("");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        str part = without_echo(out, text_of(official, keys[i]));
        if (part.n) out = arena_format(a, "%.*s%s%.*s", STR_ARG(out), out.n ? " " : "", STR_ARG(part));
    }
    return out;
}

static void print_officials(const summary *s, FILE *to, arena *a, const json_t *officials) {
    columns c = columns_make(a, 4);
    if (json_array_size(officials) == 0) return;
    print_label(s, to, "Officials");
    for (size_t i = 0; i < json_array_size(officials); i++) {
        const json_t *official = json_array_get(officials, i);
        size_t mentions = json_array_size(json_object_get(official, "mentions"));
        columns_add(&c, flat(a, text_of(official, "name"), LABEL_WIDTH));
        columns_add(&c, flat(a, office_of(a, official), NAME_WIDTH));
        columns_add(&c, flat(a, text_of(official, "region"), LABEL_WIDTH));
        columns_add(&c, arena_format(a, "%zu mention%s", mentions, mentions == 1 ? "" : "s"));
    }
    columns_print(to, &c, 4, NULL);
}

static void print_head(const summary *s, FILE *to, arena *a, const json_t *record) {
    str title = text_of(record, "title");
    str date = text_of(json_object_get(record, "published"), "value");
    str publisher = text_of(record, "publisher");
    if (title.n == 0) {
        str text = text_of(record, "text");
        title = str_split(&text, '\n');
    }
    title = flat(a, title.n ? title : STR("(no title)"), TEXT_WIDTH + 24);
    fprintf(to, s->color ? "\033[1m%.*s\033[0m\n" : "%.*s\n", STR_ARG(title));
    fprintf(to, "  %.*s", STR_ARG(flat(a, date.n ? date : STR("no date"), LABEL_WIDTH)));
    if (publisher.n) fprintf(to, "  %.*s", STR_ARG(flat(a, publisher, LABEL_WIDTH)));
    fprintf(to, "  %.*s\n", STR_ARG(flat(a, text_of(record, "source"), 0)));
}

/* "2 points, " and the like; nothing for none unless always. */
static bool print_count(FILE *to, size_t n, const char *what, bool first, bool always) {
    if (n == 0 && !always) return first;
    fprintf(to, "%s%zu %s%s", first ? "  " : ", ", n, what, n == 1 ? "" : "s");
    return false;
}

static void print_rest(FILE *to, size_t institutions, size_t regulations, size_t warnings) {
    bool none = print_count(to, institutions, "institution", true, false);
    none = print_count(to, regulations, "regulation", none, false);
    none = print_count(to, warnings, "warning", none, false);
    if (!none) fputc('\n', to);
}

summary summary_make(bool color) { return (summary){ .color = color }; }

void summary_free(summary *s) { arena_free(&s->home); }

static void add_speakers(summary *s, const speakers *from) {
    if (!s->all.home) s->all = speakers_make(&s->home); /* here: a summary may have moved since it was made */
    for (size_t i = 0; i < from->list.n; i++) {
        const speaker *one = &from->list.items[i];
        speaker *sum = find_speaker(&s->all, from->home, one->name, one->office);
        sum->direct += one->direct;
        sum->indirect += one->indirect;
        sum->words += one->words;
    }
}

bool summary_article(summary *s, FILE *to, const json_t *record) {
    const char *const keys[] = { "dates", "officials", "institutions", "statements", "points", "regulations",
                                 "warnings" };
    size_t *const totals[] = { &s->dates,  &s->officials,   &s->institutions, &s->statements,
                               &s->points, &s->regulations, &s->warnings };
    size_t counts[7];
    for (size_t i = 0; i < 7; i++)
        if (!json_is_array(json_object_get(record, keys[i]))) return false;
    for (size_t i = 0; i < 7; i++) *totals[i] += counts[i] = json_array_size(json_object_get(record, keys[i]));
    arena a = { 0 };
    speakers who = speakers_make(&a);
    for (size_t i = 0; i < counts[3]; i++)
        add_statement(&who, json_array_get(json_object_get(record, "statements"), i));
    if (s->articles++ > 0) fputc('\n', to);
    print_head(s, to, &a, record);
    add_speakers(s, &who);
    print_speakers(s, to, &who, SIZE_MAX);
    print_events(s, to, &a, json_object_get(record, "events"));
    print_points(s, to, &a, json_object_get(record, "points"));
    print_dates(s, to, &a, json_object_get(record, "dates"));
    print_officials(s, to, &a, json_object_get(record, "officials"));
    print_rest(to, counts[2], counts[5], counts[6]);
    arena_free(&a);
    return true;
}

void summary_total(summary *s, FILE *to) {
    if (s->articles == 0) return;
    fprintf(to, s->color ? "\n\033[1mAll %zu article%s\033[0m\n" : "\nAll %zu article%s\n", s->articles,
            s->articles == 1 ? "" : "s");
    if (s->articles > 1) print_speakers(s, to, &s->all, TOP_SPEAKERS);
    const char *const names[] = { "statement", "point", "date", "official", "institution", "regulation", "warning" };
    const size_t counts[] = { s->statements,   s->points,      s->dates,   s->officials,
                              s->institutions, s->regulations, s->warnings };
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++) print_count(to, counts[i], names[i], i == 0, true);
    fputc('\n', to);
}
