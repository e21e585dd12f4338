/* SPDX-License-Identifier: MIT */
#include "fetch/robots.h"

#include "base/buf.h"
#include "base/limits.h"
#include "fetch/wildcard.h"

typedef enum { KEY_AGENT, KEY_ALLOW, KEY_DISALLOW, KEY_DELAY, KEY_SITEMAP, KEY_OTHER } key_kind;

/* What stands before the colon need only begin like this: sites write "Disallowed" and "User-agents". */
static const struct {
    str start;
    key_kind kind;
} KEYS[] = {
    { { "user-agent", 10 }, KEY_AGENT },     { { "useragent", 9 }, KEY_AGENT },       { { "user agent", 10 }, KEY_AGENT },
    { { "allow", 5 }, KEY_ALLOW },           { { "disallow", 8 }, KEY_DISALLOW },     { { "dissallow", 9 }, KEY_DISALLOW },
    { { "dissalow", 8 }, KEY_DISALLOW },     { { "disalow", 7 }, KEY_DISALLOW },      { { "diasllow", 8 }, KEY_DISALLOW },
    { { "disallaw", 8 }, KEY_DISALLOW },     { { "crawl-delay", 11 }, KEY_DELAY },    { { "crawldelay", 10 }, KEY_DELAY },
    { { "crawl delay", 11 }, KEY_DELAY },    { { "sitemap", 7 }, KEY_SITEMAP },       { { "site-map", 8 }, KEY_SITEMAP },
};

/* What a group has. */
typedef struct {
    VEC(robots_rule) rules;
    long delay; /* milliseconds; -1: none */
} group;

/* Groups of one agent are one group, wherever they stand; so are those of "*". */
typedef struct {
    arena *a;
    str agent;
    group own, others; /* for the agent; for "*" */
    bool for_own, for_others; /* whom the group under way is for */
    bool ruled;   /* it has a rule: the next user-agent line begins another */
    bool named;   /* some group is for the agent */
    VEC(str) sitemaps;
} reading;

static key_kind kind_of(str key) {
    for (size_t i = 0; i < sizeof KEYS / sizeof *KEYS; i++)
        if (key.n >= KEYS[i].start.n && str_eq_fold(str_cut(key, 0, KEYS[i].start.n), KEYS[i].start)) return KEYS[i].kind;
    return KEY_OTHER;
}

/* The product token that a user-agent line begins with: "petik" of "Petik/1.0 (nightly)". */
static str product(str value) {
    size_t n = 0;
    while (n < value.n && (ascii_upper(value.p[n]) || (value.p[n] >= 'a' && value.p[n] <= 'z') || value.p[n] == '-' || value.p[n] == '_')) n++;
    return str_cut(value, 0, n);
}

static void take_agent(reading *r, str value) {
    if (r->ruled) r->for_own = r->for_others = r->ruled = false;
    bool star = value.n > 0 && value.p[0] == '*' && (value.n == 1 || ascii_space(value.p[1]));
    if (star) r->for_others = true;
    else if (r->agent.n > 0 && str_eq_fold(product(value), r->agent)) r->for_own = r->named = true;
}

static bool is_hex(char c) {
    return ascii_digit(c) || (ascii_lower(c) >= 'a' && ascii_lower(c) <= 'f');
}

static bool is_escape(str s, size_t i) { return i + 2 < s.n && s.p[i] == '%' && is_hex(s.p[i + 1]) && is_hex(s.p[i + 2]); }

static char upper(char c) { return c >= 'a' && c <= 'z' ? (char)(c & ~32) : c; }

/* One spelling for each pattern: %aa is %AA, and bytes beyond ASCII are encoded. */
static str spelled(arena *a, str value) {
    value = wildcard_encode(a, value);
    char *out = arena_raw(a, value.n + 1);
    for (size_t i = 0; i <= value.n; i++) {
        bool digit = (i > 0 && is_escape(value, i - 1)) || (i > 1 && is_escape(value, i - 2));
        out[i] = digit ? upper(value.p[i]) : value.p[i];
    }
    return (str){ out, value.n };
}

static void add_rule(reading *r, str pattern, bool allow) {
    group *g = r->for_own ? &r->own : &r->others;
    *vec_add(r->a, &g->rules) = (robots_rule){ pattern, allow };
}

static void take_rule(reading *r, str value, bool allow) {
    if (!r->for_own && !r->for_others) return;
    r->ruled = true;
    if (value.n == 0) return; /* "Disallow:" closes the lines of agents, and says nothing else */
    str pattern = spelled(r->a, value);
    add_rule(r, pattern, allow);
    size_t slash = str_find_last(pattern, STR("/"), pattern.n);
    if (allow && slash != SIZE_MAX && str_starts(str_cut(pattern, slash, pattern.n), STR("/index.htm"))) {
        str parts[] = { str_cut(pattern, 0, slash + 1), STR("$") };
        add_rule(r, arena_join(r->a, parts, 2), true); /* who allows its index allows the folder */
    }
}

/* Milliseconds of "10", "0.5" or "1,5"; what follows does not count. -1: no number. */
static long milliseconds(str value) {
    long seconds = 0, part = 0, unit = 100;
    size_t i = 0;
    while (i < value.n && ascii_digit(value.p[i])) {
        seconds = seconds * 10 + (value.p[i++] - '0');
        if (seconds > LIMIT_CRAWL_DELAY) seconds = LIMIT_CRAWL_DELAY;
    }
    size_t digits = i;
    if (i < value.n && (value.p[i] == '.' || value.p[i] == ',')) {
        for (i++; i < value.n && ascii_digit(value.p[i]); i++, digits++, unit /= 10) part += (value.p[i] - '0') * unit;
    }
    return digits == 0 ? -1 : seconds * 1000 + part;
}

