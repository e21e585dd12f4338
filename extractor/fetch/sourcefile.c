/* SPDX-License-Identifier: MIT */
#include "fetch/sourcefile.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/file.h"
#include "base/limits.h"
#include "base/nearest.h"
#include "fetch/sourcevalue.h"
#include "text/utf8.h"

enum { SHOWN = 60 }; /* bytes of a wrong word that are shown */

/* Where a key may stand: before the first source, in a source, or both; then sources have what was said before them. */
typedef enum { OF_FILE = 1, OF_SOURCE = 2, OF_BOTH = 3 } key_place;

typedef struct {
    const char *name;
    key_place place;
    bool several; /* one a line */
    bool (*take)(source_value *v, void *field, str value);
    size_t offset; /* of the field in source_file (OF_FILE), else in fetch_source */
} key_row;

static const key_row KEYS[] = {
    { "contact", OF_FILE, false, source_value_contact, offsetof(source_file, contact) },
    { "db", OF_FILE, false, source_value_path, offsetof(source_file, db) },
    { "archive", OF_FILE, false, source_value_path, offsetof(source_file, archive) },
    { "certificates", OF_FILE, false, source_value_path, offsetof(source_file, certificates) },
    { "connect", OF_FILE, false, source_value_bound, offsetof(source_file, connect) },
    { "wait", OF_FILE, false, source_value_bound, offsetof(source_file, wait) },
    { "stall", OF_FILE, false, source_value_bound, offsetof(source_file, stall) },
    { "whole", OF_FILE, false, source_value_bound, offsetof(source_file, whole) },
    { "patience", OF_FILE, false, source_value_pause, offsetof(source_file, patience) },
    { "feed", OF_SOURCE, true, source_value_address, offsetof(fetch_source, feeds) },
    { "sitemap", OF_SOURCE, true, source_value_address, offsetof(fetch_source, sitemaps) },
    { "start", OF_SOURCE, true, source_value_address, offsetof(fetch_source, starts) },
    { "follow", OF_SOURCE, true, source_value_pattern, offsetof(fetch_source, follow) },
    { "leave", OF_BOTH, true, source_value_pattern, offsetof(fetch_source, leave) },
    { "publisher", OF_SOURCE, false, source_value_text, offsetof(fetch_source, publisher) },
    { "zone", OF_BOTH, false, source_value_zone, offsetof(fetch_source, zone) },
    { "delay", OF_BOTH, false, source_value_pause, offsetof(fetch_source, delay) },
    { "limit", OF_BOTH, false, source_value_number, offsetof(fetch_source, limit) },
    { "days", OF_BOTH, false, source_value_days, offsetof(fetch_source, days) },
    { "revisit", OF_BOTH, false, source_value_revisit, offsetof(fetch_source, revisit) },
};
enum { KEY_COUNT = sizeof KEYS / sizeof *KEYS };

typedef struct {
    const char *path;
    source_file *out;
    source_value value;
    fetch_source all;      /* what sources begin with */
    size_t number;         /* of the line */
    str line;
    size_t said[KEY_COUNT]; /* the line of each key in this source, or before the first; 0: none */
    error *e;
} reading;

/* A fault at a byte of the line. */
__attribute__((format(printf, 3, 4))) static int fault(reading *r, const char *at, const char *format, ...) {
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return error_set(r->e, ERROR_USAGE, "%s:%zu:%zu: %s", r->path, r->number, (size_t)(at - r->line.p) + 1, text);
}

/* A word of the file, not too long for a message. */
static str shown(str word) {
    if (word.n <= SHOWN) return word;
    word.n = SHOWN;
    while (word.n > 0 && ((unsigned char)word.p[word.n] & 0xC0) == 0x80) word.n--;
    return word;
}

static int unknown_key(reading *r, str key) {
    const char *names[KEY_COUNT], *near = NULL;
    char word[NEAREST_LONGEST + 1] = "";
    for (size_t i = 0; i < KEY_COUNT; i++) names[i] = KEYS[i].name;
    if (key.n < sizeof word) {
        memcpy(word, key.p, key.n);
        near = nearest_name(word, names, KEY_COUNT);
    }
    key = shown(key);
    if (near) return fault(r, key.p, "no key \"%.*s\"; did you mean %s?", STR_ARG(key), near);
    return fault(r, key.p, "no key \"%.*s\"", STR_ARG(key));
}

/* Whether a key may stand here; a source's lines of a key replace those before the first source. */
static int check_key(reading *r, str key, size_t i, void *field) {
    bool within = r->out->sources.n > 0;
    if (within && !(KEYS[i].place & OF_SOURCE)) return fault(r, key.p, "%s is said for all, before the first source", KEYS[i].name);
    if (!within && !(KEYS[i].place & OF_FILE)) return fault(r, key.p, "%s is said in a source, behind [name]", KEYS[i].name);
    if (r->said[i] && !KEYS[i].several) return fault(r, key.p, "%s is said already, on line %zu", KEYS[i].name, r->said[i]);
    if (!r->said[i] && KEYS[i].several) *(source_texts *)field = (source_texts){ 0 };
    r->said[i] = r->number;
    return 0;
}

