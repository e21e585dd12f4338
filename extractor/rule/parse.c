/* SPDX-License-Identifier: MIT */
#include "rule/parse.h"

#include "base/limits.h"

#include <stdarg.h>
#include <stdio.h>

typedef struct {
    rule_source *out;
    arena *home;
    const rule_kind *kinds;
    const word_list *lists;
    size_t n_lists;
    rule *open; /* the rule whose lines are being read */
    error *e;
} parser;

int place_error(error *e, const rule_place *p, const char *format, ...) {
    char what[512];
    va_list args;
    va_start(args, format);
    vsnprintf(what, sizeof what, format, args);
    va_end(args);
    size_t from = p->column > 60 ? p->column - 60 : 1; /* long lines: the part around the column */
    while (from > 1 && from <= p->text.n && ((unsigned char)p->text.p[from - 1] & 0xC0) == 0x80) from--;
    str line = from <= p->text.n ? str_cut(p->text, from - 1, p->text.n) : STR_NONE;
    if (line.n > 100) line.n = 100;
    int points = 0; /* the caret counts characters, the column bytes */
    for (size_t i = from - 1; i + 1 < p->column && i < p->text.n; i++) points += ((unsigned char)p->text.p[i] & 0xC0) != 0x80;
    return error_set(e, ERROR_RULES, "%s:%zu:%zu: %s\n    %.*s\n    %*s^", p->path, p->line, p->column, what, STR_ARG(line), points, "");
}

const word_list *list_named(const word_list *lists, size_t n, str name) {
    for (size_t i = 0; i < n; i++)
        if (str_eq(lists[i].name, name)) return &lists[i];
    return NULL;
}

static int kind_named(const rule_kind *kinds, str name) {
    for (int k = 0; kinds[k].name; k++)
        if (str_eq(str_of(kinds[k].name), name)) return k;
    return -1;
}

static int field_named(const rule_kind *kind, str name) {
    for (int k = 0; k < RULE_FIELDS && kind->fields[k]; k++)
        if (str_eq(str_of(kind->fields[k]), name)) return k;
    return -1;
}

static str next_word(str *rest) {
    *rest = str_trim(*rest);
    size_t n = 0;
    while (n < rest->n && !ascii_space(rest->p[n])) n++;
    str word = str_cut(*rest, 0, n);
    *rest = str_trim(str_cut(*rest, n, rest->n));
    return word;
}

/* One of several words, by number; an error that lists them otherwise. */
static int choice(parser *p, const rule_place *at, str value, const char *const *words) {
    char all[200] = "";
    size_t used = 0;
    for (int k = 0; words[k]; k++) {
        if (str_eq(value, str_of(words[k]))) return k;
        int n = snprintf(all + used, sizeof all - used, "%s%s", k ? ", " : "", words[k]);
        if (n > 0) used += (size_t)n < sizeof all - used ? (size_t)n : 0;
    }
    return place_error(p->e, at, "\"%.*s\" is none of %s", STR_ARG(value), all);
}

const char *const RULE_STATUS_NAMES[] = { "draft", "stable", "retired", NULL };

static int read_status(parser *p, const rule_place *at, str value) {
    int k = choice(p, at, value, RULE_STATUS_NAMES);
    if (k >= 0) p->open->status = (rule_status)k;
    return k < 0 ? k : 0;
}

static int read_makes(parser *p, const rule_place *at, str value) {
    p->open->kind = kind_named(p->kinds, value);
    return p->open->kind < 0 ? place_error(p->e, at, "no record kind is called \"%.*s\"", STR_ARG(value)) : 0;
}

static bool special_trigger(str t) {
    if (str_eq(t, STR("<line>"))) return true;
    if (!str_starts(t, STR("<digits:")) || !str_ends(t, STR(">"))) return false;
    str rest = str_cut(t, 8, t.n - 1), least = str_split(&rest, '-');
    return str_number(least) > 0 && (!rest.p || str_number(rest) >= str_number(least));
}

/* Triggers are separated by " | ", so that one may have spaces inside. */
static int read_trigger(parser *p, const rule_place *at, str value) {
    p->open->trigger_place = *at;
    while (value.p) {
        str one = str_trim(str_split(&value, '|'));
        if (one.n == 0) return place_error(p->e, at, "an empty trigger");
        if (one.p[0] == '<' && !special_trigger(one)) return place_error(p->e, at, "\"%.*s\": <line> and <digits:1-2> are known", STR_ARG(one));
        *vec_add(p->home, &p->open->triggers) = one;
    }
    return 0;
}

