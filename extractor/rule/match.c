/* SPDX-License-Identifier: MIT */
#include "rule/match.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>

#include "base/limits.h"
#include "rule/conflict.h"
#include "rule/scan.h"

enum { KINDS = 32, NOT_BEFORE = 80 };

struct matcher {
    const ruleset *rs;
    arena *home;
    const document *doc;
    str text;
    pcre2_match_data *data;
    pcre2_match_context *context;
    pcre2_jit_stack *stack;
    hit_list hits[RULE_STAGES];
    place_list capitals;
    match_list found[KINDS];
    match_list raw;
    bool keep_raw;
    size_t target_end; /* between the two callouts of a list or kind: where it ends */
    size_t failures;
    const rule *failed;
};

size_t matches_from(const match_list *l, size_t i) {
    size_t low = 0, high = l->n;
    while (low < high) {
        size_t mid = (low + high) / 2;
        if (l->items[mid].at.start < i) low = mid + 1; else high = mid;
    }
    return low;
}

/* Where the match of a kind that starts at start ends; 0: none does. */
static size_t found_end(const match_list *l, size_t start) {
    size_t k = matches_from(l, start);
    return k < l->n && l->items[k].at.start == start ? l->items[k].at.end : 0;
}

static int answer(pcre2_callout_block *b, void *data) {
    matcher *m = data;
    if (!(b->callout_number & 1)) return b->current_position != m->target_end;
    const callout_target *t = &m->rs->patterns.targets[b->callout_number / 2];
    size_t at = b->current_position;
    if (!t->list) m->target_end = found_end(&m->found[t->kind], at);
    else m->target_end = at + list_longest(t->list, m->text, at, b->subject_length, NULL);
    return m->target_end <= at || m->target_end > b->subject_length;
}

int matcher_open(matcher **out, const ruleset *rs, error *e) {
    matcher *m = calloc(1, sizeof *m);
    *out = m;
    if (!m) return error_set(e, ERROR_LIMIT, "out of memory");
    m->rs = rs;
    m->data = pcre2_match_data_create(64, NULL);
    m->context = pcre2_match_context_create(NULL);
    m->stack = pcre2_jit_stack_create(32 * 1024, LIMIT_JIT_STACK, NULL);
    if (!m->data || !m->context || !m->stack) return error_set(e, ERROR_LIMIT, "out of memory");
    pcre2_set_match_limit(m->context, LIMIT_MATCH_STEPS);
    pcre2_set_depth_limit(m->context, LIMIT_MATCH_DEPTH);
    pcre2_set_heap_limit(m->context, LIMIT_MATCH_HEAP_KB);
    pcre2_jit_stack_assign(m->context, NULL, m->stack);
    pcre2_set_callout(m->context, answer, m);
    return 0;
}

void matcher_free(matcher *m) {
    if (!m) return;
    pcre2_jit_stack_free(m->stack);
    pcre2_match_context_free(m->context);
    pcre2_match_data_free(m->data);
    free(m);
}

/* A match with the failures counted: a limit that was reached is no "no match" to be passed over. */
static int run(matcher *m, const rule *r, rule_code *c, size_t start, size_t end) {
    if (!atomic_load_explicit(&c->ready, memory_order_acquire)) ruleset_ready(m->rs, c);
    int n = c->machine ? pcre2_jit_match(c->pcre, (PCRE2_SPTR)m->text.p, end, start, 0, m->data, m->context)
                       : pcre2_match(c->pcre, (PCRE2_SPTR)m->text.p, end, start, PCRE2_NO_UTF_CHECK, m->data, m->context);
    if (n < PCRE2_ERROR_NOMATCH) {
        m->failures++;
        m->failed = r;
    }
    return n;
}

/* Whether one of the rule's "not" patterns matches text that the match touches, or begins before it and reaches it. */
static bool denied(matcher *m, const rule *r, span at, size_t from) {
    if (at.start - from > NOT_BEFORE) from = at.start - NOT_BEFORE;
    while (from < at.start && ((unsigned char)m->text.p[from] & 0xC0) == 0x80) from++;
    for (size_t k = 0; k < r->nots_code.n; k++) {
        for (size_t start = from; run(m, r, r->nots_code.items[k], start, at.end) > 0;) {
            const size_t *v = pcre2_get_ovector_pointer(m->data);
            if (v[1] > at.start) return true;
            start = v[1] > start ? v[1] : start + 1;
        }
    }
    return false;
}

/* The first of a field's groups that took part in the match. */
static span captured(const int groups[RULE_SAME], const size_t *v, uint32_t count) {
    for (int k = 0; k < RULE_SAME && groups[k]; k++) {
        size_t g = (size_t)groups[k];
        if (g < count && v[2 * g] != PCRE2_UNSET) return (span){ v[2 * g], v[2 * g + 1] };
    }
    return (span){ SIZE_MAX, SIZE_MAX };
}

static void try_rule(matcher *m, match_list *out, const rule *r, size_t at, span window) {
    if (at < window.start || at >= window.end || run(m, r, r->code, at, window.end) <= 0) return;
    const size_t *v = pcre2_get_ovector_pointer(m->data);
    if (v[1] <= v[0]) return;
    rule_match found = { .rule = r, .at = { v[0], v[1] } };
    uint32_t count = pcre2_get_ovector_count(m->data);
    for (int f = 0; f < RULE_FIELDS; f++) found.field[f] = captured(r->group[f], v, count);
    if (r->nots_code.n && denied(m, r, found.at, window.start)) return;
    if (out->n < LIMIT_RECORDS) *vec_add(m->home, out) = found;
    if (m->keep_raw) *vec_add(m->home, &m->raw) = found;
}

