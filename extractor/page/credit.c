/* SPDX-License-Identifier: MIT */
#include "page/credit.h"

#include "base/address.h"
#include "page/letters.h"

/* Bytes, and CLOSE: units between title or text and a byline. */
enum { LONGEST_NAME = 70, LONGEST_LINE = 240, LONGEST_CAPTION = 2000, MOST_CREDITS = 40, CLOSE = 4, SHORT_NAME = 5 };

typedef struct {
    const page_facts *f;
    const word_list *labels, *prefixes, *accounts, *companies, *regions, *weekdays, *degrees, *joints, *sections;
    credit_list out;
    bool seen; /* what is read now is what readers see */
} credits;

static bool is_editor(str role) { return str_eq(role, STR("editor")); }
static bool is_writer(str role) { return str_eq(role, STR("reporter")) || str_eq(role, STR("author")); }

/* ---- names */

/* The bytes that stand at the end of a name and are none of it; 0: none do. */
static size_t loose_end(str s) {
    static const char *const MARKS[] = { "•", "·", "–", "—", "|", "-", "/", ",", ";", ":", " ", "(", "*" };
    for (size_t k = 0; k < sizeof MARKS / sizeof *MARKS; k++)
        if (str_ends(s, str_of(MARKS[k]))) return str_of(MARKS[k]).n;
    str last = str_last_word(s);
    bool short_form = s.n < 5 || last.n < 3 || (last.n && memchr(last.p, '.', last.n - 1)); /* "M." and "S.Pd." */
    return s.n && s.p[s.n - 1] == '.' && !short_form;
}

static str without_loose_ends(str s) {
    while (s.n && strchr(":|/,;-*. ", s.p[0])) s = str_cut(s, 1, s.n);
    for (size_t n; s.n && (n = loose_end(s)) > 0;) s.n -= n;
    return s;
}

/* The length of a label or prefix at the start, with what joins it to the name; 0: there is none. */
static size_t label_at_start(const credits *c, str s) {
    size_t n = list_longest(c->prefixes, s, 0, s.n, NULL);
    if (!n) n = list_longest(c->labels, s, 0, s.n, NULL);
    if (!n || n >= s.n || (s.p[n] != ' ' && s.p[n] != ':')) return 0;
    return n;
}

/* "Kontributor Ende" is nobody's name. */
static bool is_desk(const credits *c, str s) {
    size_t n = list_longest(c->labels, s, 0, s.n, NULL);
    str rest = n && n < s.n ? str_trim(str_cut(s, n, s.n)) : STR_NONE;
    return rest.n && list_longest(c->regions, rest, 0, rest.n, NULL) == rest.n;
}

static str without_label(const credits *c, str s) {
    s = without_loose_ends(s);
    for (size_t n; !is_desk(c, s) && (n = label_at_start(c, s)) > 0;) s = without_loose_ends(str_cut(s, n, s.n));
    return s;
}

/* Up to the first mark, weekday or digit, which end a name. */
static str without_rest(const credits *c, str s) {
    static const char *const ENDS[] = { " | ", " - ", " – ", " — ", " • ", " · ", "\n", " (", " <", " @", " , ", ";", "©" };
    for (size_t k = 0; k < sizeof ENDS / sizeof *ENDS; k++) {
        size_t at = str_find(s, str_of(ENDS[k]), 1);
        if (at != SIZE_MAX) s = str_cut(s, 0, at);
    }
    for (size_t i = 1; i < s.n; i++) {
        bool copyright = str_starts(str_cut(s, i, s.n), STR("Copyright")) || str_starts(str_cut(s, i, s.n), STR("COPYRIGHT"));
        if (s.p[i - 1] == ' ' && (copyright || ascii_digit(s.p[i]) || list_longest(c->weekdays, s, i, s.n, NULL))) s = str_cut(s, 0, i);
    }
    return without_loose_ends(s);
}

static size_t count_words(str s) {
    size_t n = 0;
    for (size_t i = 0; i < s.n; i++) n += s.p[i] == ' ';
    return n + 1;
}

static bool has_digits(str s) {
    for (size_t i = 0; i < s.n; i++)
        if (ascii_digit(s.p[i])) return true;
    return false;
}

