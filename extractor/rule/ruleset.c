/* SPDX-License-Identifier: MIT */
#include "rule/ruleset.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/limits.h"

static int load_lists(ruleset *rs, digest *sum, error *e) {
    arena *a = &rs->home;
    str folder = arena_format(a, "%.*s/lists", STR_ARG(rs->folder));
    name_list names = { 0 };
    int status = file_names(&names, a, folder.p, ".txt", ERROR_RULES, e);
    for (size_t i = 0; !status && i < names.n; i++) {
        str path = arena_format(a, "%.*s/%.*s", STR_ARG(folder), STR_ARG(names.items[i])), bytes = { 0 };
        status = file_read(&bytes, a, path.p, LIMIT_RULE_FILE, ERROR_RULES, e);
        if (status) break;
        digest_add(sum, names.items[i]);
        digest_add(sum, bytes);
        str name = str_cut(names.items[i], 0, names.items[i].n - 4);
        status = list_parse(vec_add(a, &rs->lists), a, name, bytes, path.p, e);
    }
    return status;
}

static int load_rules(ruleset *rs, digest *sum, error *e) {
    arena *a = &rs->home;
    name_list names = { 0 };
    int status = file_names(&names, a, rs->folder.p, ".rules", ERROR_RULES, e);
    if (!status && names.n == 0) return error_set(e, ERROR_RULES, "%s: no rule files (*.rules)", rs->folder.p);
    for (size_t i = 0; !status && i < names.n; i++) {
        str path = arena_format(a, "%.*s/%.*s", STR_ARG(rs->folder), STR_ARG(names.items[i])), bytes = { 0 };
        status = file_read(&bytes, a, path.p, LIMIT_RULE_FILE, ERROR_RULES, e);
        if (status) break;
        size_t bad = utf8_check(bytes), line = 1;
        for (size_t k = 0; k < bad && bad < bytes.n; k++) line += bytes.p[k] == '\n';
        if (bad < bytes.n) return error_set(e, ERROR_RULES, "%s:%zu: not UTF-8", path.p, line);
        digest_add(sum, names.items[i]);
        digest_add(sum, bytes);
        status = rules_parse(&rs->source, a, bytes, path.p, rs->kinds, rs->lists.items, rs->lists.n, e);
    }
    return status;
}

static int compile(rule_code **made, ruleset *rs, const rule *r, str pattern, const rule_place *place, bool anchored, error *e) {
    int stage = rs->kinds[r->kind].stage, code;
    size_t offset;
    buf text = buf_make(LIMIT_RULE_FILE);
    int status = pattern_expand(&text, &rs->patterns, pattern, place, stage, e);
    rule_code *out = *made = arena_alloc(&rs->home, sizeof *out);
    uint32_t options = PCRE2_UTF | PCRE2_EXTENDED | PCRE2_NO_UTF_CHECK | PCRE2_DUPNAMES | (anchored ? PCRE2_ANCHORED : 0);
    if (!status) {
        out->pcre = pcre2_compile((PCRE2_SPTR)text.p, text.n, options, &code, &offset, NULL);
        if (!out->pcre) {
            char what[160];
            pcre2_get_error_message(code, (PCRE2_UCHAR *)what, sizeof what);
            rule_place at = pattern_place(&rs->patterns, pattern, place, stage, offset ? offset - 1 : 0);
            status = place_error(e, &at, "rule %.*s: %s", STR_ARG(r->id), what);
        }
    }
    buf_free(&text);
    return status;
}

void ruleset_ready(const ruleset *rs, rule_code *code) {
    pthread_mutex_lock(rs->lock);
    if (!atomic_load(&code->ready)) code->machine = rs->jit && pcre2_jit_compile(code->pcre, PCRE2_JIT_COMPLETE) == 0;
    atomic_store(&code->ready, true);
    pthread_mutex_unlock(rs->lock);
}