static span window_of(const matcher *m, const rule *r, size_t at, const sentence *s) {
    const document *d = m->doc;
    span p = d->paragraphs.items[s->paragraph].at;
    switch (r->window) {
    case WINDOW_SENTENCE: return s->at;
    case WINDOW_QUOTE: {
        const quote *q = document_quote(d, at);
        return q ? q->inside : (span){ 0, 0 };
    }
    case WINDOW_BYTES:
        if (p.end - at <= r->after) return p;
        for (p.end = at + r->after; ((unsigned char)m->text.p[p.end] & 0xC0) == 0x80;) p.end--;
        return p;
    default: return p;
    }
}

/* Whether what the rule's "near" asks for is there; cheap, so that the pattern need not be tried. */
static bool is_near(const matcher *m, const rule *r, size_t at, span window) {
    if (!r->near || window.end <= at) return true; /* outside its window the rule fails anyway */
    size_t end = window.end - at > r->near ? at + r->near : window.end;
    if (r->near_kind < 0) return str_find(str_cut(m->text, 0, end), r->near_text, at) != SIZE_MAX;
    const match_list *l = &m->found[r->near_kind];
    size_t k = matches_from(l, at);
    return k < l->n && l->items[k].at.start < end;
}

static void begin(matcher *m, arena *a, str text) {
    m->home = a;
    m->text = text;
    memset(m->hits, 0, sizeof m->hits);
    memset(m->found, 0, sizeof m->found);
    memset(&m->raw, 0, sizeof m->raw);
}

void matcher_begin(matcher *m, arena *a, const document *d) {
    begin(m, a, d->text);
    m->doc = d;
    m->failures = 0;
    m->failed = NULL;
    memset(&m->capitals, 0, sizeof m->capitals);
    scan_triggers(m->hits, &m->capitals, a, m->rs, d->text, (span){ 0, d->text.n }, ~1u);
}

void matcher_run(matcher *m, int stage) {
    const document *d = m->doc;
    size_t s = 0;
    for (size_t i = 0; d->sentences.n && i < m->hits[stage].n; i++) {
        trigger_hit h = m->hits[stage].items[i];
        while (s + 1 < d->sentences.n && d->sentences.items[s + 1].at.start <= h.at) s++;
        const rule *r = h.rule;
        span window = window_of(m, r, h.at, &d->sentences.items[s]);
        if (is_near(m, r, h.at, window)) try_rule(m, &m->found[r->kind], r, h.at, window);
    }
    for (int k = 0; m->rs->kinds[k].name; k++)
        if (m->rs->kinds[k].stage == stage) conflict_settle(&m->found[k], m->rs->kinds[k].exclusive);
}

void matcher_line(matcher *m, arena *a, str text, span line, int kind) {
    m->home = a;
    m->text = text;
    m->raw.n = m->raw.cap = 0;
    m->hits[0].n = m->hits[0].cap = 0;
    for (int k = 0; m->rs->kinds[k].name; k++)
        if (m->rs->kinds[k].stage == 0) m->found[k].n = m->found[k].cap = 0;
    if (span_empty(line)) return;
    str bound = str_cut(text, 0, line.end);
    scan_at(m->hits, a, m->rs, bound, line.start, true, 1u);
    size_t last = str_ends(bound, STR(")")) ? str_find_last(bound, STR("("), line.end) : SIZE_MAX;
    if (last != SIZE_MAX && last > line.start) scan_at(m->hits, a, m->rs, bound, last, false, 1u);
    for (size_t i = 0; i < m->hits[0].n; i++) {
        const rule *r = m->hits[0].items[i].rule;
        if (kind < 0 || r->kind == kind) try_rule(m, &m->found[r->kind], r, m->hits[0].items[i].at, line);
    }
    for (int k = 0; m->rs->kinds[k].name; k++)
        if (m->rs->kinds[k].stage == 0) conflict_settle(&m->found[k], m->rs->kinds[k].exclusive);
}

const match_list *matcher_found(const matcher *m, int kind) {
    return &m->found[kind];
}

const rule_match *match_at(const match_list *l, size_t i) {
    size_t k = matches_from(l, i);
    return k < l->n && l->items[k].at.start == i ? &l->items[k] : NULL;
}

bool matcher_cut(matcher *m, int kind, size_t i) {
    match_list *l = &m->found[kind];
    size_t k = matches_from(l, i);
    if (k == 0 || l->items[k - 1].at.end <= i) return false;
    rule_match *found = &l->items[k - 1];
    found->at = span_trim(m->text, (span){ found->at.start, i });
    return true;
}

const place_list *matcher_capitals(const matcher *m) {
    return &m->capitals;
}

bool match_has(const rule_match *found, int field) {
    return found->field[field].start != SIZE_MAX;
}

str match_value(const matcher *m, const rule_match *found, int field) {
    for (size_t i = 0; i < found->rule->sets.n; i++) {
        const rule_set *s = &found->rule->sets.items[i];
        if (s->field != field) continue;
        if (!s->list) return s->constant;
        if (!match_has(found, s->from)) continue;
        const list_entry *entry = list_find(s->list, str_span(m->text, found->field[s->from]));
        if (!entry) continue;
        return s->column < 0 ? entry->canonical : entry->column[s->column];
    }
    return match_has(found, field) ? str_span(m->text, found->field[field]) : STR_NONE;
}

size_t matcher_failures(const matcher *m, const rule **last) {
    *last = m->failed;
    return m->failures;
}

void matcher_keep_raw(matcher *m) {
    m->keep_raw = true;
}

const rule_match *matcher_raw(const matcher *m, const rule *r) {
    for (size_t i = 0; i < m->raw.n; i++)
        if (m->raw.items[i].rule == r) return &m->raw.items[i];
    return NULL;
}
