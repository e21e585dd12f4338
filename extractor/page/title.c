/* SPDX-License-Identifier: MIT */
#include "page/title.h"

#include "base/limits.h"
#include "page/grade.h"
#include "page/letters.h"

/* Headings and other ways, at most. */
enum { MOST_WAYS = 12, LONGEST_SITE = 45, NEAR_UNITS = 2, SHORTEST = 15, LONGEST_TITLE = 200, BOLD_BEFORE = 8, PARAGRAPH = 120 };

typedef struct {
    str text;
    double weight;
    uint32_t heading; /* 0: not a heading */
} way;

typedef struct {
    way ways[MOST_WAYS];
    size_t n;
} ways;

static void add(ways *w, str text, double weight, uint32_t heading) {
    text = str_trim(text);
    if (text.n && text.n <= LIMIT_TITLE && w->n < MOST_WAYS) w->ways[w->n++] = (way){ text, weight, heading };
}

static bool is_way(const ways *w, str s) {
    for (size_t i = 0; i < w->n; i++)
        if (letters_same(w->ways[i].text, s)) return true;
    return false;
}

/* Whether one of the ways says a text, or the page itself behind its head: to the end of a line when whole. */
static bool is_said(const ways *w, const page_tree *t, str s, bool whole) {
    if (is_way(w, s)) return true;
    size_t from = 0; /* behind the title element's own text */
    for (uint32_t i = 0; i < t->elements.n; i++)
        if (tree_is(&t->elements.items[i], "title")) from = t->elements.items[i].at.end;
    str text = { t->text, t->n };
    size_t at = s.n < SHORTEST ? SIZE_MAX : str_find(text, s, from);
    while (whole && at != SIZE_MAX && text.p[at + s.n] != '\n') at = str_find(text, s, at + s.n);
    return at != SIZE_MAX;
}

/* One cut of "Judul - Situs", "Situs: Judul": what is left, and the site. */
typedef struct {
    str title, site;
} parting;

/* At a mark between: the site is behind it, or before it; it is known by its name, or what is left is said elsewhere. */
static bool part_at(parting *out, const ways *w, const page_tree *t, str text, size_t at, str mark, str site) {
    str left = str_cut(text, 0, at), right = str_cut(text, at + mark.n, text.n);
    bool bar = mark.p[0] == '|' || (mark.n > 1 && mark.p[1] == '|');
    if (right.n <= LONGEST_SITE && mark.p[0] != ':' && ((site.n && (letters_begin(right, site) || letters_begin(site, right))) || is_said(w, t, left, true) || (bar && left.n > right.n))) {
        *out = (parting){ left, right };
        return true;
    }
    bool named = site.n && letters_same(left, site), alone = w->n == 0; /* no heading, no other way */
    bool said = mark.p[0] != ':' && is_way(w, right);
    if (left.n <= LONGEST_SITE && (named || said || (alone && is_said(w, t, right, false)))) {
        *out = (parting){ right, left };
        return true;
    }
    return false;
}

static parting without_site(const ways *w, const page_tree *t, str text, str site) {
    static const char *const MARKS[] = { " | ", " - ", " – ", " — ", " « ", " » ", " · ", " :: ", "| ", " • ", ": " };
    parting out = { text, STR_NONE };
    if (text.n > LIMIT_TITLE) return out;
    for (size_t k = 0; k < sizeof MARKS / sizeof *MARKS; k++) {
        str mark = str_of(MARKS[k]);
        size_t last = str_find_last(text, mark, text.n), first = str_find(text, mark, 0);
        if (last == SIZE_MAX) continue;
        if (part_at(&out, w, t, text, last, mark, site) || (first != last && part_at(&out, w, t, text, first, mark, site))) return out;
    }
    return out;
}

/* Whether an element lies in a breadcrumb, a menu or another thing around. */
static bool is_around(const page_tree *t, uint32_t i) {
    for (int up = 0; up < 3; up++) {
        const page_element *el = &t->elements.items[i];
        if (el->tag & TAG_AROUND || el->hints & HINT_AROUND) return true;
        i = el->parent;
    }
    return false;
}