static int find_groups(ruleset *rs, rule *r, error *e) {
    uint32_t names, size;
    PCRE2_SPTR entry;
    pcre2_pattern_info(r->code->pcre, PCRE2_INFO_NAMECOUNT, &names);
    pcre2_pattern_info(r->code->pcre, PCRE2_INFO_NAMEENTRYSIZE, &size);
    pcre2_pattern_info(r->code->pcre, PCRE2_INFO_NAMETABLE, &entry);
    const rule_kind *kind = &rs->kinds[r->kind];
    for (uint32_t i = 0; i < names; i++, entry += size) {
        str name = str_of((const char *)entry + 2);
        int field = 0;
        while (field < RULE_FIELDS && kind->fields[field] && !str_eq(str_of(kind->fields[field]), name)) field++;
        if (field == RULE_FIELDS || !kind->fields[field])
            return place_error(e, &r->match_place, "rule %.*s: records of kind %s have no field \"%.*s\"", STR_ARG(r->id), kind->name,
                               STR_ARG(name));
        int same = 0;
        while (same < RULE_SAME && r->group[field][same]) same++;
        if (same == RULE_SAME)
            return place_error(e, &r->match_place, "rule %.*s: more than %d groups are called \"%.*s\"", STR_ARG(r->id), RULE_SAME,
                               STR_ARG(name));
        r->group[field][same] = entry[0] << 8 | entry[1];
    }
    return 0;
}

/* "<digits:1-2>": a run of digits of that length. */
static bool read_digits(rule_trigger *t, str literal) {
    if (!str_starts(literal, STR("<digits:")) || !str_ends(literal, STR(">"))) return false;
    str rest = str_cut(literal, 8, literal.n - 1), least = str_split(&rest, '-');
    long from = str_number(least), to = rest.p ? str_number(rest) : from;
    t->least = from > 0 ? (uint32_t)from : 1;
    t->most = to > 0 ? (uint32_t)to : UINT32_MAX;
    return true;
}

static void add_trigger(ruleset *rs, const rule *r, str literal, const word_list *l) {
    rule_trigger t = { .literal = literal, .list = l, .rule = r, .fold = r->fold || (l && l->fold), .stage = (unsigned char)rs->kinds[r->kind].stage,
                       .guard = (unsigned char)r->guard,
                       .whole = WORD_BYTE[(unsigned char)literal.p[literal.n - 1]] };
    uint32_t *head = NULL;
    size_t n = 0;
    while (n < literal.n && WORD_BYTE[(unsigned char)literal.p[n]]) n++;
    if (read_digits(&t, literal)) head = &rs->digit;
    else if (str_eq(literal, STR("<line>"))) head = &rs->line;
    else if (n == 0) head = &rs->first[(unsigned char)literal.p[0]];
    else {
        word_triggers *w = t.fold ? &rs->folded : &rs->exact;
        uint32_t h = word_hash(literal, 0, n, t.fold ? WORD_FOLD : WORD_EXACT);
        w->seen[(h & 0xFFFF) >> 6] |= (uint64_t)1 << (h & 63);
        size_t i = h & (w->n_slots - 1);
        while (w->slots[i] && w->hashes[i] != h) i = (i + 1) & (w->n_slots - 1);
        w->hashes[i] = h;
        head = &w->slots[i];
    }
    t.next = *head;
    *head = (uint32_t)rs->triggers.n;
    *vec_add(&rs->home, &rs->triggers) = t;
}

/* The first words of a list, each once. */
static void add_list_triggers(ruleset *rs, const rule *r, const word_list *l) {
    table seen = table_make(&rs->home, l->words.n);
    for (size_t w = 0; w < l->words.n; w++) {
        str word = l->words.items[w];
        size_t n = word_end(word, 0, word.n);
        if (n) word.n = n;
        if (table_put(&seen, word, (uint32_t)w) == w) add_trigger(rs, r, word, l);
    }
}

static int count_triggers(ruleset *rs, size_t *n, error *e) {
    for (size_t i = 0; i < rs->source.rules.n; i++) {
        rule *r = rs->source.rules.items[i];
        r->number = i;
        for (size_t k = 0; k < r->triggers.n; k++) {
            str t = r->triggers.items[k];
            const word_list *l = t.p[0] == '@' ? list_named(rs->lists.items, rs->lists.n, str_cut(t, 1, t.n)) : NULL;
            if (t.p[0] == '@' && !l) return place_error(e, &r->trigger_place, "there is no list %.*s", STR_ARG(t));
            *n += l ? l->words.n : 1;
        }
    }
    return 0;
}