/* The publisher itself: its name, or its address as a name. */
static bool is_publisher(const page_facts *f, str name) {
    str host = address_host(f->address);
    const char *dot = host.n ? memchr(host.p, '.', host.n) : NULL;
    if (letters_same(name, f->publisher) || letters_same(name, f->linked.publisher) || letters_same(name, meta_get(&f->meta, "publisher"))) return true;
    if (host.n && (letters_same(name, host) || (dot && letters_same(name, (str){ host.p, (size_t)(dot - host.p) })))) return true;
    return false;
}

static bool is_address(str s) {
    return str_find(s, STR("://"), 0) != SIZE_MAX || str_find(s, STR("www."), 0) != SIZE_MAX || str_find(s, STR("@"), 0) != SIZE_MAX ||
           str_find(s, STR(".com"), 0) != SIZE_MAX || str_find(s, STR(".co.id"), 0) != SIZE_MAX || str_find(s, STR(".id"), 0) != SIZE_MAX;
}

/* Whether one of its words is a company's. */
static bool names_company(const credits *c, str s) {
    for (size_t i = 0; i < s.n; i++)
        if ((i == 0 || s.p[i - 1] == ' ') && list_longest(c->companies, s, i, s.n, NULL)) return true;
    return false;
}

/* One small word is the name of an account. */
static bool is_account(str s) {
    for (size_t i = 0; i < s.n; i++)
        if (s.p[i] == ' ' || ascii_upper(s.p[i]) || s.p[i] & 0x80) return false;
    return true;
}

static bool is_name(const credits *c, str s) {
    if (s.n < 2 || s.n > LONGEST_NAME || count_words(s) > 7 || has_digits(s) || is_address(s)) return false;
    if (s.n > SHORT_NAME && is_account(s)) return false;
    return !is_publisher(c->f, s) && !names_company(c, s) && !(c->accounts && list_find(c->accounts, s));
}

/* Somebody may have two roles; writer and editor only by different words of the page. */
static bool has_credit(const credits *c, str name, str role) {
    for (size_t i = 0; i < c->out.n; i++) {
        const credit *x = &c->out.items[i];
        if (letters_same(x->name, name) && (str_eq(x->role, role) || (is_writer(x->role) && is_writer(role)) || (!c->seen && is_editor(x->role))))
            return true;
    }
    return false;
}

static void add_name(credits *c, str name, str role) {
    name = without_rest(c, without_label(c, name));
    if (!is_name(c, name) || is_desk(c, name) || has_credit(c, name, role) || c->out.n >= MOST_CREDITS) return;
    *vec_add(c->f->home, &c->out) = (credit){ arena_copy(c->f->home, name), role };
}

/* The length of what joins two names at i: a mark, or a word between spaces; 0: nothing does. A degree behind a comma does not. */
static size_t joint_at(const credits *c, str s, size_t i) {
    static const char *const MARKS[] = { " & ", " / ", " + ", ", " };
    for (size_t k = 0; k < sizeof MARKS / sizeof *MARKS; k++)
        if (str_starts(str_cut(s, i, s.n), str_of(MARKS[k])))
            return s.p[i] == ',' && list_longest(c->degrees, s, i + 2, s.n, NULL) ? 0 : str_of(MARKS[k]).n;
    size_t n = s.p[i] == ' ' ? list_longest(c->joints, s, i + 1, s.n, NULL) : 0;
    return n && i + 1 + n < s.n && s.p[i + 1 + n] == ' ' ? n + 2 : 0;
}

/* "A, B and C". A degree behind a comma is no name. */
static void add_names(credits *c, str s, str role) {
    size_t from = 0;
    for (size_t i = 0; i < s.n; i++) {
        size_t joint = joint_at(c, s, i);
        if (!joint) continue;
        add_name(c, str_cut(s, from, i), role);
        from = i + joint;
        i = from - 1;
    }
    add_name(c, str_cut(s, from, s.n), role);
}

/* ---- labelled lines */

/* Where the next label begins behind byte i, a word of the list with a colon; s.n when none does. */
static size_t next_label(const credits *c, str s, size_t i) {
    for (; i < s.n; i++) {
        if (s.p[i] == '|' || s.p[i] == '/' || s.p[i] == ';') return i;
        if (i == 0 || s.p[i - 1] != ' ') continue;
        size_t n = list_longest(c->labels, s, i, s.n, NULL);
        if (n && i + n < s.n && (s.p[i + n] == ':' || str_starts(str_cut(s, i + n, s.n), STR(" :")))) return i;
    }
    return s.n;
}

