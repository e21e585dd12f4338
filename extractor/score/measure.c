/* SPDX-License-Identifier: MIT */
#include "score/measure.h"

#include "score/align.h"
#include "score/flat.h"
#include "score/pairing.h"

const char *const measure_names[MEASURES] = {
    "dates", "dates_day", "officials_named", "officials_full", "institutions",
    "statements_direct", "statements_indirect", "points", "regulations",
};

/* One article under the measure. */
typedef struct {
    const gold_article *article;
    const measure_events *events;
    tallies *sum;
    arena *home;
    flat gold, pred;
    uint32_t *moved; /* from pred's letters to gold's; NULL: they are the same */
} comparison;

int measure_find(str name) {
    for (int i = 0; i < MEASURES; i++)
        if (str_eq(name, str_of(measure_names[i]))) return i;
    return -1;
}

static double share(size_t part, size_t rest) {
    return part ? (double)part / (double)(part + rest) : 0;
}

double tally_precision(const tally *t) { return share(t->hit, t->wrong); }
double tally_recall(const tally *t) { return share(t->hit, t->missed); }

double tally_f1(const tally *t) {
    double p = tally_precision(t), r = tally_recall(t);
    return t->hit ? 2 * p * r / (p + r) : 0;
}

/* Where a predicted record stands in the gold text. */
static span predicted_span(const comparison *c, const json_t *record) {
    span s = flat_span(&c->pred, json_number(record, "start", 0), json_number(record, "end", 0));
    if (!c->moved || span_empty(s)) return s;
    while (s.start < s.end && c->moved[s.start] == ALIGN_NONE) s.start++;
    while (s.end > s.start && c->moved[s.end - 1] == ALIGN_NONE) s.end--;
    if (span_empty(s)) return (span){ 0, 0 };
    return (span){ c->moved[s.start], c->moved[s.end - 1] + 1 };
}

static span gold_span(const comparison *c, const json_t *record) {
    bool missing = false;
    str text = json_text(record, "text");
    long long nth = json_number(record, "nth", 1);
    span s = c->article->own_text ? flat_find(&c->gold, text, nth, &missing)
                                  : flat_find_like(c->home, &c->gold, text, nth, &missing);
    if (missing && c->article->has_text && c->events && c->events->lost)
        c->events->lost(c->article, record, c->events->payload);
    return s;
}

/* Seconds that are none are left out: 2024-10-15T09:00:00 is 2024-10-15T09:00. */
static str date_value(str v) {
    size_t colons = 0;
    for (size_t i = 0; i < v.n; i++) colons += v.p[i] == ':';
    if (colons == 2 && str_ends(v, STR(":00"))) v.n -= 3;
    return v;
}

static bool has_day(str v) {
    static const char shape[] = "dddd-dd-dd";
    if (v.n < sizeof shape - 1) return false;
    for (size_t i = 0; i < sizeof shape - 1; i++)
        if (shape[i] == 'd' ? !ascii_digit(v.p[i]) : v.p[i] != '-') return false;
    return true;
}

static void add_who(item *it, arena *a, str name) {
    if (name.n) it->who[it->n_who++] = fold_name(a, name);
}

static void read_speaker(item *it, arena *a) {
    const json_t *speaker = json_object_get(it->record, "speaker");
    if (!json_is_object(speaker)) {
        add_who(it, a, json_text(it->record, "speaker"));
        return;
    }
    add_who(it, a, json_text(speaker, "name"));
    add_who(it, a, json_text(speaker, "office"));
    add_who(it, a, json_text(speaker, "text"));
}

typedef void (*reader)(item *it, arena *a);

static void read_date(item *it, arena *a) {
    (void)a;
    it->value = date_value(json_text(it->record, "value"));
}

static void read_official(item *it, arena *a) {
    it->name = fold_name(a, json_text(it->record, "name"));
    it->title = fold_name(a, json_text(it->record, "title"));
    it->acting = fold_name(a, json_text(it->record, "acting"));
    it->of = fold_place(a, json_text(it->record, "of"));
}

