/* SPDX-License-Identifier: MIT */
#include "page/grade.h"

/* Bytes: what a sentence has at least, what is prose without a full stop, what a scrap costs at most; of captions, of labels before
 * links ("Baca juga:"), of captions beside which the picture is all there is, of what half a page's prose has at least, and of
 * captions with a credit. BETWEEN and CARD count units: between headline and teaser, and in a card. */
enum { SENTENCE = 40, PROSE = 100, SCRAP = 50, CAPTION = 400, LABEL = 16, LONGEST_LABEL = 40,
       BETWEEN = 3, SHORT = 200, SUBSTANCE = 300, CARD = 12, CREDITED = 250 };

bool ends_sentence(str s) {
    static const char *const ENDS[] = { ".", "!", "?", "\"", "”", "’", "'", "…", ":", ")", "»", "“", "؟", "।", "。" };
    for (size_t k = 0; k < sizeof ENDS / sizeof *ENDS; k++)
        if (str_ends(s, str_of(ENDS[k]))) return true;
    return false;
}

bool unit_is_link(const page_tree *t, const page_unit *u) {
    size_t n = unit_size(u);
    if (u->links && u->label > 0 && u->label <= LONGEST_LABEL && u->label + u->links >= n) { /* "Baca juga berita ini: link" */
        str label = str_trim(str_cut(tree_text(t, u), 0, u->label));
        if (label.n && (strchr(":|>-", label.p[label.n - 1]) || str_ends(label, STR("»")) || str_ends(label, STR("–")))) return true;
    }
    return u->links && (u->links * 10 >= n * 9 || n - u->links < LABEL);
}

/* A text that begins as notices of cookies and the like do. */
static bool is_notice(const word_list *sections, str s) {
    const list_entry *entry;
    return list_longest(sections, s, 0, s.n, &entry) && str_eq(entry->column[0], STR("notice"));
}

/* "Warga di gerbang pelabuhan. (Ist)": what is said in the last bracket tells a caption. */
static bool is_credited(const word_list *sections, str s) {
    size_t at = s.n <= CREDITED && str_ends(s, STR(")")) ? str_find_last(s, STR("("), s.n) : SIZE_MAX;
    const list_entry *entry = at == SIZE_MAX || !sections ? NULL : list_find(sections, str_cut(s, at + 1, s.n - 1));
    return entry && str_eq(entry->column[0], STR("caption"));
}

static bool is_prose(const page_tree *t, const page_unit *u) {
    size_t n = unit_size(u), plain = n - u->links;
    if (u->tag & (TAG_HEADING | TAG_CAPTION) || plain * 3 < n) return false;
    if (plain >= PROSE) return true;
    bool ends = ends_sentence(tree_text(t, u)), in_p = u->tag & TAG_PARAGRAPH;
    if (plain < SENTENCE || (plain * 2 < n && !(ends && in_p))) return false;
    return ends || in_p;
}

/* ---- what is around */

typedef VEC(uint32_t) element_list;

/* Elements that are no boilerplate whatever those are called that they lie in: the title, bodies by name. */
static element_list find_anchors(const page_grades *g) {
    element_list out = { 0 };
    for (uint32_t i = 0; i < g->t->elements.n; i++) {
        const page_element *el = grade_element(g, i);
        bool h1 = el->level == 1 && el->last > el->first;
        bool named = el->hints & HINT_BODY && g->good[el->last] - g->good[el->first] > PROSE;
        if (h1 || named) *vec_add(g->t->home, &out) = i;
    }
    return out;
}

/* Whether an anchor lies in an element. */
static bool holds_anchor(const page_grades *g, const element_list *anchors, uint32_t i) {
    size_t from = 0, to = anchors->n;
    while (from < to) {
        size_t middle = (from + to) / 2;
        if (anchors->items[middle] <= i) from = middle + 1;
        else to = middle;
    }
    return from < anchors->n && anchors->items[from] < grade_element(g, i)->end;
}

static double sum_of(const double *sums, const page_element *el) { return sums[el->last] - sums[el->first]; }

/* Half of all prose of a page is not what its name says, be it called sidebar. */
static bool is_most(const page_grades *g, const page_element *el) {
    double good = sum_of(g->good, el);
    return good > SUBSTANCE && good * 2 > g->good[g->t->units.n];
}

/* A quotation's footer names who said it. */
static bool is_quoted(const page_grades *g, const page_element *el) {
    return tree_is(el, "footer") && grade_element(g, el->parent)->tag & TAG_QUOTE;
}

/* Cards and the like are teasers when a headline in them is a link. */
static bool has_headline_link(const page_grades *g, const page_element *el) {
    for (uint32_t i = el->first; i < el->last && i < el->first + CARD; i++)
        if (unit_is_link(g->t, grade_unit(g, i)) && unit_size(grade_unit(g, i)) >= GRADE_HEADLINE) return true;
    return false;
}

static unsigned away_by_name(const page_grades *g, const page_element *el) {
    unsigned away = 0;
    if (is_quoted(g, el)) return 0;
    if (el->tag & TAG_CAPTION || el->hints & HINT_CAPTION) away |= AWAY_CAPTION;
    if (el->hidden || el->hints & HINT_HIDDEN) away |= AWAY_HIDDEN;
    if (el->hints & HINT_COMMENTS) away |= AWAY_COMMENTS;
    if (el->tag & TAG_AROUND || el->hints & (HINT_AROUND | HINT_RELATED | HINT_TAGS | HINT_PAGER)) away |= AWAY_AROUND;
    if (el->hints & (HINT_BYLINE | HINT_TIME | HINT_AUTHOR)) away |= AWAY_BYLINE;
    if (el->hints & HINT_TEASER && has_headline_link(g, el)) away |= AWAY_TEASER;
    if (el->hints & HINT_BODY) away &= ~(unsigned)(AWAY_AROUND | AWAY_BYLINE | AWAY_CAPTION | AWAY_TEASER);
    return away;
}

