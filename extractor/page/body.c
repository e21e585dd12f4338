/* SPDX-License-Identifier: MIT */
#include "page/body.h"

#include "page/letters.h"
#include "page/linkedtext.h"

/* A summary is sought in so many units; bytes that a description and it must share; how short it may be; the place
 * before it. */
enum { LEAD_WITHIN = 14, LEAD_SAMPLE = 40, LEAD_LEAST = 30, LEAD_PLACE = 20, CLOSING = 15, PLACE = 40, SECTION = 40, ENOUGH = 250, ADVERT = 2, TITLE_WORDS = 24,
       PROSE_RUN = 100 };

/* A run of siblings has to gain so many times what the best element gains. */
static const double RUN_MORE = 1.25;

typedef struct {
    const page_tree *t;
    const body_hints *known;
    page_grades *g;
    page_body *b;
    linked_text linked;
    bool *link_list; /* for each element within the root: it is a list of links, or lies in one */
    bool paragraphs; /* the prose stands in p elements */
} finder;

static const page_element *element(const finder *f, uint32_t i) { return &f->t->elements.items[i]; }
static const page_unit *unit(const finder *f, uint32_t i) { return &f->t->units.items[i]; }

/* ---- the element */

static double gain(const finder *f, uint32_t i) {
    const page_element *el = element(f, i);
    double good = f->g->good[el->last] - f->g->good[el->first], weight = 1;
    if (el->hints & HINT_BODY) weight = 1.4;
    else if (el->hints & HINT_CONTENT || tree_is(el, "article") || tree_is(el, "main")) weight = 1.05;
    return good * weight - (f->g->bad[el->last] - f->g->bad[el->first]);
}

/* The element that gains most, and what; 0: none gains, there is no prose. */
static double best_element(const finder *f) {
    double most = 0;
    for (uint32_t i = 1; i < f->t->elements.n; i++) {
        const page_element *el = element(f, i);
        if (!(el->tag & (TAG_BLOCK | TAG_CELL)) || el->last == el->first) continue;
        double g = gain(f, i);
        if (g >= most) f->b->root = i, f->b->first = el->first, f->b->last = el->last, most = g;
    }
    return most;
}

/* What units before one are worth. */
static double worth(const finder *f, uint32_t unit) { return f->g->good[unit] - f->g->bad[unit]; }

/* On pages without a block for the article its paragraphs lie side by side with menus: of all runs of siblings the one that gains most is
 * taken (in one pass, from the cheapest start before each), when it gains clearly more than the best element, most. */
static void best_run(finder *f, double most) {
    uint32_t *starts = arena_alloc(f->t->home, f->t->elements.n * sizeof *starts); /* for each parent, the child that the run begins with; 0: none yet */
    most = most * RUN_MORE + PROSE_RUN;
    for (uint32_t i = 1; i < f->t->elements.n; i++) {
        const page_element *el = element(f, i);
        if (!(el->tag & TAG_BLOCK) || el->last == el->first) continue;
        uint32_t *start = &starts[el->parent];
        if (!*start || worth(f, el->first) <= worth(f, element(f, *start)->first)) *start = i;
        double g = worth(f, el->last) - worth(f, element(f, *start)->first);
        if (g <= most) continue;
        most = g;
        f->b->root = el->parent, f->b->first = element(f, *start)->first, f->b->last = el->last;
    }
}

/* Whether the prose of the article stands in p elements. */
static bool has_paragraphs(const finder *f) {
    size_t in = 0, out = 0;
    for (uint32_t i = f->b->first; i < f->b->last; i++) {
        if (!f->g->prose[i]) continue;
        if (unit(f, i)->tag & TAG_PARAGRAPH) in += unit_size(unit(f, i));
        else out += unit_size(unit(f, i));
    }
    return in > out;
}

/* ---- its units */