static void read_statement(item *it, arena *a) {
    read_speaker(it, a);
    it->unsure = json_is_false(json_object_get(it->record, "certain"));
}

static void read_point(item *it, arena *a) {
    (void)a;
    it->force = json_text(it->record, "force");
}

/* The records of one list, with their spans unless where is NULL. */
static items read_items(comparison *c, const json_t *object, const char *key,
                        span (*where)(const comparison *, const json_t *), reader read) {
    items out = { 0 };
    size_t i;
    json_t *record;
    json_array_foreach(json_object_get(object, key), i, record) {
        item it = { .record = record };
        if (where) it.at = where(c, record);
        if (read) read(&it, c->home);
        *vec_add(c->home, &out) = it;
    }
    return out;
}

static items keep(comparison *c, const items *all, bool (*wanted)(const item *, const void *), const void *what) {
    items out = { 0 };
    for (size_t i = 0; i < all->n; i++)
        if (wanted(&all->items[i], what)) *vec_add(c->home, &out) = all->items[i];
    return out;
}

static void report(comparison *c, int kind, const items *list, bool missed) {
    if (!c->events || !c->events->miss) return;
    for (size_t i = 0; i < list->n; i++)
        if (!list->items[i].taken)
            c->events->miss(kind, c->article, list->items[i].record, missed, c->events->payload);
}

static void count(comparison *c, int kind, items golds, items preds, double (*same)(const item *, const item *)) {
    size_t hit = pair_items(c->home, &golds, &preds, same);
    tally *t = &c->sum->kinds[kind];
    t->hit += hit;
    t->missed += golds.n - hit;
    t->wrong += preds.n - hit;
    report(c, kind, &golds, true);
    report(c, kind, &preds, false);
}

static double overlap_from(const item *g, const item *p, double least) {
    double n = overlap(g->at, p->at);
    return n >= least ? n : 0;
}

static double same_date(const item *g, const item *p) {
    return str_eq(g->value, p->value) ? overlap_from(g, p, .5) : 0;
}

static double same_name(const item *g, const item *p) {
    return str_eq(g->name, p->name);
}

static double same_officer(const item *g, const item *p) {
    return str_eq(g->name, p->name) && str_eq(g->title, p->title);
}

static double same_office(const item *g, const item *p) {
    return same_officer(g, p) > 0 && str_eq(g->acting, p->acting) && str_eq(g->of, p->of);
}

static bool same_speaker(const item *g, const item *p) {
    if (g->unsure || (g->n_who == 0 && p->n_who == 0)) return true;
    for (size_t i = 0; i < g->n_who; i++)
        for (size_t j = 0; j < p->n_who; j++)
            if (str_eq(g->who[i], p->who[j])) return true;
    return false;
}

static double same_direct(const item *g, const item *p) {
    return same_speaker(g, p) ? overlap_from(g, p, .8) : 0;
}

static double same_indirect(const item *g, const item *p) {
    return same_speaker(g, p) ? overlap_from(g, p, .5) : 0;
}

static double same_point(const item *g, const item *p) {
    return str_eq(g->force, p->force) ? overlap_from(g, p, .5) : 0;
}

static double same_regulation(const item *g, const item *p) {
    return overlap_from(g, p, .5);
}

static bool is_day(const item *it, const void *nothing) {
    (void)nothing;
    return has_day(it->value);
}

static bool is_not_aside(const item *it, const void *ignored) {
    const items *aside = ignored;
    for (size_t i = 0; i < aside->n; i++)
        if (overlap(it->at, aside->items[i].at) >= .5) return false;
    return true;
}

static bool is_named(const item *it, const void *nothing) {
    (void)nothing;
    return it->record && json_text(it->record, "name").n > 0;
}

static bool is_kind(const item *it, const void *kind) {
    return str_eq(json_text(it->record, "kind"), str_of(kind));
}

