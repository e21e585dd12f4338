/* SPDX-License-Identifier: MIT */
#include "fetch/frontier.h"

#include "base/address.h"
#include "base/limits.h"
#include "fetch/links.h"
#include "fetch/weblink.h"
#include "fetch/wildcard.h"

/* Listings above one another, of which indexes of sitemaps have two, and listings that one run takes up besides those of sources.conf. */
enum { MOST_DEPTH = 5, MOST_LISTINGS = 100 };

void frontier_see(collector *c, str url) {
    if (table_get(&c->seen, url) == TABLE_NONE) table_put(&c->seen, arena_copy(&c->home, url), 1);
}

static void queue(collector *c, job *j) {
    host *h = host_of(&c->hosts, j->url);
    long delay = crawl_source(c, j->source)->delay;
    if (delay > h->delay) h->delay = delay;
    frontier_see(c, j->url);
    host_add_last(h, j);
}

static void queue_listings(collector *c, size_t of, collected_kind kind, const str *urls, size_t n) {
    for (size_t i = 0; i < n; i++) {
        if (table_get(&c->seen, urls[i]) != TABLE_NONE) continue;
        c->sources[of].listings++;
        queue(c, job_new(kind, of, urls[i]));
    }
}

static bool is_under(str name, str site) {
    return str_eq(name, site) || (name.n > site.n && str_ends(name, site) && name.p[name.n - site.n - 1] == '.');
}

static void add_sites(collector *c, source_state *s, const str *urls, size_t n) {
    for (size_t i = 0; i < n; i++) *vec_add(&c->home, &s->sites) = host_site(host_name(urls[i]), c->s.words);
}

/* The day before which articles are too old. */
static str oldest_day(collector *c, const fetch_source *f) {
    if (c->s.since.n) return c->s.since;
    if (f->days == 0) return STR_NONE;
    char now[CLOCK_TEXT];
    clock_text(now, crawl_now() - (int64_t)f->days * 86400);
    return arena_copy(&c->home, str_cut(str_of(now), 0, 10));
}

void frontier_start(collector *c) {
    for (size_t i = 0; i < c->s.file->sources.n; i++) {
        const fetch_source *f = crawl_source(c, i);
        source_state *s = &c->sources[i];
        s->left = f->limit;
        s->since = oldest_day(c, f);
        add_sites(c, s, f->feeds.items, f->feeds.n);
        add_sites(c, s, f->sitemaps.items, f->sitemaps.n);
        add_sites(c, s, f->starts.items, f->starts.n);
        queue_listings(c, i, COLLECTED_FEED, f->feeds.items, f->feeds.n);
        queue_listings(c, i, COLLECTED_SITEMAP, f->sitemaps.items, f->sitemaps.n);
        queue_listings(c, i, COLLECTED_START, f->starts.items, f->starts.n);
    }
}

static bool matches_one(const str *patterns, size_t n, str url, bool whole_only) {
    for (size_t i = 0; i < n; i++) {
        bool whole = address_is_whole(patterns[i]);
        if (whole_only && !whole) continue;
        if (wildcard_matches(patterns[i], whole ? url : weblink_target(url))) return true;
    }
    return false;
}

/* Whether an address is one of the source's articles, as far as the address tells. */
static bool is_wanted(collector *c, const job *listing, str url) {
    const fetch_source *f = crawl_source(c, listing->source);
    const source_state *s = &c->sources[listing->source];
    str name = host_name(url);
    bool own = matches_one(f->follow.items, f->follow.n, url, true);
    for (size_t i = 0; i < s->sites.n && !own; i++) own = is_under(name, s->sites.items[i]);
    if (!own || matches_one(f->leave.items, f->leave.n, url, false)) return false;
    if (f->follow.n) return matches_one(f->follow.items, f->follow.n, url, false);
    return listing->kind != COLLECTED_START || links_may_be_article(url, c->s.words);
}

static bool is_too_old(const source_state *s, str published) {
    if (!s->since.n || published.n < 10) return false;
    return memcmp(published.p, s->since.p, 10) < 0;
}