static void mark_away(page_grades *g) {
    element_list anchors = find_anchors(g);
    for (uint32_t i = 1; i < g->t->elements.n; i++) {
        const page_element *el = grade_element(g, i);
        unsigned away = away_by_name(g, el);
        if (away && (tree_is(el, "body") || holds_anchor(g, &anchors, i) || (!(away & AWAY_COMMENTS) && is_most(g, el)))) away = 0;
        g->away[i] = (unsigned char)(away | g->away[el->parent]);
    }
}

/* ---- captions that have no name */

/* A short text that is alone with a picture, beside it and not around it, is its caption. */
static bool is_caption(const page_grades *g, uint32_t i) {
    const page_unit *u = grade_unit(g, i);
    if (unit_size(u) > CAPTION || u->tag & TAG_HEADING) return false;
    uint32_t own = u->element;
    const page_element *block = grade_element(g, own);
    if (!(u->tag & (TAG_PARAGRAPH | TAG_ITEM)) && block->last == block->first + 1 && unit_size(u) < SHORT && g->images[block->end] > g->images[own])
        return true;
    for (uint32_t k = grade_element(g, own)->parent, up = 0; up < 4 && k; k = grade_element(g, k)->parent, up++) {
        const page_element *el = grade_element(g, k);
        if (el->last - el->first > 2 || el->at.end - el->at.start > CAPTION + CAPTION / 2) return false;
        uint32_t beside = g->images[el->end] - g->images[k] - (g->images[grade_element(g, own)->end] - g->images[own]);
        if (beside) return true;
    }
    return false;
}

static void mark_captions(page_grades *g, const word_list *sections) {
    g->images = arena_raw(g->t->home, (g->t->elements.n + 1) * sizeof *g->images);
    uint32_t n = 0;
    for (uint32_t i = 0; i < g->t->elements.n; i++) {
        g->images[i] = n;
        n += (grade_element(g, i)->tag & TAG_IMAGE) != 0;
    }
    g->images[g->t->elements.n] = n;
    for (uint32_t i = 0; i < g->t->units.n; i++)
        if (is_credited(sections, tree_text(g->t, grade_unit(g, i)))) g->away[grade_unit(g, i)->element] |= AWAY_CAPTION;
    for (uint32_t i = 0; n && i < g->t->units.n; i++)
        if (!(g->away[grade_unit(g, i)->element] & AWAY_BYLINE) && is_caption(g, i)) /* an author may have a picture, too */
            g->away[grade_unit(g, i)->element] |= AWAY_CAPTION;
}

/* ---- teasers */

/* "Baca juga: " and the like, not a mark such as "»". */
static bool is_labelled(const page_tree *t, const page_unit *u) {
    char c = u->label ? tree_text(t, u).p[0] : ' ';
    return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z';
}

const page_unit *grade_headline(const page_grades *g, uint32_t i) {
    for (uint32_t back = 1; back <= BETWEEN && back <= i; back++) {
        const page_unit *u = grade_unit(g, i - back);
        bool link = unit_is_link(g->t, u);
        if (g->prose[i - back] || (u->level && !link)) return NULL;
        if (link && unit_size(u) >= GRADE_HEADLINE) return is_labelled(g->t, u) ? NULL : u;
    }
    return NULL;
}

bool grade_is_teaser(const page_grades *g, uint32_t i) {
    const page_unit *u = grade_headline(g, i);
    if (!u) return false;
    const page_element *both = grade_element(g, tree_common(g->t, u->element, grade_unit(g, i)->element));
    return both->last - both->first <= BETWEEN + 1;
}

/* ---- sums */

static void sum_up(page_grades *g, bool named) {
    double good = 0, bad = 0;
    for (uint32_t i = 0; i < g->t->units.n; i++) {
        const page_unit *u = grade_unit(g, i);
        size_t n = unit_size(u);
        g->good[i] = good, g->bad[i] = bad;
        if (named && g->away[u->element]) bad += g->away[u->element] & AWAY_CAPTION ? 0 : n < SCRAP ? (double)n / 2 : SCRAP / 2;
        else if (g->prose[i]) good += (double)(n - u->links);
        else bad += (double)(n < SCRAP ? n + 10 : SCRAP) + (unit_is_link(g->t, u) ? 20 : 0);
    }
    g->good[g->t->units.n] = good, g->bad[g->t->units.n] = bad;
}

page_grades grade_page(const page_tree *t, const word_list *sections) {
    page_grades g = { .t = t };
    g.good = arena_raw(t->home, (t->units.n + 1) * sizeof *g.good);
    g.bad = arena_raw(t->home, (t->units.n + 1) * sizeof *g.bad);
    g.prose = arena_raw(t->home, t->units.n + 1);
    g.away = arena_alloc(t->home, t->elements.n);
    g.notice = arena_raw(t->home, t->units.n + 1);
    for (uint32_t i = 0; i < t->units.n; i++) {
        g.notice[i] = is_notice(sections, tree_text(t, &t->units.items[i]));
        g.prose[i] = !g.notice[i] && is_prose(t, &t->units.items[i]);
    }
    sum_up(&g, false);
    mark_away(&g);
    mark_captions(&g, sections);
    sum_up(&g, true);
    return g;
}