/* One part of a line, or the whole: what the rules for what closes an article say of it. */
static bool read_part(credits *c, str part) {
    for (size_t i = 1; i < part.n; i++) /* the day may follow */
        if (part.p[i - 1] == ' ' && list_longest(c->weekdays, part, i, part.n, NULL)) part = str_trim(str_cut(part, 0, i));
    const rule_match *found = facts_match(c->f, "furniture", part);
    str name = found ? facts_value(c->f, found, "name") : STR_NONE, role = found ? facts_value(c->f, found, "role") : STR_NONE;
    if (!name.n || !role.n || str_eq(role, STR("initials"))) return false;
    add_names(c, name, arena_copy(c->f->home, role));
    return true;
}

/* "Penulis/Editor: A/B": each name has the label in its place. */
static bool read_paired(credits *c, str line) {
    size_t n = list_longest(c->labels, line, 0, line.n, NULL), slash = n;
    if (!n || slash >= line.n || line.p[slash] != '/') return false;
    size_t m = list_longest(c->labels, line, slash + 1, line.n, NULL), colon = slash + 1 + m;
    if (!m || colon >= line.n || line.p[colon] != ':') return false;
    str names = str_cut(line, colon + 1, line.n), first = str_split(&names, '/');
    read_part(c, arena_join(c->f->home, (str[]){ str_cut(line, 0, n), STR(": "), str_trim(first) }, 3));
    if (names.p) read_part(c, arena_join(c->f->home, (str[]){ str_cut(line, slash + 1, colon), STR(": "), str_trim(names) }, 3));
    return true;
}

static void read_labelled(credits *c, str line) {
    if (read_paired(c, line)) return;
    if (line.n && line.p[0] == '(') read_part(c, line); /* a sign-off in brackets */
    for (size_t i = 0; i < line.n;) {
        size_t end = next_label(c, line, i + 1);
        str part = str_trim(str_cut(line, i, end));
        while (part.n && strchr("|/;", part.p[0])) part = str_trim(str_cut(part, 1, part.n));
        while (part.n && part.p[part.n - 1] == ')' && !memchr(part.p, '(', part.n)) part.n--;
        read_part(c, part);
        i = end;
    }
}

/* "Penulis Sukri Hasan" in what is called a byline: with a colon, for the rules. */
static str with_colon(const credits *c, str line) {
    size_t n = list_longest(c->labels, line, 0, line.n, NULL);
    if (!n || n + 1 >= line.n || line.p[n] != ' ' || !ascii_upper(line.p[n + 1])) return line;
    return arena_join(c->f->home, (str[]){ str_cut(line, 0, n), STR(": "), str_cut(line, n + 1, line.n) }, 3);
}

/* A label alone, whose name is the next unit: "Penulis", "Editor :". */
static bool is_label(const credits *c, str s) {
    while (s.n && (s.p[s.n - 1] == ':' || s.p[s.n - 1] == ' ')) s.n--;
    return c->labels && list_find(c->labels, s) != NULL;
}

/* How many units lie with both in the smallest element that holds them. */
static uint32_t together(const page_tree *t, uint32_t a, uint32_t b) {
    const page_element *both = &t->elements.items[tree_common(t, t->units.items[a].element, t->units.items[b].element)];
    return both->last - both->first;
}

/* The unit that a label alone belongs to: the one behind it, unless the one before it shares a smaller block. */
static uint32_t labelled_by(const credits *c, uint32_t i, unit_range around) {
    const page_tree *t = &c->f->tree;
    bool before = i > around.from && !is_label(c, tree_text(t, &t->units.items[i - 1]));
    bool behind = i + 1 < around.to && !is_label(c, tree_text(t, &t->units.items[i + 1]));
    if (before && (!behind || together(t, i, i - 1) < together(t, i, i + 1))) return i - 1;
    return behind ? i + 1 : i;
}