/* Of several the longest counts. It is no rule of the RFC: it belongs to the agents named before it, but ends their list not. */
static void take_delay(reading *r, str value) {
    long delay = milliseconds(value);
    if (r->for_own && delay > r->own.delay) r->own.delay = delay;
    if (r->for_others && delay > r->others.delay) r->others.delay = delay;
}

static bool is_blank(char c) { return c == ' ' || c == '\t'; }

/* Splits "key: value", or "key value" of just two words, as who forgot the colon writes. */
static bool split_line(str *key, str *value, str line) {
    size_t colon = str_find(line, STR(":"), 0), at = colon;
    if (colon == SIZE_MAX) {
        for (at = 0; at < line.n && !is_blank(line.p[at]); at++) { }
        if (at == line.n) return false;
    }
    *key = str_trim(str_cut(line, 0, at));
    *value = str_trim(str_cut(line, at + 1, line.n));
    if (colon != SIZE_MAX) return key->n > 0;
    for (size_t i = 0; i < value->n; i++)
        if (is_blank(value->p[i])) return false;
    return key->n > 0;
}

static void take_line(reading *r, str line) {
    str key, value, rest = line;
    if (line.n > LIMIT_ROBOTS_LINE) rest.n = LIMIT_ROBOTS_LINE;
    line = str_split(&rest, '#');
    rest = line;
    line = str_trim(str_split(&rest, '\0'));
    if (!split_line(&key, &value, line)) return;
    switch (kind_of(key)) {
    case KEY_AGENT: take_agent(r, value); break;
    case KEY_ALLOW: take_rule(r, value, true); break;
    case KEY_DISALLOW: take_rule(r, value, false); break;
    case KEY_DELAY: take_delay(r, value); break;
    case KEY_SITEMAP:
        if (value.n > 0) *vec_add(r->a, &r->sitemaps) = arena_copy(r->a, value);
        break;
    case KEY_OTHER: break;
    }
}

/* Without a byte order mark, or so much of one as there is. */
static str unmarked(str text) {
    static const char MARK[] = "\xEF\xBB\xBF";
    size_t n = 0;
    while (n < 3 && n < text.n && text.p[n] == MARK[n]) n++;
    return str_cut(text, n, text.n);
}

robots robots_read(arena *a, str text, str agent) {
    reading r = { .a = a, .agent = agent, .own.delay = -1, .others.delay = -1 };
    bool cut = text.n > LIMIT_ROBOTS;
    if (cut) text.n = LIMIT_ROBOTS;
    text = unmarked(text);
    for (size_t at = 0; at < text.n;) {
        size_t end = at;
        while (end < text.n && text.p[end] != '\n' && text.p[end] != '\r') end++;
        if (end < text.n || !cut) take_line(&r, str_cut(text, at, end)); /* half a pattern is another pattern */
        at = end + 1;
    }
    const group *g = r.named ? &r.own : &r.others;
    robots out = { .delay = g->delay };
    memcpy(&out.rules, &g->rules, sizeof out.rules);
    memcpy(&out.sitemaps, &r.sitemaps, sizeof out.sitemaps);
    return out;
}

static size_t find_any(str s, const char *set, size_t from) {
    while (from < s.n && (s.p[from] == '\0' || !strchr(set, s.p[from]))) from++;
    return from;
}

/* Path and query of an address, also of one without a scheme; without its fragment. Empty: it has none. */
static str target_of(str url) {
    size_t from = str_starts(url, STR("//")) ? 2 : 0;
    size_t scheme = str_find(url, STR("://"), from), early = find_any(url, "/?;", from);
    size_t start = find_any(url, "/?;", scheme == SIZE_MAX || early < scheme ? from : scheme + 3);
    size_t end = find_any(url, "#", from);
    return start < end ? str_cut(url, start, end) : STR_NONE;
}

/* The path as patterns are spelled. Bytes beyond ASCII stay: who sends an address sends it encoded. */
static void spell_path(buf *out, str target) {
    if (target.n == 0 || target.p[0] != '/') buf_add_char(out, '/');
    for (size_t i = 0; i < target.n; i++) {
        buf_add_char(out, target.p[i]);
        if (!is_escape(target, i)) continue;
        buf_add_char(out, upper(target.p[++i]));
        buf_add_char(out, upper(target.p[++i]));
    }
}

bool robots_allows(const robots *r, str url) {
    size_t longest = 0;
    bool allowed = true;
    str target = target_of(url);
    if (str_eq(target, STR("/robots.txt"))) return true;
    buf path = buf_make(target.n + 1);
    spell_path(&path, target);
    for (size_t i = 0; i < r->rules.n; i++) {
        const robots_rule *rule = &r->rules.items[i];
        bool decides = rule->pattern.n > longest || (rule->pattern.n == longest && rule->allow);
        if (!decides || !wildcard_matches(rule->pattern, buf_str(&path))) continue;
        longest = rule->pattern.n;
        allowed = rule->allow;
    }
    buf_free(&path);
    return allowed;
}
