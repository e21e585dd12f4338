/* SPDX-License-Identifier: MIT */
#include "rule/pattern.h"

#include <stdio.h>

#include "base/limits.h"

enum { MACRO_DEPTH = 12 };

/* One way only to step through a text, a word with the space before it at once: nothing ends behind a space, and what ends
 * within a word is never reached. */
#define STEP "\\ ?[0-9A-Za-z]++|\\ (?![0-9A-Za-z])|[^0-9A-Za-z\\ \\n]"

static int target_number(pattern_context *c, const word_list *l, int kind) {
    for (size_t k = 0; k < c->n_targets; k++)
        if (c->targets[k].list == l && (l || c->targets[k].kind == kind)) return (int)k;
    if (c->n_targets == CALLOUT_TARGETS) return -1;
    c->targets[c->n_targets] = (callout_target){ l, kind };
    return (int)c->n_targets++;
}

/* A look ahead at the bytes that a list's words begin with: most places are turned down without a callout. */
static void add_first_bytes(buf *out, const word_list *l) {
    bool beyond = false;
    buf_add(out, STR("(?=["));
    for (int c = 0; c < 256; c++) {
        if (!l->index.starts[c]) continue;
        if (c < 0x80) buf_format(out, "\\x{%x}", c);
        beyond = beyond || c >= 0x80;
    }
    if (beyond) buf_add(out, STR("\\x{80}-\\x{10FFFF}"));
    buf_add(out, STR("])"));
}

/* The first callout finds out where the thing that starts here ends (or that none does), the second stops the steps
 * over words and single characters there. Atomic: between the two nothing else asks. */
static int add_callout(buf *out, pattern_context *c, const word_list *l, int kind) {
    int k = target_number(c, l, kind);
    if (k < 0) return k;
    buf_add(out, STR("(?>"));
    if (l) add_first_bytes(out, l);
    buf_format(out, "(?C%d)(?:" STEP ")+?(?C%d))", 2 * k + 1, 2 * k);
    return 0;
}

static str name_at(str pattern, size_t i) {
    size_t end = i;
    while (end < pattern.n && ((unsigned char)(ascii_lower(pattern.p[end]) - 'a') < 26 || pattern.p[end] == '_')) end++;
    return str_cut(pattern, i, end);
}

static const rule_macro *macro_named(const pattern_context *c, str name) {
    for (size_t i = 0; i < c->source->macros.n; i++)
        if (str_eq(c->source->macros.items[i].name, name)) return &c->source->macros.items[i];
    return NULL;
}

static int kind_before(const pattern_context *c, str name, int stage) {
    for (int k = 0; c->kinds[k].name; k++)
        if (str_eq(str_of(c->kinds[k].name), name) && c->kinds[k].stage < stage) return k;
    return -1;
}

static int expand(buf *out, pattern_context *c, str pattern, const rule_place *place, int stage, int depth, error *e);

static int add_name(buf *out, pattern_context *c, str name, const rule_place *at, int stage, int depth, error *e) {
    const rule_macro *m = macro_named(c, name);
    if (m) {
        buf_add(out, STR("(?:"));
        int status = expand(out, c, m->pattern, &m->place, stage, depth + 1, e);
        buf_add_char(out, ')');
        return status;
    }
    const word_list *l = list_named(c->lists, c->n_lists, name);
    int kind = l ? -1 : kind_before(c, name, stage);
    if (!l && kind < 0) return place_error(e, at, "@%.*s is no list, no definition and no earlier record kind", STR_ARG(name));
    if (l && l->words.n == 0) return place_error(e, at, "list %.*s is empty", STR_ARG(name));
    if (add_callout(out, c, l, kind)) return place_error(e, at, "more than %d lists and kinds in patterns", CALLOUT_TARGETS);
    return 0;
}

/* Where byte i of a (perhaps continued) value stands: lines after the first were trimmed when they were joined. */
static rule_place place_within(str pattern, const rule_place *place, size_t i) {
    rule_place p = *place;
    str rest = place->rest;
    size_t start = 0;
    for (size_t k = 0; k < i && k < pattern.n; k++) {
        if (pattern.p[k] != '\n') continue;
        start = k + 1;
        p.line++;
        str_split(&rest, '\n');
    }
    if (start == 0) {
        p.column += i;
        return p;
    }
    p.text = str_split(&rest, '\n');
    str trimmed = str_trim(p.text);
    p.column = (size_t)(trimmed.p - p.text.p) + i - start + 1;
    return p;
}

static int expand(buf *out, pattern_context *c, str pattern, const rule_place *place, int stage, int depth, error *e) {
    if (depth > MACRO_DEPTH) return place_error(e, place, "definitions that refer to each other");
    for (size_t i = 0; i < pattern.n; i++) {
        if (pattern.p[i] == '\\' && i + 1 < pattern.n) {
            buf_add(out, str_cut(pattern, i, i + 2));
            i++;
            continue;
        }
        str name = pattern.p[i] == '@' ? name_at(pattern, i + 1) : STR_NONE;
        if (name.n == 0) {
            buf_add_char(out, pattern.p[i]);
            continue;
        }
        rule_place at = place_within(pattern, place, i);
        int status = add_name(out, c, name, &at, stage, depth, e);
        if (status) return status;
        i += name.n;
    }
    return 0;
}

int pattern_expand(buf *out, pattern_context *c, str pattern, const rule_place *place, int stage, error *e) {
    return expand(out, c, pattern, place, stage, 0, e);
}

rule_place pattern_place(pattern_context *c, str pattern, const rule_place *place, int stage, size_t offset) {
    buf out = buf_make(LIMIT_RULE_FILE);
    size_t i = 0, piece = 0;
    while (i < pattern.n) { /* one piece after another until the written-out form is as long as the offset */
        piece = i;
        bool escape = pattern.p[i] == '\\' && i + 1 < pattern.n;
        str name = pattern.p[i] == '@' ? name_at(pattern, i + 1) : STR_NONE;
        i += escape ? 2 : 1 + name.n;
        error ignored = { 0 };
        if (expand(&out, c, str_cut(pattern, piece, i), place, stage, 0, &ignored) || out.n > offset) break;
    }
    buf_free(&out);
    return place_within(pattern, place, piece);
}