static int read_window(parser *p, const rule_place *at, str value) {
    static const char *const WORDS[] = { "sentence", "paragraph", "quote", "line", "bytes:", NULL };
    int k = choice(p, at, next_word(&value), WORDS);
    if (k < 0) return k;
    p->open->window = (rule_window)k;
    if (k != WINDOW_BYTES) return 0;
    size_t dots = str_find(value, STR(".."), 0);
    if (dots == SIZE_MAX) return place_error(p->e, at, "a window in bytes is written -60..200");
    str before = str_cut(value, str_starts(value, STR("-")), dots), after = str_cut(value, dots + 2, value.n);
    long b = str_number(before), n = str_number(after);
    if (b < 0 || n <= 0) return place_error(p->e, at, "a window in bytes is written -60..200");
    if (n > LIMIT_WINDOW) return place_error(p->e, at, "a window has at most %d bytes", LIMIT_WINDOW);
    p->open->before = (size_t)b;
    p->open->after = (size_t)n;
    return 0;
}

static int read_guard(parser *p, const rule_place *at, str value) {
    static const char *const WORDS[] = { "none", "upper", "lower", "digit", "quote", NULL };
    if (!str_eq(next_word(&value), STR("next"))) return place_error(p->e, at, "a guard is written: next upper");
    if (str_starts(value, STR("[")) && str_ends(value, STR("]")) && value.n > 2) {
        for (size_t i = 1; i + 1 < value.n; i++) {
            unsigned char c = (unsigned char)value.p[i];
            p->open->guard_set[c >> 6] |= (uint64_t)1 << (c & 63);
        }
        p->open->guard = GUARD_SET;
        return 0;
    }
    if (str_starts(value, STR("@"))) {
        p->open->guard = GUARD_LIST;
        p->open->guard_list = list_named(p->lists, p->n_lists, str_cut(value, 1, value.n));
        return p->open->guard_list ? 0 : place_error(p->e, at, "there is no list %.*s", STR_ARG(value));
    }
    int k = choice(p, at, value, WORDS);
    if (k >= 0) p->open->guard = (rule_guard)k;
    return k < 0 ? k : 0;
}

/* near institution 40 | near , 90 */
static int read_near(parser *p, const rule_place *at, str value) {
    str what = next_word(&value);
    long bytes = str_number(value);
    if (bytes <= 0 || bytes > LIMIT_WINDOW) return place_error(p->e, at, "near is written: near institution 40, or near , 90");
    p->open->near = (size_t)bytes;
    p->open->near_kind = kind_named(p->kinds, what);
    if (p->open->near_kind < 0) p->open->near_text = what;
    return 0;
}

static int read_case(parser *p, const rule_place *at, str value) {
    static const char *const WORDS[] = { "exact", "fold", NULL };
    int k = choice(p, at, value, WORDS);
    p->open->fold = k == 1;
    return k < 0 ? k : 0;
}

static int read_priority(parser *p, const rule_place *at, str value) {
    long n = str_number(value);
    p->open->priority = (int)n;
    return n < 0 || n > 999 ? place_error(p->e, at, "a priority is a number from 0 to 999") : 0;
}

static int read_match(parser *p, const rule_place *at, str value) {
    if (str_find(value, STR("(?C"), 0) != SIZE_MAX) return place_error(p->e, at, "callouts in a pattern are petik's own");
    p->open->match = value;
    p->open->match_place = *at;
    return 0;
}

static int read_not(parser *p, const rule_place *at, str value) {
    *vec_add(p->home, &p->open->nots) = value;
    *vec_add(p->home, &p->open->not_places) = *at;
    return 0;
}

/* procedure extractor/record/statement.c: no pattern; samples are run by the whole extraction. */
static int read_procedure(parser *p, const rule_place *at, str value) {
    (void)at;
    p->open->procedure = value;
    return 0;
}

static int read_why(parser *p, const rule_place *at, str value) {
    (void)at;
    p->open->why = value;
    return 0;
}

