/* SPDX-License-Identifier: MIT */
#include "page/stamp.h"

enum { MOST_SEEN = 24, LONGEST_LINE = 260, WEST_INDONESIA = 7 * 60, EAST_INDONESIA = 9 * 60 };

/* One way in which a page tells a time. */
typedef struct {
    moment at;
    str from;
} stamp;

typedef struct {
    const page_facts *f;
    const word_list *months;
    stamp seen[MOST_SEEN];
    size_t n;
} stamps;

static void add(stamps *s, str text, str from) {
    moment m;
    if (s->n < MOST_SEEN && text.n && moment_read(&m, text, s->months)) s->seen[s->n++] = (stamp){ m, from };
}

/* What the site rules make of a machine's stamp. */
static str by_site(const page_facts *f, const char *field, str from, str value) {
    const rule_match *found = facts_site(f, field, from, value);
    str mended = found ? facts_value(f, found, "value") : STR_NONE, zone = found ? facts_value(f, found, "zone") : STR_NONE;
    return mended.n ? arena_join(f->home, (str[]){ mended, zone.p ? zone : STR("") }, 2) : value;
}

static bool is_midnight(moment m) { return m.minute <= 0; }

/* Where scripts find the time of "2 jam lalu". */
static const char *const DATA[] = { "data-time", "data-date", "data-datetime", "data-timestamp", "data-epoch", "data-published" };

static bool has_data(const page_tree *t, uint32_t i) {
    for (size_t k = 0; k < sizeof DATA / sizeof *DATA; k++)
        if (tree_has(t, i, DATA[k])) return true;
    return false;
}

/* Time elements, those of the article itself: around the title, not in teasers. */
static void add_elements(stamps *s, unit_range around) {
    const page_tree *t = &s->f->tree;
    for (uint32_t i = 0; i < t->elements.n; i++) {
        const page_element *el = &t->elements.items[i];
        if (el->last < around.from || el->first > around.to) continue;
        if (!tree_is(el, "time") && !(el->hints & HINT_TIME) && !has_data(t, i)) continue;
        str value = tree_attribute(t, i, "datetime");
        if (!value.n) value = tree_attribute(t, i, "content");
        if (!value.n) value = tree_attribute(t, i, "title");
        for (size_t k = 0; !value.n && k < sizeof DATA / sizeof *DATA; k++) value = tree_attribute(t, i, DATA[k]);
        if (value.n) add(s, value, STR("time-element"));
    }
}

/* The line of a unit near the article, as far as a time may stand in it; "" for what is the article's own, or others'. */
static str visible_line(const stamps *s, uint32_t i) {
    const page_tree *t = &s->f->tree;
    const page_body *b = &s->f->body;
    const page_unit *u = &t->units.items[i];
    uint32_t first = b->units.n ? b->units.items[0] : 0, last = b->units.n ? b->units.items[b->units.n - 1] : 0;
    bool of_article = i > first && i < last && !(t->elements.items[u->element].hints & HINT_TIME);
    str line = tree_text(t, u);
    if (of_article || b->grades.notice[i] || b->grades.away[u->element] & (AWAY_TEASER | AWAY_COMMENTS | AWAY_HIDDEN)) return STR("");
    if (line.n <= LONGEST_LINE) return line;
    return i <= first ? str_cut(line, 0, LONGEST_LINE) : STR(""); /* all in one, with the title */
}

/* What readers see: from the title on, then before it, where sites have today's date. */
static void add_visible(stamps *s, unit_range around) {
    uint32_t heading = s->f->title.heading ? s->f->tree.elements.items[s->f->title.heading].first : around.from;
    if (heading < around.from || heading > around.to) heading = around.from;
    for (uint32_t i = heading; i < around.to; i++) add(s, visible_line(s, i), STR("body"));
    for (uint32_t i = around.from; i < heading; i++) add(s, visible_line(s, i), STR("body"));
}

/* The visible time that shows the same day, or stands for it: the first behind the title, else the first. */
static const stamp *visible_near(const stamps *s, calendar_day day) {
    for (size_t i = 0; i < s->n; i++)
        if (str_eq(s->seen[i].from, STR("body")) && s->seen[i].at.minute >= 0 && calendar_distance(s->seen[i].at.day, day) <= 1) return &s->seen[i];
    return NULL;
}

static bool same_clock(moment a, moment b) { return a.minute == b.minute && calendar_compare(a.day, b.day) == 0; }

/* A stamp without a zone takes that of another with the same clock. One in Z that shows the clock that readers see with a
 * zone of Indonesia is in that zone. */
static moment with_zone(const stamps *s, moment m) {
    for (size_t i = 0; i < s->n && !m.zoned && m.minute >= 0; i++)
        if (s->seen[i].at.zoned && same_clock(s->seen[i].at, m)) m.zoned = true, m.zone = s->seen[i].at.zone;
    const stamp *v = visible_near(s, m.day);
    if (!v || m.minute < 0) return m;
    bool indonesian = v->at.zoned && v->at.zone >= WEST_INDONESIA && v->at.zone <= EAST_INDONESIA;
    if (same_clock(v->at, m) && indonesian && (!m.zoned || m.zone == 0)) m.zoned = true, m.zone = v->at.zone;
    return m;
}

/* Readers count days by the clock of the place: a stamp in UTC of an Indonesian page is told in the zone that readers see for
 * the same instant, or else in that of the West. */
static moment at_home(const stamps *s, moment m) {
    if (!m.zoned || m.zone != 0 || m.minute < 0 || !s->f->indonesian) return m;
    for (size_t i = 0; i < s->n; i++) {
        moment v = s->seen[i].at;
        if (v.zoned && v.zone != 0 && v.minute >= 0 && same_clock(moment_in_zone(m, v.zone), v)) return moment_in_zone(m, v.zone);
    }
    return moment_in_zone(m, WEST_INDONESIA);
}

/* The first stamp of a source, machine ones with their minute before those without. */
static const stamp *choose(const stamps *s) {
    static const char *const ORDER[] = { "json-ld", "meta", "time-element", "body" };
    const stamp *dated = NULL;
    for (size_t k = 0; k < sizeof ORDER / sizeof *ORDER; k++) {
        for (size_t i = 0; i < s->n; i++) {
            const stamp *x = &s->seen[i];
            if (!str_eq(x->from, str_of(ORDER[k]))) continue;
            if (dated && calendar_distance(x->at.day, dated->at.day) > 1) continue;
            if (!is_midnight(x->at)) return x;
            if (!dated) dated = x;
        }
    }
    return dated;
}

page_stamps stamps_find(const page_facts *f) {
    stamps s = { .f = f, .months = ruleset_list(f->rules, "months") };
    unit_range around = facts_around(f);
    add(&s, by_site(f, "published", STR("json-ld"), f->linked.published), STR("json-ld"));
    add(&s, by_site(f, "published", STR("meta"), meta_get(&f->meta, "published")), STR("meta"));
    add_elements(&s, around);
    add_visible(&s, around);
    page_stamps out = { .published = STR_NONE };
    const stamp *best = choose(&s);
    if (best) {
        out.published = moment_text(f->home, at_home(&s, with_zone(&s, best->at)));
        out.from = best->from;
    }
    str modified = by_site(f, "modified", STR("json-ld"), f->linked.modified);
    moment m;
    if (!modified.n) modified = by_site(f, "modified", STR("meta"), meta_get(&f->meta, "modified"));
    if (moment_read(&m, modified, s.months)) out.modified = moment_text(f->home, at_home(&s, with_zone(&s, m)));
    return out;
}
