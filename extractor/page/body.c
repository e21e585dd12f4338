#include "page/body.h"

#include "text/utf8.h"

/* Bytes: what a sentence has at least, what is prose without a full stop, and what a scrap costs at most. */
enum { SENTENCE = 40, PROSE = 100, SCRAP = 50, LEAST_LINKED = 300 };

/* What stands against a unit; several bits. */
enum { AWAY_AROUND = 1, AWAY_HIDDEN = 2, AWAY_COMMENTS = 4, AWAY_CAPTION = 8, AWAY_BYLINE = 16, AWAY_TEASER = 32 };

typedef struct {
    const page_tree *t;
    const body_hints *known;
    unsigned char *away;   /* for each element: AWAY_ bits, its own and those it is in */
    double *good, *bad;    /* sums over the units before each: [i] is that of units 0 … i-1 */
    bool *prose;           /* for each unit */
    VEC(uint32_t) anchors; /* elements that are no boilerplate whatever they are called: h1, bodies by name */
} finder;

static const page_element *element(const finder *f, uint32_t i) { return &f->t->elements.items[i]; }
static const page_unit *unit(const finder *f, uint32_t i) { return &f->t->units.items[i]; }
static size_t unit_size(const page_unit *u) { return u->at.end - u->at.start; }

static bool ends_sentence(str s) {
    static const char *const ENDS[] = { ".", "!", "?", "\"", "”", "’", "'", "…", ":", ")", "»", "“", "।", "。" };
    for (size_t k = 0; k < sizeof ENDS / sizeof *ENDS; k++)
        if (str_ends(s, str_of(ENDS[k]))) return true;
    return false;
}

static bool is_link(const page_unit *u) { return u->links * 10 >= unit_size(u) * 8; }

static bool is_prose(const finder *f, const page_unit *u) {
    size_t n = unit_size(u), plain = n - u->links;
    if (u->tag & (TAG_HEADING | TAG_CAPTION) || plain * 2 < n) return false;
    if (plain >= PROSE) return true;
    if (plain < SENTENCE) return false;
    return ends_sentence(tree_text(f->t, u)) || u->tag & TAG_PARAGRAPH;
}

/* ---- what is around */

static void find_anchors(finder *f) {
    for (uint32_t i = 0; i < f->t->elements.n; i++) {
        const page_element *el = element(f, i);
        bool h1 = el->tag & TAG_HEADING && el->node->name[1] == '1' && el->last > el->first;
        bool named = el->hints & HINT_BODY && el->last > el->first + 1;
        if (h1 || named) *vec_add(f->t->home, &f->anchors) = i;
    }
}

/* Whether one of the elements that must not be lost lies in an element. */
static bool holds_anchor(const finder *f, uint32_t i) {
    size_t from = 0, to = f->anchors.n;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (f->anchors.items[middle] <= i) from = middle + 1;
        else to = middle;
    }
    return from < f->anchors.n && f->anchors.items[from] < element(f, i)->end;
}

static double sum_of(const double *sums, const page_element *el) { return sums[el->last] - sums[el->first]; }

/* Half of all prose of a page is not what its name says, be it called sidebar. */
static bool is_most(const finder *f, const page_element *el) {
    return sum_of(f->good, el) * 2 > f->good[f->t->units.n];
}

static unsigned away_by_name(const finder *f, uint32_t i) {
    const page_element *el = element(f, i);
    unsigned away = 0;
    if (el->tag & TAG_CAPTION || el->hints & HINT_CAPTION) away |= AWAY_CAPTION;
    if (el->hidden || el->hints & HINT_HIDDEN) away |= AWAY_HIDDEN;
    if (el->hints & HINT_COMMENTS) away |= AWAY_COMMENTS;
    if (el->tag & TAG_AROUND || el->hints & (HINT_AROUND | HINT_RELATED | HINT_TAGS | HINT_PAGER)) away |= AWAY_AROUND;
    if (el->hints & (HINT_BYLINE | HINT_TIME | HINT_AUTHOR)) away |= AWAY_BYLINE;
    if (el->hints & HINT_TEASER) away |= AWAY_TEASER;
    if (el->hints & HINT_BODY) away &= ~(unsigned)(AWAY_AROUND | AWAY_BYLINE | AWAY_CAPTION | AWAY_TEASER);
    return away;
}

static void mark_away(finder *f) {
    f->away = arena_alloc(f->t->home, f->t->elements.n);
    for (uint32_t i = 1; i < f->t->elements.n; i++) {
        const page_element *el = element(f, i);
        unsigned away = away_by_name(f, i);
        if (away && (tree_is(el, "body") || holds_anchor(f, i) || (!(away & AWAY_COMMENTS) && is_most(f, el)))) away = 0;
        f->away[i] = (unsigned char)(away | f->away[el->parent]);
    }
}

/* ---- grades */

static void sum_up(finder *f, bool named) {
    double good = 0, bad = 0;
    for (uint32_t i = 0; i < f->t->units.n; i++) {
        const page_unit *u = unit(f, i);
        size_t n = unit_size(u);
        f->good[i] = good, f->bad[i] = bad;
        if (named && f->away[u->element]) bad += f->away[u->element] & AWAY_CAPTION ? 0 : n < SCRAP ? (double)n / 2 : SCRAP / 2;
        else if (f->prose[i]) good += (double)(n - u->links);
        else bad += (double)(n < SCRAP ? n + 10 : SCRAP) + (is_link(u) ? 20 : 0);
    }
    f->good[f->t->units.n] = good, f->bad[f->t->units.n] = bad;
}

static double gain(const finder *f, uint32_t i) {
    const page_element *el = element(f, i);
    double good = sum_of(f->good, el), weight = 1;
    if (el->hints & HINT_BODY) weight = 1.4;
    else if (el->hints & HINT_CONTENT || tree_is(el, "article") || tree_is(el, "main")) weight = 1.05;
    return good * weight - sum_of(f->bad, el);
}