bool frontier_is_known(collector *c, str url) {
    arena scratch = { 0 };
    collected_address row;
    bool known = table_get(&c->seen, url) != TABLE_NONE;
    if (!known && collected_find(&row, &scratch, c->s.state, url))
        known = row.fetched.p && (!row.due.p || memcmp(row.due.p, crawl_time(&scratch, 0).p, row.due.n) > 0);
    arena_free(&scratch);
    return known;
}

static void take_listing(collector *c, const job *above, const found *f) {
    source_state *s = &c->sources[above->source];
    if (above->depth + 1 > MOST_DEPTH || s->further >= MOST_LISTINGS || is_too_old(s, f->published)) return;
    if (table_get(&c->seen, f->url) != TABLE_NONE) return;
    job *j = job_new(above->kind, above->source, f->url);
    j->depth = above->depth + 1;
    job_set(&j->via, above->url);
    s->listings++;
    s->further++;
    queue(c, j);
}

/* Queues a page when the limits allow it. */
static void queue_page(collector *c, size_t of, str url, str via, str title, str published) {
    source_state *s = &c->sources[of];
    if (s->left == 0 || c->left == 0) {
        s->over++;
        return;
    }
    s->left--;
    if (c->left > 0) c->left--;
    job *j = job_new(COLLECTED_PAGE, of, url);
    job_set(&j->via, via);
    job_set(&j->title, title);
    job_set(&j->published, published);
    queue(c, j);
}

/* A row for an address that was found now, due at once. */
static collected_address new_row(collector *c, outcome *o, const job *listing, const found *f) {
    arena *a = &o->a.home;
    return (collected_address){ .url = arena_copy(a, f->url),
                                .source = crawl_source(c, listing->source)->name,
                                .kind = COLLECTED_PAGE,
                                .via = o->result->address,
                                .title = f->title.p ? arena_copy(a, f->title) : STR_NONE,
                                .published = f->published.p ? arena_copy(a, f->published) : STR_NONE,
                                .found = crawl_time(a, 0),
                                .due = crawl_time(a, 0) };
}

/* Whether the store has an address already; what it has and is due is taken up with the rest that earlier runs left. */
static bool is_stored(collector *c, str url) {
    arena scratch = { 0 };
    collected_address row;
    bool stored = collected_find(&row, &scratch, c->s.state, url);
    arena_free(&scratch);
    return stored;
}

size_t frontier_take(collector *c, outcome *o, const job *listing, const found_list *all) {
    size_t wanted = 0, fresh = 0;
    for (size_t i = 0; i < all->n && i < LIMIT_FOUND; i++) {
        const found *f = &all->items[i];
        if (f->more || f->url.n > LIMIT_ADDRESS || !is_wanted(c, listing, f->url)) continue;
        wanted++;
        if (is_too_old(&c->sources[listing->source], f->published) || table_get(&c->seen, f->url) != TABLE_NONE || is_stored(c, f->url)) continue;
        fresh++;
        *vec_add(&o->a.home, &o->result->change.found) = new_row(c, o, listing, f);
        queue_page(c, listing->source, f->url, listing->at, f->title, f->published);
    }
    /* An index of sitemaps is gone through; the next page of a feed only while there is something new. */
    for (size_t i = 0; i < all->n && (fresh > 0 || listing->kind == COLLECTED_SITEMAP); i++)
        if (all->items[i].more) take_listing(c, listing, &all->items[i]);
    return wanted;
}

void frontier_listing_done(collector *c, size_t of) {
    source_state *s = &c->sources[of];
    if (s->listings > 0) s->listings--;
    if (s->listings > 0 || s->resumed) return;
    s->resumed = true;
    arena scratch = { 0 };
    size_t most = c->left >= 0 && c->left < s->left ? (size_t)c->left : (size_t)s->left;
    /* Those that this run has queued may be among them. */
    collected_list due = collected_due(&scratch, c->s.state, crawl_source(c, of)->name, crawl_time(&scratch, 0), most + c->seen.n);
    for (size_t i = 0; i < due.n; i++) {
        const collected_address *r = &due.items[i];
        if (table_get(&c->seen, r->url) == TABLE_NONE) queue_page(c, of, r->url, r->via, r->title, r->published);
    }
    arena_free(&scratch);
}