/* Marks the elements within the article that are lists of links, whatever they are called, and what is in them. */
static void mark_link_lists(finder *f) {
    size_t n = f->t->units.n, *all = arena_raw(f->t->home, (n + 1) * sizeof *all), *links = arena_raw(f->t->home, (n + 1) * sizeof *links);
    all[0] = links[0] = 0;
    for (uint32_t i = 0; i < n; i++) {
        all[i + 1] = all[i] + unit_size(unit(f, i));
        links[i + 1] = links[i] + unit(f, i)->links;
    }
    f->link_list = arena_alloc(f->t->home, f->t->elements.n);
    for (uint32_t i = f->b->root + 1; i < element(f, f->b->root)->end; i++) {
        const page_element *el = element(f, i);
        bool own = el->last > el->first + 1 && (links[el->last] - links[el->first]) * 2 > all[el->last] - all[el->first];
        f->link_list[i] = own || f->link_list[el->parent];
    }
}

static bool belongs(const finder *f, uint32_t i) {
    const page_unit *u = unit(f, i);
    str s = tree_text(f->t, u);
    if (f->linked.within && f->linked.within[i] && !(f->g->away[u->element] & AWAY_COMMENTS)) return true;
    if (f->g->away[u->element] & ~f->g->away[f->b->root]) return false;
    if (u->level == 1 || letters_same(s, f->known->title)) return false;
    if (unit_is_link(f->t, u) && !(u->tag & TAG_CELL)) return false;
    if (!f->g->prose[i] && f->link_list[u->element]) return false;
    if (f->g->prose[i] || u->tag & (TAG_HEADING | TAG_PARAGRAPH | TAG_ITEM | TAG_QUOTE | TAG_CELL | TAG_ROW)) return true;
    return !f->paragraphs || ends_sentence(s);
}

/* Where JSON-LD has all of the text, a paragraph that it does not have was put between. */
static bool was_put_between(const finder *f, uint32_t i) {
    return f->linked.covered > 0.8 && f->linked.covered < 1.3 && !f->linked.within[i] &&
           !(unit(f, i)->tag & (TAG_HEADING | TAG_ITEM | TAG_QUOTE | TAG_CELL));
}

/* Whether most words of a unit are the title's: the title once more, with a kicker, or cut short. */
static bool repeats_title(const finder *f, uint32_t i) {
    str s = tree_text(f->t, unit(f, i)), rest = s;
    size_t all = 0, same = 0, title = f->known->title.n;
    if (title > 20 && s.n < 2 * title + 200 && str_find(s, f->known->title, 0) != SIZE_MAX) return true;
    while (rest.p && all < TITLE_WORDS) {
        str word = str_split(&rest, ' ');
        if (word.n < 2) continue;
        all++;
        same += str_find(f->known->title, word, 0) != SIZE_MAX;
    }
    return all > 2 && s.n < 2 * title + 40 && same * 10 >= all * 6;
}

/* A heading that stands before another of its kind, or whose text was left out, heads nothing of the article. */
static bool heads_nothing(const finder *f, size_t i, size_t last) {
    uint32_t own = f->b->units.items[i], next = i + 1 < last ? f->b->units.items[i + 1] : own;
    if (!unit(f, own)->level || !unit(f, next)->level || unit(f, next)->level > unit(f, own)->level) return false;
    for (uint32_t k = own + 1; k < next; k++)
        if (!(f->g->away[unit(f, k)->element] & AWAY_CAPTION)) return true;
    return false;
}

/* A heading of the text, not the title in other words. */
static bool heads(const finder *f, uint32_t i) {
    const page_unit *u = unit(f, i);
    return u->level > 1 && !repeats_title(f, i) && !(element(f, u->element)->hints & HINT_TITLE);
}

/* Whether a unit can be the article's last. */
static bool closes(const finder *f, uint32_t i) {
    const page_unit *u = unit(f, i);
    if (f->linked.within && f->linked.within[i]) return true;
    if (grade_is_teaser(f->g, i)) return false;
    return f->g->prose[i] || (u->tag & (TAG_PARAGRAPH | TAG_ITEM | TAG_QUOTE) && unit_size(u) >= CLOSING && ends_sentence(tree_text(f->t, u)) && !u->links);
}

/* "Cirebon -" outside of the first paragraph; 0: there is none. */
static uint32_t place_before(const finder *f, uint32_t i) {
    if (i == 0 || f->g->away[unit(f, i - 1)->element]) return 0;
    str s = tree_text(f->t, unit(f, i - 1));
    return s.n <= PLACE && (str_ends(s, STR("-")) || str_ends(s, STR("–")) || str_ends(s, STR("—"))) ? i - 1 : 0;
}