static int read_setting(reading *r, str line) {
    size_t equals = str_find(line, STR("="), 0), i = 0;
    if (equals == SIZE_MAX) return fault(r, line.p, "neither \"key = value\" nor \"[name]\"");
    str key = str_trim(str_cut(line, 0, equals)), value = str_trim(str_cut(line, equals + 1, line.n));
    if (key.n == 0) return fault(r, line.p, "no key before =");
    while (i < KEY_COUNT && !str_eq(key, str_of(KEYS[i].name))) i++;
    if (i == KEY_COUNT) return unknown_key(r, key);
    source_file *f = r->out;
    fetch_source *source = f->sources.n ? &f->sources.items[f->sources.n - 1] : &r->all;
    void *field = (KEYS[i].place == OF_FILE ? (char *)f : (char *)source) + KEYS[i].offset;
    int status = check_key(r, key, i, field);
    if (status < 0) return status;
    if (value.n == 0) return fault(r, line.p + equals, "%s has no value", KEYS[i].name);
    if (KEYS[i].take(&r->value, field, value)) return 0;
    value = shown(r->value.word);
    return fault(r, value.p, "\"%.*s\" is %s", STR_ARG(value), r->value.what);
}

/* The source that ends here is whole. */
static int end_source(reading *r) {
    source_file *f = r->out;
    const fetch_source *s = f->sources.n ? &f->sources.items[f->sources.n - 1] : NULL;
    if (!s || s->feeds.n + s->sitemaps.n + s->starts.n > 0) return 0;
    return error_set(r->e, ERROR_USAGE, "%s:%zu:1: [%.*s] has no address: feed, sitemap or start", r->path, s->line, STR_ARG(s->name));
}

static bool is_name_byte(char c) {
    return ascii_digit(c) || ascii_upper(c) || (c >= 'a' && c <= 'z') || c == '.' || c == '-' || c == '_';
}

static int read_name(str *name, reading *r, str line) {
    size_t close = str_find(line, STR("]"), 0);
    if (close == SIZE_MAX) return fault(r, line.p, "no ] behind the name");
    str rest = str_trim(str_cut(line, close + 1, line.n));
    if (rest.n > 0) return fault(r, rest.p, "something behind [name]");
    *name = str_trim(str_cut(line, 1, close));
    if (name->n == 0) return fault(r, line.p, "no name in []");
    for (size_t i = 0; i < name->n; i++)
        if (!is_name_byte(name->p[i])) return fault(r, name->p + i, "names have letters, digits, . - and _");
    return 0;
}

static int begin_source(reading *r, str line) {
    str name;
    source_file *f = r->out;
    int status = end_source(r);
    if (status == 0) status = read_name(&name, r, line);
    if (status < 0) return status;
    for (size_t i = 0; i < f->sources.n; i++)
        if (str_eq(f->sources.items[i].name, name))
            return fault(r, name.p, "there is a [%.*s] already, on line %zu", STR_ARG(shown(name)), f->sources.items[i].line);
    fetch_source *s = vec_add(&f->home, &f->sources);
    *s = r->all;
    s->name = arena_copy(&f->home, name);
    s->line = r->number;
    memset(r->said, 0, sizeof r->said);
    return 0;
}

/* Without a remark: # at the start or behind a space. Addresses have it within. */
static str without_remark(str line) {
    for (size_t i = 0; i < line.n; i++)
        if (line.p[i] == '#' && (i == 0 || ascii_space(line.p[i - 1]))) return str_cut(line, 0, i);
    return line;
}

static int read_line(reading *r) {
    const char *nul = r->line.n ? memchr(r->line.p, '\0', r->line.n) : NULL;
    if (nul) return fault(r, nul, "a NUL byte, which no text has");
    size_t good = utf8_check(r->line);
    if (good < r->line.n) return fault(r, r->line.p + good, "not UTF-8");
    str line = str_trim(without_remark(r->line));
    if (line.n == 0) return 0;
    return line.p[0] == '[' ? begin_source(r, line) : read_setting(r, line);
}

static int read_lines(reading *r, str text) {
    int status = 0;
    str rest = str_starts(text, STR("\xEF\xBB\xBF")) ? str_cut(text, 3, text.n) : text;
    while (rest.p && status == 0) {
        r->line = str_split(&rest, '\n');
        r->number++;
        status = read_line(r);
    }
    if (status == 0) status = end_source(r);
    if (status == 0 && !r->out->contact.p)
        status = error_set(r->e, ERROR_USAGE, "%s:1:1: no contact: sites have to know whom to write to; add contact = an e-mail or web address", r->path);
    return status;
}

int source_file_read(source_file *out, const char *path, error *e) {
    *out = (source_file){ .connect = 15000, .wait = 30000, .stall = 30000, .whole = 120000, .patience = 120000 };
    str text, folder = str_of(path);
    size_t slash = str_find_last(folder, STR("/"), folder.n);
    folder.n = slash == SIZE_MAX ? 0 : slash + 1;
    reading r = { .path = path, .out = out, .value = { .a = &out->home, .folder = folder }, .e = e,
                  .all = { .zone = 420, .delay = 2000, .limit = 1000, .days = 30 } };
    source_value_path(&r.value, &out->db, STR("news.db"));
    source_value_path(&r.value, &out->archive, STR("archive"));
    int status = file_read(&text, &out->home, path, LIMIT_RULE_FILE, ERROR_INPUT, e);
    if (status == 0) status = read_lines(&r, text);
    if (status < 0) source_file_free(out);
    return status;
}

void source_file_free(source_file *f) {
    if (!f) return;
    arena_free(&f->home);
    *f = (source_file){ 0 };
}
