/* SPDX-License-Identifier: MIT */
/* petik sources add: tries a site's feeds and sitemaps, and prints a block for sources.conf, to be looked at. */
#include <stdio.h>

#include "base/clock.h"
#include "base/address.h"
#include "command/command.h"
#include "command/networks.h"
#include "command/sources.h"
#include "fetch/finding.h"
#include "fetch/host.h"
#include "fetch/links.h"
#include "fetch/visit.h"
#include "fetch/weblink.h"

/* Milliseconds, as sources.conf has them unless it says otherwise. How many listings are tried of what a site names. */
enum { DELAY = 2000, CONNECT = 15000, WAIT = 30000, STALL = 30000, WHOLE = 120000, MOST_FEEDS = 6, MOST_SITEMAPS = 6 };

/* A listing that is tried. */
typedef struct {
    const char *key; /* "feed", "sitemap", "start" */
    str url;
    size_t articles, listings;
    str first, last; /* days of its articles; STR_NONE: it has none */
    str title;
    str problem;     /* STR_NONE: it was read */
} candidate;

typedef struct {
    arena home;
    visit *v;
    str start; /* where the start page is */
    const word_list *words; /* that tell addresses of articles */
    VEC(candidate) tried;
} exploring;

static candidate *add_candidate(exploring *x, const char *key, str url) {
    for (size_t i = 0; i < x->tried.n; i++)
        if (str_eq(x->tried.items[i].url, url)) return &x->tried.items[i];
    candidate *c = vec_add(&x->home, &x->tried);
    *c = (candidate){ .key = key, .url = url };
    return c;
}

static void count_found(const exploring *x, candidate *c, const found_list *list, finding_kind kind) {
    for (size_t i = 0; i < list->n; i++) {
        const found *f = &list->items[i];
        bool article = f->url.p && !f->more && (kind != FINDING_PAGE || links_may_be_article(f->url, x->words));
        c->listings += f->more;
        c->articles += article;
        str day = article && f->published.n >= 10 ? str_cut(f->published, 0, 10) : STR_NONE;
        if (!day.p) continue;
        if (!c->first.p || memcmp(day.p, c->first.p, 10) < 0) c->first = day;
        if (!c->last.p || memcmp(day.p, c->last.p, 10) > 0) c->last = day;
    }
}

/* What a page leads to; the error of it becomes the candidate's problem. */
static bool read_page(exploring *x, candidate *c, const visit_page *page, finding_kind *kind) {
    error e = { 0 };
    found_list list = { 0 };
    if (finding_read(kind, &list, &x->home, page->body, page->charset, page->url, SOURCES_ZONE, &e) < 0) c->problem = arena_copy(&x->home, str_of(e.text));
    count_found(x, c, &list, *kind);
    return !c->problem.p;
}

static void try_candidate(exploring *x, candidate *c) {
    error e = { 0 };
    visit_page page;
    finding_kind kind;
    if (visit_get(&page, &x->home, x->v, c->url, &e) < 0) c->problem = arena_copy(&x->home, str_of(e.text));
    else if (read_page(x, c, &page, &kind) && kind == FINDING_PAGE) c->problem = STR("a page, no feed and no sitemap");
}

static bool contains(str url, const char *const *words) {
    for (size_t i = 0; words[i]; i++)
        if (str_find(url, str_of(words[i]), 0) != SIZE_MAX) return true;
    return false;
}

/* The feeds that the start page names, but for those of comments. */
static void add_feeds(exploring *x, const visit_page *page) {
    static const char *const COMMENTS[] = { "/comments", "/komentar", "comments/", NULL };
    found_list feeds = { 0 };
    links_feeds(&feeds, &x->home, page->body, page->charset, page->url, NULL);
    for (size_t i = 0, n = 0; i < feeds.n && n < MOST_FEEDS; i++) {
        if (contains(feeds.items[i].url, COMMENTS)) continue;
        add_candidate(x, "feed", feeds.items[i].url)->title = feeds.items[i].title;
        n++;
    }
}

/* The sitemaps that robots.txt names, those of news first. */
static void add_sitemaps(exploring *x) {
    static const char *const NEWS[] = { "news", "berita", "google", NULL };
    const robots *r;
    size_t n = 0;
    if (visit_robots(&r, x->v, x->start, NULL) < 0) return;
    for (int pass = 0; pass < 2; pass++) {
        for (size_t i = 0; i < r->sitemaps.n && n < MOST_SITEMAPS; i++) {
            str url = weblink_resolve(&x->home, x->start, r->sitemaps.items[i]);
            if (!url.p || contains(weblink_target(url), NEWS) != (pass == 0)) continue;
            add_candidate(x, "sitemap", url);
            n++;
        }
    }
}

/* Where sites without any have them often. */
static void add_guesses(exploring *x) {
    static const struct { const char *key, *link; } GUESSES[] = { { "feed", "/feed/" }, { "feed", "/rss" }, { "sitemap", "/sitemap.xml" } };
    for (size_t i = 0; x->tried.n == 1 && i < sizeof GUESSES / sizeof *GUESSES; i++) {
        str url = weblink_resolve(&x->home, x->start, str_of(GUESSES[i].link));
        candidate *c = add_candidate(x, GUESSES[i].key, url);
        try_candidate(x, c);
        if (c->problem.p) x->tried.n--; /* nobody said that it is there */
    }
}

