/* SPDX-License-Identifier: MIT */
#include "store/personlink.h"

#include <stdlib.h>

#include "record/nameform.h"

static size_t group_of(const name_links *x, size_t i) {
    while (x->holders.items[i].parent != i) i = x->holders.items[i].parent;
    return i;
}

static bool overlap_in_time(const name_holder *a, const name_holder *b) {
    if (!a->first.p || !b->first.p) return false;
    size_t n = a->first.n < b->last.n ? a->first.n : b->last.n, m = b->first.n < a->last.n ? b->first.n : a->last.n;
    return memcmp(a->first.p, b->last.p, n) < 0 && memcmp(b->first.p, a->last.p, m) < 0;
}

static bool is_head(const name_links *x, const name_holder *h) {
    return h->region.n && x->heads && list_find(x->heads, h->title);
}

/* Whether a name was decided to be the same person's as one that fits the other: "Gus Topik" is, so is what fits that person's name. */
static bool decided_fit(const name_links *x, size_t i, size_t other) {
    for (size_t k = 0; k < x->decisions.n; k++) {
        const name_decision *d = &x->decisions.items[k];
        if (!d->same || (d->a != i && d->b != i)) continue;
        if (names_fit(x->holders.items[d->a == i ? d->b : d->a].name, x->holders.items[other].name, x->shorts) != NAMES_DIFFER) return true;
    }
    return false;
}

/* Whether two names cannot be one person's, whatever speaks for it. */
static bool exclude(const name_links *x, size_t i, size_t j) {
    const name_holder *a = &x->holders.items[i], *b = &x->holders.items[j];
    for (size_t k = 0; k < x->decisions.n; k++) {
        const name_decision *d = &x->decisions.items[k];
        if (!d->same && ((d->a == i && d->b == j) || (d->a == j && d->b == i))) return true;
    }
    if (names_fit(a->name, b->name, x->shorts) == NAMES_DIFFER && !decided_fit(x, i, j) && !decided_fit(x, j, i)) return true;
    return is_head(x, a) && is_head(x, b) && !str_eq(a->region, b->region) && overlap_in_time(a, b);
}

static bool groups_exclude(const name_links *x, size_t a, size_t b) {
    for (size_t i = a; i != SIZE_MAX; i = x->holders.items[i].next)
        for (size_t j = b; j != SIZE_MAX; j = x->holders.items[j].next)
            if (exclude(x, i, j)) return true;
    return false;
}

/* Makes one group of those of i and j, unless something speaks against it; checked: nothing may. */
static void join(name_links *x, size_t i, size_t j, bool checked, str because) {
    size_t a = group_of(x, i), b = group_of(x, j);
    if (a == b || (!checked && groups_exclude(x, a, b))) return;
    if (b < a) { size_t t = a; a = b; b = t; }
    size_t end = a;
    while (x->holders.items[end].next != SIZE_MAX) end = x->holders.items[end].next;
    x->holders.items[end].next = b;
    x->holders.items[b].parent = a;
    name_holder *told = &x->holders.items[group_of(x, i) == i && !x->holders.items[j].because.p ? j : i];
    if (told->because.p) told = &x->holders.items[j];
    if (!told->because.p) told->because = because;
}

static void join_decided(name_links *x) {
    for (size_t k = 0; k < x->decisions.n; k++) {
        const name_decision *d = &x->decisions.items[k];
        if (d->same) join(x, d->a, d->b, true, arena_format(x->home, "decided: line %lld of the list", (long long)d->line));
    }
}

static void join_named_together(name_links *x) {
    for (size_t k = 0; k < x->pairs.n; k++) {
        const name_pair *p = &x->pairs.items[k];
        join(x, p->a, p->b, false, arena_format(x->home, "article %lld names both offices of one person", (long long)p->article));
    }
}

/* A word of a name, and whose. */
typedef struct {
    uint32_t hash; /* in small letters */
    size_t holder;
} name_word;

/* Two names of one office that can be one person's; each is there twice, either way round. */
typedef struct {
    size_t a, b;
    name_fit fit;
} name_match;

typedef VEC(name_match) name_matches;

static int by_word(const void *a, const void *b) {
    const name_word *x = a, *y = b;
    if (x->hash != y->hash) return x->hash < y->hash ? -1 : 1;
    return x->holder < y->holder ? -1 : x->holder > y->holder;
}