static uint32_t best_element(const finder *f) {
    uint32_t best = 0;
    double most = -1e300;
    for (uint32_t i = 0; i < f->t->elements.n; i++) {
        if (!(element(f, i)->tag & (TAG_BLOCK | TAG_CELL)) || element(f, i)->last == element(f, i)->first) continue;
        double g = gain(f, i);
        if (g >= most) best = i, most = g;
    }
    return best;
}

/* ---- the units of the article */

/* A block within the article that is a list of links, whatever it is called. */
static bool is_link_list(const finder *f, const page_element *el) {
    size_t all = 0, links = 0;
    for (uint32_t i = el->first; i < el->last; i++) {
        all += unit_size(unit(f, i));
        links += unit(f, i)->links;
    }
    return links * 2 > all;
}

static bool same_letters(str a, str b) {
    size_t i = 0, k = 0;
    for (;;) {
        while (i < a.n && !ascii_digit(a.p[i]) && !(a.p[i] & 0x80) && !(ascii_lower(a.p[i]) >= 'a' && ascii_lower(a.p[i]) <= 'z')) i++;
        while (k < b.n && !ascii_digit(b.p[k]) && !(b.p[k] & 0x80) && !(ascii_lower(b.p[k]) >= 'a' && ascii_lower(b.p[k]) <= 'z')) k++;
        if (i == a.n || k == b.n) return i == a.n && k == b.n;
        if (ascii_lower(a.p[i++]) != ascii_lower(b.p[k++])) return false;
    }
}

static bool in_link_list(const finder *f, uint32_t root, const page_unit *u) {
    for (uint32_t i = u->element; i != root && element(f, i)->parent != i; i = element(f, i)->parent) {
        const page_element *el = element(f, i);
        if (el->last > el->first + 1 && is_link_list(f, el)) return true;
    }
    return false;
}

static bool belongs(const finder *f, uint32_t root, uint32_t i, bool paragraphs) {
    const page_unit *u = unit(f, i);
    str s = tree_text(f->t, u);
    if (f->away[u->element] & ~f->away[root]) return false;
    if (u->level == 1 || same_letters(s, f->known->title)) return false;
    if (is_link(u) && !(u->tag & TAG_CELL)) return false;
    if (!f->prose[i] && in_link_list(f, root, u)) return false;
    if (f->prose[i] || u->tag & (TAG_HEADING | TAG_PARAGRAPH | TAG_ITEM | TAG_QUOTE | TAG_CELL | TAG_ROW)) return true;
    return !paragraphs || ends_sentence(s);
}

/* Whether the prose of the article stands in p elements. */
static bool has_paragraphs(const finder *f, uint32_t root) {
    size_t in = 0, out = 0;
    for (uint32_t i = element(f, root)->first; i < element(f, root)->last; i++) {
        if (!f->prose[i]) continue;
        if (unit(f, i)->tag & TAG_PARAGRAPH) in += unit_size(unit(f, i));
        else out += unit_size(unit(f, i));
    }
    return in > out;
}

/* Takes headings away that nothing follows, and scraps before the first and behind the last prose. */
static void trim(const finder *f, page_body *b) {
    size_t n = 0, first = 0, last = b->units.n;
    while (first < last && !f->prose[b->units.items[first]]) first++;
    while (last > first && !f->prose[b->units.items[last - 1]]) last--;
    while (first > 0 && unit(f, b->units.items[first - 1])->level > 1) first--;
    for (size_t i = first; i < last; i++) {
        const page_unit *u = unit(f, b->units.items[i]);
        const page_unit *next = i + 1 < last ? unit(f, b->units.items[i + 1]) : NULL;
        if (u->level && next && next->level && next->level <= u->level) continue;
        b->units.items[n++] = b->units.items[i];
    }
    b->units.n = n;
}

static void collect(const finder *f, page_body *b) {
    bool paragraphs = has_paragraphs(f, b->root);
    for (uint32_t i = element(f, b->root)->first; i < element(f, b->root)->last; i++)
        if (belongs(f, b->root, i, paragraphs)) *vec_add(f->t->home, &b->units) = i;
    trim(f, b);
    for (size_t i = 0; i < b->units.n; i++)
        if (f->prose[b->units.items[i]]) b->size += unit_size(unit(f, b->units.items[i]));
}

static void write_text(const finder *f, page_body *b) {
    VEC(str) parts = { 0 };
    for (size_t i = 0; i < b->units.n; i++) {
        const page_unit *u = unit(f, b->units.items[i]);
        if (parts.n) *vec_add(f->t->home, &parts) = STR("\n");
        if (u->number) *vec_add(f->t->home, &parts) = arena_format(f->t->home, "%d. ", u->number);
        *vec_add(f->t->home, &parts) = tree_text(f->t, u);
    }
    b->text = arena_join(f->t->home, parts.items, parts.n);
}

page_body body_find(const page_tree *t, const body_hints *known) {
    finder f = { .t = t, .known = known };
    page_body b = { .root = 0 };
    f.good = arena_alloc(t->home, (t->units.n + 1) * sizeof *f.good);
    f.bad = arena_alloc(t->home, (t->units.n + 1) * sizeof *f.bad);
    f.prose = arena_alloc(t->home, t->units.n + 1);
    for (uint32_t i = 0; i < t->units.n; i++) f.prose[i] = is_prose(&f, unit(&f, i));
    find_anchors(&f);
    sum_up(&f, false);
    mark_away(&f);
    sum_up(&f, true);
    b.root = best_element(&f);
    collect(&f, &b);
    write_text(&f, &b);
    return b;
}
