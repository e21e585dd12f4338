/* SPDX-License-Identifier: MIT */
#include "page/verdict.h"

#include "base/address.h"
#include "page/letters.h"

/* Bytes of prose: less than LEAST is nothing, less than SHORT is doubtful, as much as LONG is an article with little doubt;
 * WATCHED is what a page about a video has at most. Then teasers, links and captions that make a page no article, and units. */
enum { LEAST = 110, SHORT = 260, STUB = 700, LONG = 1500, TEASERS = 3, LINKS = 12, CAPTIONS = 3, SAMPLE = 40,
       NEAR_TITLE = 20, TIME_LINE = 100, FRONT_LINKS = 5, WATCHED = 400, PARAGRAPHS = 3 };

typedef struct {
    const page_facts *f;
    bool marked;      /* it says in several ways that it is an article */
    size_t headlines; /* links of a headline's length outside of the article */
    size_t teased;    /* units of the article's prose that follow a headline that is a link */
    size_t prose;     /* units of prose in the article */
    size_t pictures, captions;
    bool video, paywall;
} signs;

static bool is_front(str address) {
    return address_is_whole(address) && address_path(address).n == 0 && !memchr(address.p, '?', address.n);
}

static bool is_letter(char c) { return (c & 0x80) || ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'); }

/* Whether s begins with a phrase of the list that tells the verdict. News has the same words within its titles ("Pencarian Korban
 * Dilanjutkan"): where the list says so, nothing but a mark may follow. */
static bool begins_so(const page_facts *f, str s, const char *verdict) {
    const list_entry *entry;
    s = str_trim(s);
    size_t n = list_longest(ruleset_list(f->rules, "pageverdicts"), s, 0, s.n, &entry);
    if (!n || !str_eq(entry->column[0], str_of(verdict))) return false;
    str rest = str_trim(str_cut(s, n, s.n));
    return str_eq(entry->column[1], STR("start")) || !rest.n || !is_letter(rest.p[0]);
}

/* The same of the title's parts: "Halaman tidak ditemukan - Situs". */
static bool tells(const page_facts *f, str s, const char *verdict) {
    if (begins_so(f, s, verdict)) return true;
    for (size_t i = 1; i + 1 < s.n; i++)
        if (s.p[i - 1] == ' ' && !is_letter(s.p[i]) && s.p[i + 1] == ' ' && begins_so(f, str_cut(s, i + 1, s.n), verdict)) return true;
    return false;
}

/* Whether a time stands between two units. */
static bool has_time(const page_facts *f, uint32_t from, uint32_t to) {
    const word_list *months = ruleset_list(f->rules, "months");
    moment m;
    for (uint32_t i = from; i < to; i++) {
        str line = tree_text(&f->tree, &f->tree.units.items[i]);
        if (line.n <= TIME_LINE && moment_read(&m, line, months)) return true;
    }
    return false;
}

/* The paragraphs of the text that no headline stands before. */
static size_t count_paragraphs(const page_facts *f) {
    size_t n = 0;
    for (size_t i = 0; i < f->body.units.n; i++)
        n += f->body.grades.prose[f->body.units.items[i]] && !grade_headline(&f->body.grades, f->body.units.items[i]);
    return n;
}

/* JSON-LD says so, or several weaker signs do: Open Graph's type, a time of publication, a description that is how the
 * text begins, a heading a little before it, a time of publication between the two, several paragraphs. */
static bool is_marked(const page_facts *f) {
    const page_tree *t = &f->tree;
    if (f->linked.article) return true;
    int points = str_eq_fold(meta_get(&f->meta, "kind"), STR("article")) ? 2 : 0;
    points += meta_get(&f->meta, "published").n > 0;
    str sample = letters_only(f->home, meta_get(&f->meta, "description"), SAMPLE);
    str start = letters_only(f->home, f->body.text, 2 * SAMPLE);
    if (sample.n == SAMPLE && str_find(start, sample, 0) != SIZE_MAX) points += 2;
    if (f->title.heading && f->body.units.n) {
        uint32_t heading = t->elements.items[f->title.heading].first, first = f->body.units.items[0];
        points += heading < first && first - heading <= NEAR_TITLE;
        points += heading < first && first - heading <= NEAR_TITLE && has_time(f, heading, first);
    }
    points += count_paragraphs(f) >= PARAGRAPHS;
    return points >= 3;
}

static void count_headlines(signs *s) {
    const page_body *b = &s->f->body;
    const page_tree *t = &s->f->tree;
    for (uint32_t i = 0; i < t->units.n; i++) {
        const page_unit *u = &t->units.items[i];
        if (unit_is_link(t, u) && unit_size(u) >= GRADE_HEADLINE && (i < b->first || i >= b->last)) s->headlines++;
    }
}

/* Prose that a headline stands before, a link. */
static void count_teasers(signs *s) {
    const page_body *b = &s->f->body;
    const page_tree *t = &s->f->tree;
    for (uint32_t i = b->first; i < b->last; i++) {
        if (!b->grades.prose[i] || b->grades.away[t->units.items[i].element]) continue;
        s->prose++;
        s->teased += grade_headline(&b->grades, i) != NULL;
    }
}

static void count_pictures(signs *s) {
    const page_tree *t = &s->f->tree;
    for (uint32_t i = 0; i < t->elements.n; i++) {
        const page_element *el = &t->elements.items[i];
        s->video |= tree_is(el, "video") || (el->hints & HINT_VIDEO && el->last <= el->first + 3);
        s->paywall |= (el->hints & HINT_PAYWALL) != 0;
        s->pictures += el->tag & TAG_IMAGE && el->hints & HINT_GALLERY;
        s->captions += el->tag & TAG_CAPTION || (el->hints & HINT_CAPTION && el->last == el->first + 1);
    }
}

/* Near the article, and not in a window that covers the page when a button is pressed. */
static bool asks_to_pay(const page_facts *f) {
    unit_range around = facts_around(f);
    for (uint32_t i = around.from; i < around.to; i++) {
        const page_unit *u = &f->tree.units.items[i];
        if (!f->body.grades.away[u->element] && begins_so(f, tree_text(&f->tree, u), "paywall")) return true;
    }
    return false;
}

static bool is_type(const page_facts *f, const char *type) {
    str kind = meta_get(&f->meta, "kind");
    return str_find(f->linked.type, str_of(type), 0) != SIZE_MAX || str_find(kind, str_of(type), 0) != SIZE_MAX;
}

static page_verdict refuse(const page_facts *f, const char *code, const char *why) {
    return (page_verdict){ str_of(code), arena_format(f->home, "no article: %s", why) };
}

/* Times of publication, each on a line of its own with a headline before it that is a link: those of several articles. */
static size_t count_times(const page_facts *f) {
    const page_tree *t = &f->tree;
    const word_list *months = ruleset_list(f->rules, "months");
    size_t n = 0;
    moment before = { .minute = -1 }, m;
    for (uint32_t i = f->body.first; i < f->body.last; i++) {
        str line = tree_text(t, &t->units.items[i]);
        if (line.n > TIME_LINE || !moment_read(&m, line, months) || m.minute < 0 || !grade_headline(&f->body.grades, i)) continue;
        n += calendar_compare(m.day, before.day) != 0 || m.minute != before.minute;
        before = m;
    }
    return n;
}

static bool is_index(const signs *s) {
    const page_facts *f = s->f;
    size_t size = f->body.size;
    if (!f->linked.article && count_times(f) >= TEASERS) return true;
    if (is_front(f->address) && !s->marked && s->headlines >= FRONT_LINKS) return true;
    bool typed = is_type(f, "CollectionPage") || is_type(f, "ItemList");
    if (f->linked.article && size >= SHORT) return s->teased >= 2 * TEASERS && s->teased * 10 >= s->prose * 9;
    if (s->teased >= TEASERS && s->teased * 10 >= s->prose * 6) return true;
    if (is_front(f->address) && s->headlines >= LINKS && size < 2 * LONG) return true;
    if (typed && !s->marked && size < LONG) return true;
    return !s->marked && s->headlines >= LINKS && size < SHORT * (1 + s->headlines / (2 * LINKS));
}

static page_verdict of_little(const signs *s) {
    const page_facts *f = s->f;
    if (s->video || is_type(f, "Video") || is_type(f, "video")) return refuse(f, "video-page", "a video and little text");
    if (s->captions >= CAPTIONS || s->pictures >= CAPTIONS || is_type(f, "ImageGallery"))
        return refuse(f, "photo-page", "photographs and little text");
    if (s->headlines >= LINKS && !s->marked) return refuse(f, "index-page", "links to others and little text");
    return refuse(f, "no-text", f->body.size ? "too little text" : "no text");
}

static bool is_told(const page_facts *f, const char *verdict) {
    return tells(f, f->title.title, verdict) || tells(f, f->meta.title, verdict);
}

static bool is_error(const signs *s) {
    const page_facts *f = s->f;
    return f->body.size < STUB && !f->linked.article && is_told(f, "error-page");
}

static bool is_search(const signs *s) {
    const page_facts *f = s->f;
    if (is_type(f, "SearchResultsPage")) return true;
    return !s->marked && is_told(f, "search-page") && (s->teased >= 2 || s->headlines >= LINKS || f->body.size < SHORT);
}

static bool is_closed(const signs *s) {
    const page_facts *f = s->f;
    return f->body.size < STUB && (asks_to_pay(f) || (f->body.size > 0 && (s->paywall || f->linked.closed)));
}

static bool is_little(const signs *s) {
    size_t size = s->f->body.size;
    if (size < WATCHED && s->video && !s->marked && is_told(s->f, "video-page")) return true;
    if (size < SHORT && is_told(s->f, "no-text")) return true;
    if (s->f->bare && s->f->body.text.n > 0) return false;
    bool other = s->headlines >= LINKS || s->captions >= CAPTIONS || s->video;
    return size < LEAST || (size < SHORT && !s->marked && s->prose < 2 && other);
}

page_verdict verdict_of(const page_facts *f) {
    signs s = { .f = f, .marked = is_marked(f) };
    count_headlines(&s);
    count_teasers(&s);
    count_pictures(&s);
    if (is_error(&s)) return refuse(f, "error-page", "its title tells of an error");
    if (is_search(&s)) return refuse(f, "search-page", "results of a search");
    if (is_index(&s)) return refuse(f, "index-page", "a list of articles");
    if (is_closed(&s)) return refuse(f, "paywall", "the text is for subscribers");
    if (is_little(&s)) return of_little(&s);
    return (page_verdict){ STR_NONE, STR_NONE };
}