static void make_slots(word_triggers *w, arena *a, size_t n) {
    for (w->n_slots = 64; w->n_slots < n * 2;) w->n_slots *= 2;
    w->slots = arena_alloc(a, w->n_slots * sizeof *w->slots);
    w->hashes = arena_alloc(a, w->n_slots * sizeof *w->hashes);
}

static int index_triggers(ruleset *rs, error *e) {
    size_t n = 1;
    int status = count_triggers(rs, &n, e);
    if (status) return status;
    make_slots(&rs->exact, &rs->home, n);
    make_slots(&rs->folded, &rs->home, n);
    vec_add(&rs->home, &rs->triggers);
    for (size_t i = rs->source.rules.n; i-- > 0;) {
        const rule *r = rs->source.rules.items[i];
        if (r->status == RULE_RETIRED) continue;
        for (size_t k = 0; k < r->triggers.n; k++) {
            str t = r->triggers.items[k];
            const word_list *l = t.p[0] == '@' ? list_named(rs->lists.items, rs->lists.n, str_cut(t, 1, t.n)) : NULL;
            if (!l) add_trigger(rs, r, t, NULL);
            else add_list_triggers(rs, r, l);
        }
    }
    return 0;
}

static int compile_all(ruleset *rs, error *e) {
    uint32_t jit = 0;
    pcre2_config(PCRE2_CONFIG_JIT, &jit);
    rs->jit = jit != 0;
    rs->patterns = (pattern_context){ .source = &rs->source, .lists = rs->lists.items, .n_lists = rs->lists.n,
                                      .kinds = rs->kinds };
    for (size_t i = 0; i < rs->source.rules.n; i++) {
        rule *r = rs->source.rules.items[i];
        if (r->procedure.n) continue;
        int status = compile(&r->code, rs, r, r->match, &r->match_place, true, e);
        if (!status) status = find_groups(rs, r, e);
        for (size_t k = 0; !status && k < r->nots.n; k++)
            status = compile(vec_add(&rs->home, &r->nots_code), rs, r, r->nots.items[k], &r->not_places.items[k], false, e);
        if (status) return status;
    }
    return 0;
}

static void take_abbreviations(ruleset *rs) {
    const word_list *l = ruleset_list(rs, "abbreviations");
    rs->words.abbreviations = table_make(&rs->home, l ? l->words.n : 1);
    for (size_t i = 0; l && i < l->words.n; i++) table_put(&rs->words.abbreviations, l->words.items[i], 1);
}

int ruleset_load(ruleset *out, const char *folder, const rule_kind *kinds, error *e) {
    *out = (ruleset){ .kinds = kinds };
    out->lock = arena_alloc(&out->home, sizeof *out->lock);
    pthread_mutex_init(out->lock, NULL);
    out->folder = arena_copy(&out->home, str_of(folder));
    digest sum;
    digest_begin(&sum);
    int status = load_lists(out, &sum, e);
    if (!status) status = load_rules(out, &sum, e);
    if (!status) status = compile_all(out, e);
    if (!status) status = index_triggers(out, e);
    if (status) return status;
    take_abbreviations(out);
    digest_end(&sum, out->digest);
    return 0;
}

void ruleset_free(ruleset *rs) {
    for (size_t i = 0; i < rs->source.rules.n; i++) {
        rule *r = rs->source.rules.items[i];
        if (r->code) pcre2_code_free(r->code->pcre);
        for (size_t k = 0; k < r->nots_code.n; k++) if (r->nots_code.items[k]) pcre2_code_free(r->nots_code.items[k]->pcre);
    }
    pthread_mutex_destroy(rs->lock);
    arena_free(&rs->home);
}

const word_list *ruleset_list(const ruleset *rs, const char *name) {
    return list_named(rs->lists.items, rs->lists.n, str_of(name));
}

int ruleset_kind(const ruleset *rs, const char *name) {
    for (int k = 0; rs->kinds[k].name; k++)
        if (strcmp(rs->kinds[k].name, name) == 0) return k;
    return -1;
}