static int by_pair(const void *a, const void *b) {
    const name_match *x = a, *y = b;
    if (x->a != y->a) return x->a < y->a ? -1 : 1;
    return x->b < y->b ? -1 : x->b > y->b;
}

/* FNV-1a over the small letters. */
static uint32_t hash_word(str word) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < word.n; i++) h = (h ^ (unsigned char)ascii_lower(word.p[i])) * 16777619u;
    return h;
}

static void add_match(name_links *x, name_matches *found, size_t a, size_t b) {
    const name_holder *all = x->holders.items;
    name_fit fit = a == b ? NAMES_DIFFER : names_fit(all[a].name, all[b].name, x->shorts);
    if (fit == NAMES_DIFFER) return;
    *vec_add(x->home, found) = (name_match){ a, b, fit };
    *vec_add(x->home, found) = (name_match){ b, a, fit };
}

/* Names that fit have a word in common, so that only such are compared: an office can have thousands of names. */
static name_matches find_matches(name_links *x, const size_t *members, size_t n) {
    VEC(name_word) words = { .n = 0 };
    name_matches found = { .n = 0 };
    for (size_t i = 0; i < n; i++)
        for (str rest = x->holders.items[members[i]].name; rest.p;) {
            str word = str_split(&rest, ' ');
            while (word.n && (word.p[word.n - 1] == '.' || word.p[word.n - 1] == ',')) word.n--;
            if (word.n > 1) *vec_add(x->home, &words) = (name_word){ hash_word(word), members[i] };
        }
    if (words.n) qsort(words.items, words.n, sizeof *words.items, by_word);
    for (size_t i = 0; i < words.n; i++)
        for (size_t k = i + 1; k < words.n && words.items[k].hash == words.items[i].hash; k++)
            add_match(x, &found, words.items[i].holder, words.items[k].holder);
    if (found.n) qsort(found.items, found.n, sizeof *found.items, by_pair);
    return found;
}

/* Notes names that fit two others which do not fit each other: whose they are cannot be told. */
static void mark_doubtful(name_links *x, const name_matches *found) {
    name_holder *all = x->holders.items;
    for (size_t i = 0, first = 0; i < found->n; i++) {
        const name_match *m = &found->items[i];
        if (m->a != found->items[first].a) first = i;
        size_t other = found->items[first].b;
        if (other != m->b && names_fit(all[other].name, all[m->b].name, x->shorts) == NAMES_DIFFER) all[m->a].doubtful = true;
    }
}

static void join_in_office(name_links *x, const size_t *members, size_t n) {
    const name_holder *all = x->holders.items;
    name_matches found = find_matches(x, members, n);
    mark_doubtful(x, &found);
    for (size_t k = 0; k < found.n; k++) {
        size_t i = found.items[k].a, j = found.items[k].b;
        if (i > j || (found.items[k].fit == NAMES_FIT && (all[i].doubtful || all[j].doubtful))) continue;
        join(x, i, j, false,
             found.items[k].fit == NAMES_SAME ? STR("the same office, the same name")
                                              : arena_format(x->home, "the same office; a form of %.*s",
                                                             STR_ARG(all[i].words < all[j].words ? all[j].name : all[i].name)));
    }
}

static int by_office(const void *a, const void *b) {
    const name_holder *x = *(const name_holder *const *)a, *y = *(const name_holder *const *)b;
    if (x->office != y->office) return x->office < y->office ? -1 : 1;
    return x->id < y->id ? -1 : 1;
}

/* An office of which nothing says where it is: that two articles name it says nothing. */
static bool is_placed(const name_links *x, const name_holder *h) {
    return h->region.n || !str_ends(h->key, STR("|")) || (x->nation && list_find(x->nation, h->title));
}

/* What ties two offices: the same region, a region and its province, the national government. STR_NONE: nothing. */
static str tie(const name_links *x, const name_holder *a, const name_holder *b) {
    if (a->region.n && b->region.n) {
        const name_holder *wide = a->region.n <= b->region.n ? a : b, *narrow = wide == a ? b : a;
        if (!str_starts(narrow->region, wide->region)) return STR_NONE;
        bool far = narrow->region.n > wide->region.n; /* a province has many of one name of two words */
        if (far && a->words < 3 && !is_head(x, a) && !is_head(x, b)) return STR_NONE;
        return arena_format(x->home, "the same name in region %.*s", STR_ARG(wide->region));
    }
    bool nation_a = x->nation && list_find(x->nation, a->title), nation_b = x->nation && list_find(x->nation, b->title);
    return nation_a && nation_b ? STR("the same name in the national government") : STR_NONE;
}