/* Where no heading is: the first short element that is called a title. */
static void add_named(ways *w, const page_tree *t) {
    for (uint32_t i = 0; i < t->elements.n; i++) {
        const page_element *el = &t->elements.items[i];
        if (!(el->hints & HINT_TITLE) || el->hidden || is_around(t, i) || el->last > el->first + 1) continue;
        if (el->at.end - el->at.start > LONGEST_TITLE + 2) continue; /* a space and a line feed around it */
        str line = tree_line(t, i);
        if (line.n < SHORTEST || line.n > LONGEST_TITLE || unit_is_link(t, &t->units.items[el->first])) continue;
        add(w, line, 1, i);
        return;
    }
}

/* Where nothing is called a title: the first line all in bold that text follows. */
static void add_bold(ways *w, const page_tree *t) {
    for (uint32_t i = 0; i < t->units.n; i++) {
        const page_unit *u = &t->units.items[i];
        str line = tree_text(t, u);
        if (line.n >= PARAGRAPH && u->links * 2 < line.n) return; /* the text has begun */
        if (line.n < SHORTEST || line.n > LONGEST_TITLE || u->strong * 10 < line.n * 9 || u->links || ends_sentence(line)) continue;
        for (uint32_t k = i + 1; k < t->units.n && k <= i + BOLD_BEFORE; k++) {
            if (unit_size(&t->units.items[k]) < PARAGRAPH) continue;
            add(w, line, 1, u->element);
            return;
        }
    }
}

/* h1 elements, and h2 elements that are called a title or follow an h1 closely. */
static void add_headings(ways *w, const page_tree *t) {
    size_t found = 0;
    uint32_t near = 0;
    bool crumb = false; /* the h1 stands in a breadcrumb: the h2 behind it is the title that readers see */
    for (uint32_t i = 0; i < t->elements.n && found < 4; i++) {
        const page_element *el = &t->elements.items[i];
        if (!(el->tag & TAG_HEADING) || el->hidden) continue;
        bool first = el->level == 1, second = el->level == 2;
        if (!first && !(second && near && el->first <= near + NEAR_UNITS)) continue;
        str line = tree_line(t, i);
        if (!line.n) continue;
        add(w, line, is_around(t, i) ? 0.3 : !first ? (crumb ? 1.5 : 0.4) : found == 0 ? 1.2 : 0.9, i);
        if (first) near = el->last, crumb = is_around(t, i);
        else crumb = false;
        found++;
    }
}

/* What all ways that say the same weigh together; a heading with a kicker before it says it, too. */
static double weight_of(const ways *w, size_t i) {
    double sum = 0;
    for (size_t k = 0; k < w->n; k++) {
        if (letters_same(w->ways[i].text, w->ways[k].text)) sum += w->ways[k].weight;
        else if (w->ways[k].heading && letters_end(w->ways[k].text, w->ways[i].text)) sum += w->ways[k].weight * 0.9;
    }
    return sum;
}

page_title title_find(const page_tree *t, const page_meta *m, const linked_facts *l) {
    ways w = { .n = 0 };
    str site = meta_get(m, "publisher");
    if (!site.n) site = l->publisher;
    add_headings(&w, t);
    if (w.n == 0) add_named(&w, t);
    if (w.n == 0) add_bold(&w, t);
    add(&w, l->headline, 1, 0);
    parting open = without_site(&w, t, meta_get(m, "title"), site);
    add(&w, open.title, 1, 0);
    add(&w, without_site(&w, t, meta_get(m, "retitle"), site).title, 0.3, 0);
    parting own = without_site(&w, t, m->title, site);
    add(&w, own.title, 0.9, 0);
    page_title out = { .site = own.site.n ? own.site : open.site };
    double most = 0;
    for (size_t i = 0; i < w.n; i++) {
        double weight = weight_of(&w, i);
        if (weight <= most) continue;
        most = weight;
        out.title = w.ways[i].text;
        out.heading = w.ways[i].heading;
    }
    for (size_t i = 0; i < w.n; i++) /* "Kicker: Judul" rather than a heading whose parts have no mark between */
        if (letters_same(w.ways[i].text, out.title) && w.ways[i].text.n > out.title.n && w.ways[i].weight >= 1) out.title = w.ways[i].text;
    for (size_t i = 0; i < w.n && !out.heading; i++)
        if (letters_end(w.ways[i].text, out.title)) out.heading = w.ways[i].heading;
    return out;
}