static int explore(exploring *x, error *e) {
    visit_page page;
    finding_kind kind;
    if (visit_get(&page, &x->home, x->v, x->start, e) < 0) return e->code;
    x->start = page.url;
    candidate *start = add_candidate(x, "start", page.url);
    bool good = read_page(x, start, &page, &kind);
    if (good && kind == FINDING_FEED) start->key = "feed";
    if (good && kind == FINDING_SITEMAP) start->key = "sitemap";
    if (kind == FINDING_PAGE) add_feeds(x, &page);
    add_sitemaps(x);
    for (size_t i = 1; i < x->tried.n; i++) try_candidate(x, &x->tried.items[i]);
    add_guesses(x);
    return 0;
}

/* ---- the block */

/* A name for the source: its host without www and what hosts end in. */
static str short_name(str url, const word_list *words) {
    str name = address_host(url), site = host_site(name, words);
    size_t dot = str_find(site, STR("."), 0);
    if (name.n == 0 || name.p[0] == '[') return STR("situs");
    bool numbers = ascii_digit(name.p[name.n - 1]);
    return dot == SIZE_MAX || numbers ? name : str_cut(name, 0, name.n - site.n + dot);
}

static void print_remark(const candidate *c) {
    if (c->problem.p) {
        printf("# not read: %.*s\n", STR_ARG(c->problem));
        return;
    }
    printf("# ");
    if (c->listings && !strcmp(c->key, "sitemap")) printf("%zu further sitemap%s", c->listings, c->listings == 1 ? "" : "s");
    if (c->articles || !c->listings || strcmp(c->key, "sitemap") != 0)
        printf("%s%zu %s%s", c->listings && !strcmp(c->key, "sitemap") ? ", " : "", c->articles,
               strcmp(c->key, "start") == 0 ? "link" : "item", c->articles == 1 ? "" : "s");
    if (strcmp(c->key, "start") == 0) printf(" that look%s like an article's", c->articles == 1 ? "s" : "");
    if (c->first.p && str_eq(c->first, c->last)) printf(" of %.*s", STR_ARG(c->first));
    else if (c->first.p) printf(" of %.*s to %.*s", STR_ARG(c->first), STR_ARG(c->last));
    if (c->title.p) printf(": %.*s", STR_ARG(c->title));
    putchar('\n');
}

/* Listings that give nothing stand behind a #, and the start page, where another listing gives something. false: none does. */
static bool print_block(const exploring *x) {
    char now[CLOCK_TEXT];
    clock_text(now, clock_wall() / 1000);
    printf("# %.*s, tried on %.10s\n[%.*s]\n", STR_ARG(x->start), now, STR_ARG(short_name(x->start, x->words)));
    bool listed = false;
    for (size_t i = 0; i < x->tried.n; i++) {
        const candidate *c = &x->tried.items[(i + 1) % x->tried.n]; /* the start page, which is the first, at the end */
        bool gives = !c->problem.p && c->articles + c->listings > 0, start = strcmp(c->key, "start") == 0;
        print_remark(c);
        printf("%s%s = %.*s\n", gives && !(start && listed) ? "" : "# ", c->key, STR_ARG(c->url));
        listed = listed || gives;
    }
    return listed;
}

/* ---- the command */

/* An address as people write it: the scheme may be missing. */
static str start_of(arena *a, const char *given) {
    str s = str_of(given);
    return weblink_resolve(a, STR(""), address_is_whole(s) ? s : arena_format(a, "https://%s", given));
}

int sources_add(const options *o) {
    exploring x = { 0 };
    guard allowed = { 0 };
    error e = { 0 };
    int status = EXIT_DONE;
    client_settings settings = { "petik/" PETIK_VERSION " (petik sources add)", NULL, CONNECT, WAIT, STALL, WHOLE, &allowed };
    if (o->operand_count != 2) return usage_error("sources add: name the address of one site");
    petik_rules *rules = sources_rules(&x.words, o);
    if (!rules) return EXIT_RULES;
    x.start = start_of(&x.home, o->operands[1]);
    if (!x.start.p) status = usage_error("sources add %s: no address of the web", o->operands[1]);
    else if (networks_allow(&allowed, &x.home, o, &e) < 0) status = usage_error("%s", e.text);
    else if (visit_open(&x.v, &settings, DELAY, &e) < 0 || explore(&x, &e) < 0) status = EXIT_INPUTS;
    if (status == EXIT_INPUTS) fprintf(stderr, "petik: %s\n", e.text);
    if (status == EXIT_DONE) {
        bool listed = print_block(&x);
        status = finish_stdout();
        if (status == EXIT_DONE && !listed) status = EXIT_INPUTS;
        if (!listed) fprintf(stderr, "petik: %.*s: nothing there leads to articles\n", STR_ARG(x.start));
    }
    visit_close(x.v);
    petik_rules_free(rules);
    arena_free(&x.home);
    return status;
}