static void count_dates(comparison *c) {
    const gold_article *a = c->article;
    items golds = read_items(c, a->gold, "dates", gold_span, read_date);
    items preds = read_items(c, a->pred, "dates", predicted_span, read_date);
    items aside = read_items(c, a->gold, "ignored", gold_span, NULL);
    preds = keep(c, &preds, is_not_aside, &aside);
    count(c, MEASURE_DATES, golds, preds, same_date);
    count(c, MEASURE_DATES_DAY, keep(c, &golds, is_day, NULL), keep(c, &preds, is_day, NULL), same_date);
}

static void count_officials(comparison *c) {
    items golds = read_items(c, c->article->gold, "officials", NULL, read_official);
    items preds = read_items(c, c->article->pred, "officials", NULL, read_official);
    preds = keep(c, &preds, is_named, NULL);
    count(c, MEASURE_OFFICIALS_NAMED, golds, preds, same_officer);
    count(c, MEASURE_OFFICIALS_FULL, golds, preds, same_office);
}

/* Adds a name unless the list has it. */
static void add_name(comparison *c, items *list, const json_t *record, str name) {
    item it = { .record = record, .name = fold_name(c->home, name) };
    for (size_t i = 0; i < list->n; i++)
        if (str_eq(list->items[i].name, it.name)) return;
    *vec_add(c->home, list) = it;
}

/* Every form in which the prediction has an institution counts. */
static void add_forms(comparison *c, items *list, const json_t *record) {
    size_t i;
    json_t *mention;
    const json_t *mentions = json_object_get(record, "mentions");
    if (json_array_size(mentions) == 0) add_name(c, list, record, json_text(record, "name"));
    json_array_foreach(mentions, i, mention) add_name(c, list, mention, json_text(mention, "text"));
}

static void count_institutions(comparison *c) {
    items golds = { 0 }, preds = { 0 };
    size_t i;
    json_t *record;
    json_array_foreach(json_object_get(c->article->gold, "institutions"), i, record)
        add_name(c, &golds, record, json_text(record, "name"));
    json_array_foreach(json_object_get(c->article->pred, "institutions"), i, record) add_forms(c, &preds, record);
    count(c, MEASURE_INSTITUTIONS, golds, preds, same_name);
}

static void count_statements(comparison *c) {
    items golds = read_items(c, c->article->gold, "statements", gold_span, read_statement);
    items preds = read_items(c, c->article->pred, "statements", predicted_span, read_statement);
    count(c, MEASURE_DIRECT, keep(c, &golds, is_kind, "direct"), keep(c, &preds, is_kind, "direct"), same_direct);
    count(c, MEASURE_INDIRECT, keep(c, &golds, is_kind, "indirect"), keep(c, &preds, is_kind, "indirect"),
          same_indirect);
}

static void count_clauses(comparison *c) {
    const gold_article *a = c->article;
    count(c, MEASURE_POINTS, read_items(c, a->gold, "points", gold_span, read_point),
          read_items(c, a->pred, "points", predicted_span, read_point), same_point);
    count(c, MEASURE_REGULATIONS, read_items(c, a->gold, "regulations", gold_span, NULL),
          read_items(c, a->pred, "regulations", predicted_span, NULL), same_regulation);
}

static bool same_letters(const flat *a, const flat *b) {
    return a->n == b->n && (a->n == 0 || memcmp(a->letters, b->letters, a->n * sizeof *a->letters) == 0);
}

void measure_article(tallies *sum, const gold_article *a, const measure_events *events) {
    arena home = { 0 };
    comparison c = { .article = a, .events = events, .sum = sum, .home = &home };
    c.gold = flat_make(&home, a->text);
    c.pred = flat_make(&home, json_text(a->pred, "text"));
    if (!same_letters(&c.gold, &c.pred))
        c.moved = align_letters(&home, c.pred.letters, c.pred.n, c.gold.letters, c.gold.n);
    sum->articles++;
    sum->absent += a->pred == NULL;
    sum->partial += json_is_true(json_object_get(a->gold, "partial"));
    count_dates(&c);
    count_officials(&c);
    count_institutions(&c);
    count_statements(&c);
    count_clauses(&c);
    arena_free(&home);
}