/* set FIELD = constant | @list | @list:column | @list:column of OTHER */
static int read_set(parser *p, const rule_place *at, str value) {
    if (p->open->kind < 0) return place_error(p->e, at, "\"makes\" has to come before \"set\"");
    const rule_kind *kind = &p->kinds[p->open->kind];
    rule_set s = { .column = -1 };
    str name = next_word(&value);
    s.field = s.from = field_named(kind, name);
    if (s.field < 0) return place_error(p->e, at, "records of kind %s have no field \"%.*s\"", kind->name, STR_ARG(name));
    if (!str_starts(value, STR("="))) return place_error(p->e, at, "a set is written: set %.*s = value", STR_ARG(name));
    value = str_trim(str_cut(value, 1, value.n));
    s.constant = value;
    if (str_starts(value, STR("@"))) {
        str word = next_word(&value), list = str_split(&word, ':');
        s.list = list_named(p->lists, p->n_lists, str_cut(list, 1, list.n));
        if (!s.list) return place_error(p->e, at, "there is no list %.*s", STR_ARG(list));
        if (word.p && (s.column = list_column(s.list, word)) < 0)
            return place_error(p->e, at, "list %.*s has no column \"%.*s\"", STR_ARG(list), STR_ARG(word));
        if (str_eq(next_word(&value), STR("of")) && (s.from = field_named(kind, value)) < 0)
            return place_error(p->e, at, "records of kind %s have no field \"%.*s\"", kind->name, STR_ARG(value));
    }
    *vec_add(p->home, &p->open->sets) = s;
    return 0;
}

static int read_sample(parser *p, const rule_place *at, str value, sample_kind kind) {
    rule_sample *s = vec_add(p->home, &p->open->samples);
    *s = (rule_sample){ .kind = kind, .text = value, .place = *at };
    size_t arrow = str_find_last(value, STR(" ->"), value.n);
    if (arrow == SIZE_MAX) return 0;
    s->text = str_trim(str_cut(value, 0, arrow));
    s->expected = str_trim(str_cut(value, arrow + 3, value.n));
    return 0;
}
static int read_yes(parser *p, const rule_place *at, str value) { return read_sample(p, at, value, SAMPLE_YES); }
static int read_no(parser *p, const rule_place *at, str value) { return read_sample(p, at, value, SAMPLE_NO); }
static int read_todo(parser *p, const rule_place *at, str value) { return read_sample(p, at, value, SAMPLE_TODO); }

static const struct {
    const char *key;
    int (*read)(parser *p, const rule_place *at, str value);
} KEYS[] = {
    { "status", read_status }, { "makes", read_makes },       { "trigger", read_trigger }, { "window", read_window },
    { "guard", read_guard },   { "near", read_near },       { "case", read_case },         { "match", read_match },     { "not", read_not },
    { "set", read_set },       { "priority", read_priority }, { "why", read_why },         { "yes", read_yes },
    { "no", read_no },         { "todo", read_todo },         { "procedure", read_procedure },
};

static int begin_rule(parser *p, const rule_place *at, str id) {
    rule *r = arena_alloc(p->home, sizeof *r);
    *r = (rule){ .id = id, .place = *at, .kind = -1, .priority = 50, .status = RULE_STABLE };
    if (id.n == 0) return place_error(p->e, at, "a rule needs a name");
    for (size_t i = 0; i < p->out->rules.n; i++)
        if (str_eq(p->out->rules.items[i]->id, id))
            return place_error(p->e, at, "rule %.*s exists already (%s:%zu)", STR_ARG(id), p->out->rules.items[i]->place.path,
                               p->out->rules.items[i]->place.line);
    *vec_add(p->home, &p->out->rules) = r;
    p->open = r;
    return 0;
}

static int end_rule(parser *p) {
    rule *r = p->open;
    r->id_text = arena_copy(p->home, r->id).p;
    r->why_text = arena_copy(p->home, r->why).p;
    p->open = NULL;
    size_t yes = 0;
    for (size_t i = 0; i < r->samples.n; i++) yes += r->samples.items[i].kind == SAMPLE_YES;
    const char *missing = r->kind < 0 ? "makes" : !yes ? "yes" : NULL;
    if (!missing && !r->procedure.n) missing = !r->match.n ? "match" : !r->triggers.n ? "trigger" : NULL;
    if (missing) return place_error(p->e, &r->place, "rule %.*s has no \"%s\"", STR_ARG(r->id), missing);
    return 0;
}