/* Takes headings away that head nothing, and scraps before the first and behind the last prose. */
static void trim(finder *f) {
    page_body *b = f->b;
    size_t n = 0, first = 0, last = b->units.n;
    while (first < last && (!f->g->prose[b->units.items[first]] || repeats_title(f, b->units.items[first]))) first++;
    while (last > first && !closes(f, b->units.items[last - 1])) last--;
    while (first > 0 && heads(f, b->units.items[first - 1])) first--;
    if (first < last) b->place = place_before(f, b->units.items[first]);
    for (size_t i = first; i < last; i++)
        if (!heads_nothing(f, i, last)) b->units.items[n++] = b->units.items[i];
    b->units.n = n;
}

/* ---- the summary under the title */

static bool is_named_lead(const finder *f, const page_unit *u) {
    uint32_t i = u->element;
    for (int up = 0; up < 4; up++) {
        if (element(f, i)->hints & HINT_LEAD) return true;
        if (element(f, i)->parent == i) break;
        i = element(f, i)->parent;
    }
    return false;
}

/* A place may stand before it: "Kediri. Pemerintah Kota …". */
static bool is_described(const finder *f, str s) {
    str sample = letters_only(f->t->home, f->known->description, LEAD_SAMPLE);
    return sample.n == LEAD_SAMPLE && str_find(letters_only(f->t->home, s, LEAD_SAMPLE + LEAD_PLACE), sample, 0) != SIZE_MAX;
}

static bool is_lead(const finder *f, uint32_t i) {
    const page_unit *u = unit(f, i);
    str s = tree_text(f->t, u);
    unsigned away = f->g->away[u->element];
    if (away & (AWAY_HIDDEN | AWAY_COMMENTS | AWAY_CAPTION) || u->level == 1 || unit_is_link(f->t, u) || s.n < LEAD_LEAST) return false;
    if (repeats_title(f, i)) return false;
    return is_described(f, s) || (!away && is_named_lead(f, u));
}

/* From the title to the first unit of the article; the summary goes before it. */
static void add_lead(finder *f) {
    uint32_t heading = f->known->heading, first = f->b->units.n ? f->b->units.items[0] : 0;
    uint32_t from = heading ? element(f, heading)->last : 0;
    if (from >= first || first - from > 3 * LEAD_WITHIN) from = first > LEAD_WITHIN ? first - LEAD_WITHIN : 0;
    VEC(uint32_t) all = { 0 };
    for (uint32_t i = from; i < first; i++)
        if (is_lead(f, i)) *vec_add(f->t->home, &all) = i;
    for (size_t i = 0; i < f->b->units.n && all.n; i++) *vec_add(f->t->home, &all) = f->b->units.items[i];
    if (all.n) memcpy(&f->b->units, &all, sizeof all);
}

/* ---- what other things are called that follow an article, or stand within it */

/* What a line is called without its colon and count: "Komentar (3) :". */
static str bare_line(str s) {
    for (size_t n = s.n + 1; n != s.n;) {
        n = s.n;
        while (s.n && strchr(" :()»>|", s.p[s.n - 1])) s.n--;
        while (s.n && ascii_digit(s.p[s.n - 1])) s.n--;
        while (s.n && (ascii_digit(s.p[0]) || s.p[0] == ' ')) s = str_cut(s, 1, s.n);
    }
    return s;
}

/* The list's entry for a unit that opens such a section; NULL: it does not. */
static const list_entry *section_at(const finder *f, uint32_t i) {
    str s = tree_text(f->t, unit(f, i));
    if (s.n > SECTION || !f->known->sections || f->g->away[unit(f, i)->element]) return NULL;
    s = bare_line(s);
    return s.n ? list_find(f->known->sections, s) : NULL;
}

/* Whether half of the article's prose at least stands before a unit. */
static bool is_half(const finder *f, uint32_t i) {
    const double *good = f->g->good;
    return (good[i] - good[f->b->first]) * 2 >= good[f->b->last] - good[f->b->first];
}

