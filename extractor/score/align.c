/* SPDX-License-Identifier: MIT */
/* Comparing every letter with every letter is quadratic, which articles of ten thousand letters feel. Instead, one
 * side becomes a suffix automaton (a state for every set of substrings that end at the same places; built letter by
 * letter in linear time), through which the other side runs once: at each letter the state tells how long a stretch
 * ends here and where it ended first in the other text. */
#include "score/align.h"

enum { ROOT = 0, NO_STATE = UINT32_MAX };

typedef struct {
    uint32_t length; /* of the longest substring of the state */
    uint32_t link;   /* the state of its longest suffix that ends at more places */
    uint32_t first;  /* where it ends for the first time */
    uint32_t edges;  /* first edge, or NO_STATE */
} state;

typedef struct {
    int32_t letter;
    uint32_t target, next;
} edge;

typedef struct {
    state *states;
    edge *edges;
    uint32_t n_states, n_edges, last;
} automaton;

typedef struct {
    size_t from, to, length;
} stretch;

typedef struct {
    size_t from, from_end, to, to_end;
} region;

static edge *find_edge(const automaton *m, uint32_t s, int32_t letter) {
    for (uint32_t e = m->states[s].edges; e != NO_STATE; e = m->edges[e].next)
        if (m->edges[e].letter == letter) return &m->edges[e];
    return NULL;
}

static void add_edge(automaton *m, uint32_t s, int32_t letter, uint32_t target) {
    m->edges[m->n_edges] = (edge){ letter, target, m->states[s].edges };
    m->states[s].edges = m->n_edges++;
}

static uint32_t add_state(automaton *m, uint32_t length, uint32_t first) {
    m->states[m->n_states] = (state){ length, NO_STATE, first, NO_STATE };
    return m->n_states++;
}

/* Splits the substrings of target that end in p's longest one and letter off into a state of their own. */
static uint32_t clone_state(automaton *m, uint32_t p, int32_t letter, uint32_t target) {
    uint32_t clone = add_state(m, m->states[p].length + 1, m->states[target].first);
    for (uint32_t e = m->states[target].edges; e != NO_STATE; e = m->edges[e].next)
        add_edge(m, clone, m->edges[e].letter, m->edges[e].target);
    m->states[clone].link = m->states[target].link;
    m->states[target].link = clone;
    for (edge *e; p != NO_STATE && (e = find_edge(m, p, letter)) && e->target == target; p = m->states[p].link)
        e->target = clone;
    return clone;
}

static void add_letter(automaton *m, int32_t letter, uint32_t place) {
    uint32_t now = add_state(m, m->states[m->last].length + 1, place), p = m->last;
    edge *e = NULL;
    for (; p != NO_STATE && !(e = find_edge(m, p, letter)); p = m->states[p].link) add_edge(m, p, letter, now);
    if (p == NO_STATE)
        m->states[now].link = ROOT;
    else if (m->states[e->target].length == m->states[p].length + 1)
        m->states[now].link = e->target;
    else
        m->states[now].link = clone_state(m, p, letter, e->target);
    m->last = now;
}

static void build(automaton *m, const int32_t *letters, size_t start, size_t end) {
    m->n_states = m->n_edges = 0;
    m->last = add_state(m, 0, 0);
    for (size_t i = start; i < end; i++) add_letter(m, letters[i], (uint32_t)i);
}

/* The longest stretch of from[r] that the automaton (of to[r]) knows; length 0 when they share no letter. */
static stretch longest(const automaton *m, const int32_t *from, const region *r) {
    stretch best = { 0, 0, 0 };
    uint32_t s = ROOT;
    size_t length = 0;
    for (size_t i = r->from; i < r->from_end; i++) {
        edge *e;
        while (!(e = find_edge(m, s, from[i])) && s != ROOT) {
            s = m->states[s].link;
            length = m->states[s].length;
        }
        if (!e) continue;
        s = e->target;
        if (++length > best.length)
            best = (stretch){ i + 1 - length, m->states[s].first + 1 - length, length };
    }
    return best;
}

uint32_t *align_letters(arena *a, const int32_t *from, size_t n_from, const int32_t *to, size_t n_to) {
    uint32_t *out = arena_alloc(a, (n_from + 1) * sizeof *out);
    memset(out, 0xFF, (n_from + 1) * sizeof *out);
    automaton m = { .states = arena_alloc(a, (2 * n_to + 2) * sizeof *m.states),
                    .edges = arena_alloc(a, (3 * n_to + 6) * sizeof *m.edges) };
    VEC(region) open = { 0 };
    *vec_add(a, &open) = (region){ 0, n_from, 0, n_to };
    while (open.n) {
        region r = open.items[--open.n];
        if (r.from == r.from_end || r.to == r.to_end) continue;
        build(&m, to, r.to, r.to_end);
        stretch s = longest(&m, from, &r);
        if (s.length == 0) continue;
        for (size_t k = 0; k < s.length; k++) out[s.from + k] = (uint32_t)(s.to + k);
        *vec_add(a, &open) = (region){ r.from, s.from, r.to, s.to };
        *vec_add(a, &open) = (region){ s.from + s.length, r.from_end, s.to + s.length, r.to_end };
    }
    return out;
}