static void read_lines(credits *c) {
    const page_tree *t = &c->f->tree;
    unit_range around = facts_around(c->f);
    for (uint32_t i = around.from; i < around.to; i++) {
        str line = tree_text(t, &t->units.items[i]);
        if (line.n > LONGEST_LINE) continue;
        if (is_label(c, line)) {
            while (line.n && (line.p[line.n - 1] == ':' || line.p[line.n - 1] == ' ')) line.n--;
            str name = tree_text(t, &t->units.items[labelled_by(c, i, around)]);
            if (name.n <= LONGEST_NAME && !is_label(c, name)) line = arena_join(c->f->home, (str[]){ line, STR(": "), name }, 3);
        }
        if (c->f->body.grades.away[t->units.items[i].element] & AWAY_BYLINE) line = with_colon(c, line);
        read_labelled(c, line);
    }
}

/* ---- captions */

/* A name all in capitals, as it is spelled elsewhere. */
static str as_spelled(const credits *c, str name) {
    for (size_t i = 0; i < c->out.n; i++)
        if (letters_same(c->out.items[i].name, name)) return c->out.items[i].name;
    return name;
}

/* What the rules say of the caption's last part: from its start, or from behind a mark. */
static void read_caption(credits *c, str s) {
    if (s.n > LONGEST_CAPTION) return;
    for (size_t i = 0; i < s.n; i++) {
        bool begins = i == 0 || s.p[i - 1] == '(' || (s.p[i - 1] == ' ' && i > 1 && strchr(".|-/", s.p[i - 2]));
        const rule_match *found = begins ? facts_match(c->f, "credit", str_cut(s, i, s.n)) : NULL;
        if (!found) continue;
        str name = arena_copy(c->f->home, facts_value(c->f, found, "name"));
        str role = arena_copy(c->f->home, facts_value(c->f, found, "role"));
        add_name(c, as_spelled(c, name), role);
        return;
    }
}

static void read_captions(credits *c) {
    const page_tree *t = &c->f->tree;
    unit_range around = facts_around(c->f);
    for (uint32_t i = around.from; i < around.to; i++) {
        const page_unit *u = &t->units.items[i];
        unsigned away = c->f->body.grades.away[u->element];
        if (away & AWAY_CAPTION && !unit_is_link(t, u) && !(away & (AWAY_TEASER | AWAY_COMMENTS))) read_caption(c, tree_text(t, u));
    }
}

/* ---- what machines are told */

static bool has_writer(const credits *c) {
    for (size_t i = 0; i < c->out.n; i++)
        if (is_writer(c->out.items[i].role)) return true;
    return false;
}

/* Names that machines are told, as the role that they say or, where the site rules know better, another; "none" is nobody. */
static void add_told(credits *c, const char *from, str name, str role) {
    const rule_match *found = facts_site(c->f, "author", str_of(from), name);
    str other = found ? facts_value(c->f, found, "role") : STR_NONE;
    if (other.n) role = arena_copy(c->f->home, other);
    if (is_writer(role) || is_editor(role)) add_names(c, name, role);
}

static void read_linked(credits *c) {
    const linked_facts *l = &c->f->linked;
    for (size_t i = 0; i < l->people.n; i++) add_told(c, "json-ld", l->people.items[i].name, l->people.items[i].role);
}

static void read_meta(credits *c) {
    for (size_t i = 0; i < c->f->meta.facts.n && !has_writer(c); i++) {
        const meta_fact *m = &c->f->meta.facts.items[i];
        if (str_eq(m->fact, STR("author"))) add_told(c, "meta", m->content, STR("author"));
    }
}

/* ---- elements */

/* Whether each word begins with a capital, small ones of names apart, and there are two at least. */
static bool looks_like_name(str s) {
    size_t words = 0;
    while (s.p) {
        str word = str_split(&s, ' ');
        if (word.n == 0) continue;
        char c = word.p[0];
        if (!ascii_upper(c) && !(c & 0x80) && word.n > 3) return false;
        words++;
    }
    return words >= 2 && words <= 5;
}

/* Links to authors, and elements marked as such. */
static bool is_marked(const page_tree *t, uint32_t i) {
    return tree_is(&t->elements.items[i], "author") || str_find(tree_attribute(t, i, "rel"), STR("author"), 0) != SIZE_MAX || str_eq(tree_attribute(t, i, "itemprop"), STR("author"));
}

static bool is_leaf(const page_tree *t, uint32_t i) {
    for (uint32_t k = i + 1; k < t->elements.items[i].end; k++)
        if (t->elements.items[k].at.end > t->elements.items[k].at.start) return false;
    return true;
}