/* needs lists/regions.txt lists/ranks.txt */
static int read_needs(parser *p, const rule_place *at, str value) {
    while (value.n) {
        str path = next_word(&value), name = path;
        if (str_starts(name, STR("lists/"))) name = str_cut(name, 6, name.n);
        if (str_ends(name, STR(".txt"))) name.n -= 4;
        if (!list_named(p->lists, p->n_lists, name)) return place_error(p->e, at, "there is no list %.*s", STR_ARG(path));
    }
    return 0;
}

static int read_outside(parser *p, const rule_place *at, str key, str value) {
    if (str_eq(key, STR("rule"))) return begin_rule(p, at, value);
    if (str_eq(key, STR("ruleset"))) return 0;
    if (str_eq(key, STR("needs"))) return read_needs(p, at, value);
    if (!str_eq(key, STR("define"))) return place_error(p->e, at, "\"%.*s\" is not known here", STR_ARG(key));
    str name = next_word(&value);
    for (size_t i = 0; i < p->out->macros.n; i++)
        if (str_eq(p->out->macros.items[i].name, name)) return place_error(p->e, at, "%.*s is defined already", STR_ARG(name));
    *vec_add(p->home, &p->out->macros) = (rule_macro){ name, value, *at };
    return 0;
}

/* A rule ends with "end", or where the next one, a definition or the end of the file is. */
static int read_line(parser *p, const rule_place *at, str key, str value) {
    bool next = str_eq(key, STR("rule")) || str_eq(key, STR("define"));
    if (p->open && (next || str_eq(key, STR("end")))) {
        int status = end_rule(p);
        if (status || !next) return status;
    }
    if (!p->open) return read_outside(p, at, key, value);
    for (size_t k = 0; k < sizeof KEYS / sizeof *KEYS; k++)
        if (str_eq(key, str_of(KEYS[k].key))) return KEYS[k].read(p, at, value);
    return place_error(p->e, at, "rule %.*s: \"%.*s\" is no key of a rule", STR_ARG(p->open->id), STR_ARG(key));
}

/* Indented farther than keys are: a value that goes on. */
static bool deep(str line) {
    size_t columns = 0, i = 0;
    for (; i < line.n && (line.p[i] == ' ' || line.p[i] == '\t'); i++) columns += line.p[i] == '\t' ? 8 : 1;
    return columns >= 8 && i < line.n;
}

/* Takes lines that begin with white space onto the value before them, joined by line feeds. */
static str with_continuations(parser *p, str value, str *rest, size_t *line) {
    VEC(char) joined = { 0 };
    for (;;) {
        str look = *rest, next = str_split(&look, '\n');
        if (!rest->p || !deep(next)) break;
        if (!joined.n) for (size_t i = 0; i < value.n; i++) *vec_add(p->home, &joined) = value.p[i];
        *vec_add(p->home, &joined) = '\n';
        str more = str_trim(next);
        for (size_t i = 0; i < more.n; i++) *vec_add(p->home, &joined) = more.p[i];
        *rest = look;
        ++*line;
    }
    return joined.n ? (str){ joined.items, joined.n } : value;
}

int rules_parse(rule_source *out, arena *a, str bytes, const char *path, const rule_kind *kinds, const word_list *lists,
                size_t n_lists, error *e) {
    parser p = { .out = out, .home = a, .kinds = kinds, .lists = lists, .n_lists = n_lists, .e = e };
    if (str_starts(bytes, STR("\xEF\xBB\xBF"))) bytes = str_cut(bytes, 3, bytes.n);
    for (size_t line = 1; bytes.p; line++) {
        str rest = bytes, text = str_split(&bytes, '\n');
        str trimmed = str_trim(text);
        if (trimmed.n == 0 || trimmed.p[0] == '#') continue;
        str value = trimmed, key = next_word(&value);
        rule_place at = { path, line, (size_t)(value.n ? value.p - text.p : trimmed.p - text.p) + 1, text, rest };
        value = with_continuations(&p, value, &bytes, &line);
        int status = read_line(&p, &at, key, value);
        if (status) return status;
    }
    return p.open ? end_rule(&p) : 0;
}
