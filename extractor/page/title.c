#include "page/title.h"

#include "page/letters.h"

/* Headings and other ways, at most. */
enum { MOST_WAYS = 12, LONGEST_SITE = 45, NEAR_UNITS = 2 };

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
    if (text.n && w->n < MOST_WAYS) w->ways[w->n++] = (way){ text, weight, heading };
}

/* "Judul - Situs" and "Situs: Judul" without the site: a short part behind (or before) the last mark between, when it is
 * the publisher's name or the rest is said elsewhere, too. */
static str without_site(const ways *w, str text, str site) {
    static const char *const MARKS[] = { " | ", " - ", " – ", " — ", " « ", " » ", " · ", " :: ", "| ", " • " };
    for (size_t k = 0; k < sizeof MARKS / sizeof *MARKS; k++) {
        str mark = str_of(MARKS[k]);
        size_t at = str_find_last(text, mark, text.n);
        while (at != SIZE_MAX && at > 0) {
            str rest = str_cut(text, 0, at), end = str_cut(text, at + mark.n, text.n);
            for (size_t i = 0; i < w->n; i++)
                if (letters_same(w->ways[i].text, rest)) return rest;
            if ((site.n && (letters_begin(end, site) || letters_begin(site, end))) || (k == 0 && end.n <= LONGEST_SITE && rest.n > end.n))
                return rest;
            at = at > mark.n ? str_find_last(text, mark, at) : SIZE_MAX;
        }
    }
    return text;
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

/* h1 elements, and h2 elements that are called a title or follow an h1 closely. */
static void add_headings(ways *w, const page_tree *t) {
    size_t found = 0;
    uint32_t near = 0;
    bool crumb = false; /* the h1 stands in a breadcrumb: the h2 behind it is the title that readers see */
    for (uint32_t i = 0; i < t->elements.n && found < 4; i++) {
        const page_element *el = &t->elements.items[i];
        if (!(el->tag & TAG_HEADING) || el->hidden) continue;
        bool first = el->node->name[1] == '1', second = el->node->name[1] == '2';
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
    add(&w, l->headline, 1, 0);
    add(&w, without_site(&w, meta_get(m, "title"), site), 1, 0);
    add(&w, without_site(&w, meta_get(m, "retitle"), site), 0.3, 0);
    add(&w, without_site(&w, m->title, site), 0.9, 0);
    page_title out = { .title = STR_NONE };
    double most = 0;
    for (size_t i = 0; i < w.n; i++) {
        double weight = weight_of(&w, i);
        if (weight <= most) continue;
        most = weight;
        out = (page_title){ w.ways[i].text, w.ways[i].heading };
    }
    for (size_t i = 0; i < w.n; i++) /* "Kicker: Judul" rather than a heading whose parts have no mark between */
        if (letters_same(w.ways[i].text, out.title) && w.ways[i].text.n > out.title.n && w.ways[i].weight >= 1) out.title = w.ways[i].text;
    for (size_t i = 0; i < w.n && !out.heading; i++)
        if (letters_end(w.ways[i].text, out.title)) out.heading = w.ways[i].heading;
    return out;
}