/* Names without an office: the only official of that name. */
static void join_alone(name_links *x, size_t i, const size_t *members, size_t n) {
    const name_holder *all = x->holders.items;
    size_t found = SIZE_MAX;
    for (size_t k = 0; k < n; k++) {
        size_t j = members[k];
        if (!all[j].office) continue;
        if (found != SIZE_MAX && group_of(x, found) != group_of(x, j)) return;
        if (found == SIZE_MAX || (!all[found].region.n && all[j].region.n)) found = j;
    }
    if (found == SIZE_MAX) return;
    bool near = x->nation && list_find(x->nation, all[found].title);
    if (!near && all[found].region.n && x->near_region) near = x->near_region(all[i].id, all[found].region, x->payload);
    if (near) join(x, i, found, false, STR("the only official of that name, in an article about their region"));
}

static void join_namesakes(name_links *x, const size_t *members, size_t n) {
    const name_holder *all = x->holders.items;
    for (size_t a = 0; a < n; a++) {
        for (size_t b = a + 1; b < n && all[members[a]].office; b++) {
            if (!all[members[b]].office) continue;
            str why = tie(x, &all[members[a]], &all[members[b]]);
            if (why.p) join(x, members[a], members[b], false, why);
        }
    }
    for (size_t a = 0; a < n; a++)
        if (!all[members[a]].office) join_alone(x, members[a], members, n);
}

static int by_name(const void *a, const void *b) {
    const name_holder *x = *(const name_holder *const *)a, *y = *(const name_holder *const *)b;
    size_t n = x->name.n < y->name.n ? x->name.n : y->name.n;
    for (size_t i = 0; i < n; i++) {
        char c = ascii_lower(x->name.p[i]), d = ascii_lower(y->name.p[i]);
        if (c != d) return c < d ? -1 : 1;
    }
    if (x->name.n != y->name.n) return x->name.n < y->name.n ? -1 : 1;
    return x->id < y->id ? -1 : 1;
}

static bool of_one_office(const name_holder *a, const name_holder *b) { return a->office == b->office; }

static bool in_placed_office(const name_links *x, const name_holder *h) { return h->office && is_placed(x, h); }

static bool of_one_name(const name_holder *a, const name_holder *b) { return str_eq_fold(a->name, b->name); }

static bool of_several_words(const name_links *x, const name_holder *h) { return (void)x, h->words > 1; }

/* A way of putting names together: those that belong together stand one behind another in some order. */
typedef struct {
    int (*order)(const void *a, const void *b);
    bool (*together)(const name_holder *a, const name_holder *b);
    bool (*counts)(const name_links *x, const name_holder *h);
    void (*join)(name_links *x, const size_t *members, size_t n);
} grouping;

static void join_groups(name_links *x, const grouping *by) {
    size_t n = x->holders.n, members = 0;
    const name_holder **sorted = arena_alloc(x->home, n * sizeof *sorted + 1);
    size_t *group = arena_alloc(x->home, n * sizeof *group + 1);
    for (size_t i = 0; i < n; i++) sorted[i] = &x->holders.items[i];
    qsort(sorted, n, sizeof *sorted, by->order);
    for (size_t i = 0; i < n; i++) {
        if (members && !by->together(sorted[i], &x->holders.items[group[0]])) {
            by->join(x, group, members);
            members = 0;
        }
        if (sorted[i]->seen && by->counts(x, sorted[i])) group[members++] = (size_t)(sorted[i] - x->holders.items);
    }
    by->join(x, group, members);
}

void names_link(name_links *x) {
    for (size_t i = 0; i < x->holders.n; i++) {
        name_holder *h = &x->holders.items[i];
        h->parent = i;
        h->next = SIZE_MAX;
        h->words = name_words(h->name);
        h->because = STR_NONE;
    }
    join_decided(x);
    join_named_together(x);
    join_groups(x, &(grouping){ by_office, of_one_office, in_placed_office, join_in_office });
    join_groups(x, &(grouping){ by_name, of_one_name, of_several_words, join_namesakes });
}