/* The first unit behind a section of links that begins at i. */
static uint32_t behind_links(const finder *f, uint32_t i) {
    for (i++; i < f->b->last; i++) {
        const page_unit *u = unit(f, i);
        bool linked = unit_is_link(f->t, u) || u->links * 4 >= unit_size(u) || f->g->away[u->element];
        if (!linked && !grade_is_teaser(f->g, i)) break;
    }
    return i;
}

/* An advertisement that is labelled lies in one small block with its label. */
static uint32_t behind_advert(const finder *f, uint32_t i) {
    uint32_t next = i + 1;
    while (next < f->b->last && next <= i + ADVERT) {
        const page_element *both = element(f, tree_common(f->t, unit(f, i)->element, unit(f, next)->element));
        if (both->last - both->first > ADVERT + 1) break;
        next++;
    }
    return next;
}

/* A notice over a list (a summary that a machine made) is about the list. */
static uint32_t behind_notice(const finder *f, uint32_t i) {
    uint32_t next = i + 1;
    while (next < f->b->last && unit(f, next)->tag & TAG_ITEM) next++;
    return next;
}

/* ---- all together */

static void collect(finder *f) {
    page_body *b = f->b;
    f->paragraphs = has_paragraphs(f);
    mark_link_lists(f);
    size_t prose = 0;
    for (uint32_t i = b->first; i < b->last; i++) {
        if (unit(f, i)->level == 1 && prose >= ENOUGH && !repeats_title(f, i)) break; /* the next article */
        const list_entry *section = section_at(f, i);
        if (section && str_eq(section->column[0], STR("advert"))) {
            i = behind_advert(f, i) - 1;
            continue;
        }
        if (f->g->notice[i]) {
            i = behind_notice(f, i) - 1;
            continue;
        }
        if (section && str_eq(section->column[0], STR("end")) && prose >= ENOUGH && is_half(f, i)) break;
        if (section && str_eq(section->column[0], STR("links"))) {
            i = behind_links(f, i) - 1;
            continue;
        }
        if (!belongs(f, i) || (f->linked.within && was_put_between(f, i) && !is_lead(f, i))) continue;
        *vec_add(f->t->home, &b->units) = i;
        if (f->g->prose[i]) prose += unit_size(unit(f, i));
    }
    trim(f);
    add_lead(f);
    for (size_t i = 0; i < b->units.n; i++)
        if (f->g->prose[b->units.items[i]]) b->size += unit_size(unit(f, b->units.items[i]));
}

/* All that is read of a piece that has no prose. */
static void take_all(finder *f) {
    f->b->units.n = 0;
    for (uint32_t i = 0; i < f->t->units.n; i++)
        if (!f->g->away[unit(f, i)->element]) *vec_add(f->t->home, &f->b->units) = i;
}

static void write_text(const finder *f) {
    page_body *b = f->b;
    VEC(str) parts = { 0 };
    for (size_t i = 0; i < b->units.n; i++) {
        const page_unit *u = unit(f, b->units.items[i]);
        if (parts.n) *vec_add(f->t->home, &parts) = STR("\n");
        if (b->place && b->units.items[i] == b->place + 1) {
            *vec_add(f->t->home, &parts) = tree_text(f->t, unit(f, b->place));
            *vec_add(f->t->home, &parts) = STR(" ");
        }
        if (u->number) *vec_add(f->t->home, &parts) = arena_format(f->t->home, "%d. ", u->number);
        *vec_add(f->t->home, &parts) = tree_text(f->t, u);
    }
    b->text = arena_join(f->t->home, parts.items, parts.n);
}

page_body body_find(const page_tree *t, const body_hints *known) {
    page_body b = { .grades = grade_page(t, known->sections) };
    finder f = { .t = t, .known = known, .g = &b.grades, .b = &b };
    f.linked = linked_text_find(f.g, known->linked);
    best_run(&f, best_element(&f));
    if (b.root) collect(&f);
    if (known->bare && b.size == 0) take_all(&f);
    write_text(&f);
    if (f.linked.within && b.text.n * 2 < known->linked.n) {
        b.text = known->linked;
        b.size = b.text.n;
        b.from_linked = true;
    }
    return b;
}