/* Within an element that is called a byline. */
static bool in_byline(const page_tree *t, uint32_t i) {
    for (int up = 0; up < 4; up++) {
        if (t->elements.items[i].hints & HINT_BYLINE) return true;
        i = t->elements.items[i].parent;
    }
    return false;
}

enum { TIER_MARKED, TIER_AUTHOR, TIER_BYLINE, TIERS };

static bool is_of_tier(const page_tree *t, uint32_t i, int tier, str line) {
    if (tier == TIER_MARKED) return is_marked(t, i) && !is_account(line);
    if (tier == TIER_AUTHOR) return t->elements.items[i].hints & HINT_AUTHOR && !(ascii_lower(line.p[0]) == line.p[0] && line.n < 5);
    return is_leaf(t, i) && in_byline(t, i) && looks_like_name(line);
}

/* Whether the line that an element stands in begins with a label: "Editor : Name". */
static bool has_label(const credits *c, const page_element *el) {
    if (el->first >= c->f->tree.units.n) return false;
    str line = tree_text(&c->f->tree, &c->f->tree.units.items[el->first]);
    size_t n = list_longest(c->labels, line, 0, line.n, NULL);
    return n && n < line.n && (line.p[n] == ':' || str_starts(str_cut(line, n, line.n), STR(" :")));
}

/* Between title and text (a summary may stand before it), or right behind the text. */
static bool is_near(const credits *c, const page_element *el) {
    const page_facts *f = c->f;
    if (!f->body.units.n) return false;
    uint32_t first = f->body.units.items[0], last = f->body.units.items[f->body.units.n - 1];
    uint32_t heading = f->title.heading ? f->tree.elements.items[f->title.heading].first : first;
    if (heading > first) heading = first;
    return (el->first + CLOSE >= heading && el->first <= first + CLOSE) || (el->first > last && el->first <= last + CLOSE);
}

/* Whether a part of a link's path is that of a section. */
static bool leads_to_section(const credits *c, uint32_t i) {
    str path = address_path(tree_attribute(&c->f->tree, i, "href"));
    while (c->sections && path.p)
        if (list_find(c->sections, str_split(&path, '/'))) return true;
    return false;
}

/* Near the title or behind the article, and not in what leads to others. */
static void read_elements(credits *c, int tier) {
    const page_tree *t = &c->f->tree;
    unit_range around = facts_around(c->f);
    for (uint32_t i = 0; i < t->elements.n; i++) {
        const page_element *el = &t->elements.items[i];
        size_t size = el->at.end - el->at.start;
        if (size == 0 || size > LONGEST_LINE / 2 + 2 || el->first > around.to || el->last < around.from) continue;
        if (c->f->body.grades.away[i] & (AWAY_TEASER | AWAY_COMMENTS | AWAY_HIDDEN | AWAY_CAPTION)) continue;
        if (tier != TIER_MARKED && !is_near(c, el)) continue;
        if (has_label(c, el)) continue; /* has been read */
        str line = tree_line(t, i);
        if (line.n && line.n <= LONGEST_LINE / 2 && !leads_to_section(c, i) && is_of_tier(t, i, tier, line)) add_names(c, line, STR("author"));
    }
}

credit_list credits_find(const page_facts *f) {
    credits c = { .f = f, .labels = ruleset_list(f->rules, "bylinewords"), .accounts = ruleset_list(f->rules, "accounts"),
                  .companies = ruleset_list(f->rules, "companywords"), .prefixes = ruleset_list(f->rules, "bylineprefixes"),
                  .regions = ruleset_list(f->rules, "regions"), .weekdays = ruleset_list(f->rules, "weekdays"),
                  .degrees = ruleset_list(f->rules, "degrees"), .joints = ruleset_list(f->rules, "bylinejoints"),
                  .sections = ruleset_list(f->rules, "sectionpaths") };
    c.seen = true;
    read_lines(&c);
    c.seen = false;
    if (!has_writer(&c)) read_linked(&c);
    if (!has_writer(&c)) read_meta(&c);
    c.seen = true;
    for (int tier = 0; tier < TIERS && !has_writer(&c); tier++) read_elements(&c, tier);
    read_captions(&c);
    return c.out;
}
