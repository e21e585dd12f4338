/* SPDX-License-Identifier: MIT */
/* extractor/rule: word lists, rule files and their errors, matching. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "record/kind.h"
#include "rule/match.h"
#include "rule/sample.h"

static arena home;
static char folder[] = "/tmp/petik-test-rule-XXXXXX";

static str path_of(const char *name) { return arena_format(&home, "%s/%s", folder, name); }

static void write_file(const char *name, const char *text) {
    FILE *f = fopen(path_of(name).p, "w");
    assert_non_null(f);
    assert_true(fputs(text, f) >= 0);
    assert_int_equal(fclose(f), 0);
}

/* A list too large to be written out in a pattern: "Kantor Dinas" and "Kantor Dinas Perhubungan" are in it. */
static void write_large_list(void) {
    FILE *f = fopen(path_of("lists/offices.txt").p, "w");
    assert_non_null(f);
    for (int i = 0; i < 300; i++) fprintf(f, "Kantor Cabang %d|Kacab %d\t%d\n", i, i, i);
    fputs("Kantor Dinas\t-\nKantor Dinas Perhubungan\t7\n", f);
    assert_int_equal(fclose(f), 0);
}

static int set_up(void **state) {
    (void)state;
    if (!mkdtemp(folder) || mkdir(path_of("lists").p, 0700)) return -1;
    write_file("lists/bodies.txt", "# columns: type seat\nKPU|Komisi Pemilihan Umum\telection\tKota\nBawaslu|BAWASLU\telection\t-\n");
    write_file("lists/heads.txt", "# case: fold\nKepala|Ka.\nWakil Kepala|Waka\nWali\nWali Kota\n");
    write_file("lists/abbreviations.txt", "No.\nPj.\n");
    write_file("lists/empty.txt", "# nothing\n");
    write_large_list();
    return 0;
}

static int tear_down(void **state) {
    (void)state;
    static const char *const FILES[] = { "x.rules", "y.rules", "lists/bodies.txt", "lists/heads.txt", "lists/abbreviations.txt", "lists/empty.txt",
                                         "lists/offices.txt", "lists/bad.txt" };
    for (size_t i = 0; i < sizeof FILES / sizeof *FILES; i++) unlink(path_of(FILES[i]).p);
    rmdir(path_of("lists").p);
    rmdir(folder);
    arena_free(&home);
    return 0;
}

static void assert_str(str got, const char *want) { assert_string_equal(arena_copy(&home, got).p, want); }

/* ---- lists */

static word_list parse_list(const char *text) {
    word_list l;
    error e = { 0 };
    assert_int_equal(list_parse(&l, &home, STR("words"), str_of(text), "words.txt", &e), 0);
    return l;
}

static void a_list_has_entries_and_columns(void **state) {
    (void)state;
    word_list l = parse_list("# columns: type code\n\nKPU|Komisi Pemilihan Umum\telection\t1\nBawaslu\telection\t-\r\nDPRD\n");
    assert_int_equal(l.entries.n, 3);
    assert_int_equal(l.words.n, 4);
    assert_str(list_find(&l, STR("Komisi Pemilihan Umum"))->canonical, "KPU");
    assert_str(list_find(&l, STR("KPU"))->column[list_column(&l, STR("code"))], "1");
    assert_null(list_find(&l, STR("Bawaslu"))->column[1].p);
    assert_null(list_find(&l, STR("DPRD"))->column[0].p);
    assert_null(list_find(&l, STR("kpu")));
    assert_null(list_find(&l, STR("KP")));
    assert_null(list_find(&l, STR("")));
    assert_int_equal(list_column(&l, STR("size")), -1);
}

static void a_folded_list_takes_any_case(void **state) {
    (void)state;
    word_list l = parse_list("# case: fold\nKepala Desa|Kades\n");
    assert_non_null(list_find(&l, STR("KEPALA DESA")));
    assert_non_null(list_find(&l, STR("kades")));
    assert_int_equal(list_longest(&l, STR("KADES Suka"), 0, 10, NULL), 5);
}

static void assert_list_fails(const char *text, const char *want) {
    word_list l;
    error e = { 0 };
    assert_int_equal(list_parse(&l, &home, STR("words"), str_of(text), "words.txt", &e), ERROR_RULES);
    assert_string_equal(e.text, want);
}

static void faults_of_lists_have_a_place(void **state) {
    (void)state;
    assert_list_fails("KPU\nBawaslu\nPanwas|KPU\n", "words.txt:3:1: \"KPU\" stands under \"KPU\" already");
    assert_list_fails("# case: fold\nKPU|kpud\nX|KPUD\n", "words.txt:3:1: \"KPUD\" stands under \"KPU\" already");
    assert_list_fails("KPU||KPUD\n", "words.txt:1:1: an empty variant");
    assert_list_fails("KPU|\n", "words.txt:1:1: an empty variant");
    parse_list("KPU|KPU|KPUD\n"); /* twice under one canonical does no harm */
}

static void the_longest_variant_is_found(void **state) {
    (void)state;
    word_list l = parse_list("Wali\nWali Kota\nWali Kota Administrasi\nSorong\nSorong Selatan\nPj|Pj.\nM. Nur\nJakarta\n");
    const list_entry *entry = NULL;
    str s = STR("Wali Kota Sorong");
    assert_int_equal(list_longest(&l, s, 0, s.n, &entry), 9);
    assert_str(entry->canonical, "Wali Kota");
    assert_int_equal(list_longest(&l, s, 10, s.n, NULL), 6);
    assert_int_equal(list_longest(&l, s, 0, 8, NULL), 4);   /* the limit cuts Kota short */
    assert_int_equal(list_longest(&l, s, 0, 9, NULL), 9);
    assert_int_equal(list_longest(&l, s, 1, s.n, NULL), 0);
    assert_int_equal(list_longest(&l, s, s.n, s.n, NULL), 0);
    assert_int_equal(list_longest(&l, STR("Walikota"), 0, 8, NULL), 0);
    assert_int_equal(list_longest(&l, STR("Sorong, Jakarta"), 0, 15, NULL), 6);
    assert_int_equal(list_longest(&l, STR("Sorong."), 0, 7, NULL), 6);
    assert_int_equal(list_longest(&l, STR("Pj. Wali"), 0, 8, &entry), 3);
    assert_int_equal(list_longest(&l, STR("Pj Wali"), 0, 7, NULL), 2);
    assert_int_equal(list_longest(&l, STR("(Pj.)"), 1, 5, NULL), 3);
    assert_int_equal(list_longest(&l, STR("M. Nur hadir"), 0, 12, NULL), 6);
    assert_int_equal(list_longest(&l, STR("Wali Kota Administrasi Jakarta"), 0, 30, NULL), 22);
    assert_int_equal(list_longest(&l, STR("Wali Kota Administratif"), 0, 23, NULL), 9);
    assert_int_equal(list_longest(NULL, s, 0, s.n, NULL), 0);
}

/* The longest variant at i by trying all of them. */
static size_t longest_of_all(const word_list *l, str text, size_t i, size_t limit) {
    size_t best = 0;
    for (size_t w = 0; w < l->words.n; w++) {
        str word = l->words.items[w];
        if (word.n <= best || i + word.n > limit) continue;
        str here = str_cut(text, i, i + word.n);
        bool same = l->fold ? str_eq_fold(here, word) : str_eq(here, word);
        if (same && (i + word.n == limit || !WORD_BYTE[(unsigned char)text.p[i + word.n]])) best = word.n;
    }
    return best;
}

static size_t random_text(char *out, unsigned *seed, size_t most) {
    static const char *const PIECES[] = { "a", "b", "A", "B", " ", " ", ".", ",", "é", "’", "-", "1" };
    size_t n = 0;
    for (size_t i = (size_t)rand_r(seed) % most + 1; i > 0; i--) {
        const char *piece = PIECES[(size_t)rand_r(seed) % (sizeof PIECES / sizeof *PIECES)];
        memcpy(out + n, piece, strlen(piece));
        n += strlen(piece);
    }
    return n;
}

static void looking_up_is_trying_all(void **state) {
    (void)state;
    unsigned seed = 7;
    int tried = 0;
    for (int round = 0; round < 500; round++) {
        arena a = { 0 };
        char file[4096] = "# case: fold\n", text[64];
        size_t n = round & 1 ? strlen(file) : 0;
        for (int k = 0; k < 12; k++) {
            n += random_text(file + n, &seed, 7);
            file[n++] = '\n';
        }
        word_list l;
        int status = list_parse(&l, &a, STR("words"), (str){ file, n }, "words.txt", NULL); /* fails when a word comes twice */
        tried += status == 0;
        for (int k = 0; !status && k < 50; k++) {
            str s = { text, random_text(text, &seed, 14) };
            for (size_t i = 0; i < s.n; i++)
                for (size_t limit = i; limit <= s.n; limit++)
                    if (limit == s.n || !WORD_BYTE[(unsigned char)s.p[limit]])
                        assert_int_equal(list_longest(&l, s, i, limit, NULL), longest_of_all(&l, s, i, limit));
        }
        arena_free(&a);
    }
    assert_true(tried > 100);
}

/* ---- rule files that do not load */

static int load(ruleset *rs, const char *rules, error *e) {
    write_file("x.rules", rules);
    int status = ruleset_load(rs, folder, RECORD_KINDS, e);
    return status ? status : samples_run(rs, e);
}

/* The caret has to stand below the column that the message names, and the line has to be that of the file. */
static void assert_caret(const char *text, const char *rules, size_t line, size_t column) {
    str rest = str_of(text), file = str_of(rules), wanted = STR_NONE;
    str_split(&rest, '\n');
    str shown = str_split(&rest, '\n');
    for (size_t i = 0; i < line; i++) wanted = str_split(&file, '\n');
    assert_true(str_starts(shown, STR("    ")));
    assert_true(str_ends(wanted, str_cut(shown, 4, shown.n)));
    assert_int_equal(rest.n, 4 + column);
    assert_int_equal(rest.p[rest.n - 1], '^');
}

static void assert_fails(const char *rules, size_t line, size_t column, const char *what) {
    ruleset rs;
    error e = { 0 };
    int status = load(&rs, rules, &e);
    ruleset_free(&rs);
    assert_int_equal(status, ERROR_RULES);
    str want = arena_format(&home, "%s/x.rules:%zu:%zu: %s\n", folder, line, column, what);
    str got = str_of(e.text);
    if (!str_starts(got, want)) assert_string_equal(e.text, want.p);
    assert_caret(e.text, rules, line, column);
}

#define HEAD "rule t.one\n  makes    institution\n  trigger  Dinas\n  window   sentence\n"
#define TAIL "  match    Dinas \\s \\p{Lu}\\p{L}+\n  yes      Dinas Perhubungan tutup\n"

static void unknown_words_are_told(void **state) {
    (void)state;
    assert_fails("rule t.one\n  colour   red\n" TAIL, 2, 12, "rule t.one: \"colour\" is no key of a rule");
    assert_fails("colour   red\n", 1, 10, "\"colour\" is not known here");
    assert_fails("rule t.one\n  makes    building\n" TAIL, 2, 12, "no record kind is called \"building\"");
    assert_fails(HEAD "  status   fine\n" TAIL, 5, 12, "\"fine\" is none of draft, stable, retired");
    assert_fails("rule t.one\n  makes    institution\n  window   page\n" TAIL, 3, 12,
                 "\"page\" is none of sentence, paragraph, quote, line, bytes:");
    assert_fails(HEAD "  guard    next thing\n" TAIL, 5, 12, "\"thing\" is none of none, upper, lower, digit, quote");
    assert_fails(HEAD "  guard    upper\n" TAIL, 5, 12, "a guard is written: next upper");
    assert_fails(HEAD "  case     loose\n" TAIL, 5, 12, "\"loose\" is none of exact, fold");
}

static void bad_values_are_told(void **state) {
    (void)state;
    assert_fails(HEAD "  window   bytes: 60\n" TAIL, 5, 12, "a window in bytes is written -60..200");
    assert_fails(HEAD "  window   bytes: -x..200\n" TAIL, 5, 12, "a window in bytes is written -60..200");
    assert_fails(HEAD "  window   bytes: -60..0\n" TAIL, 5, 12, "a window in bytes is written -60..200");
    assert_fails(HEAD "  priority high\n" TAIL, 5, 12, "a priority is a number from 0 to 999");
    assert_fails(HEAD "  priority 1000\n" TAIL, 5, 12, "a priority is a number from 0 to 999");
    assert_fails("rule t.one\n  makes    institution\n  trigger  Dinas | | Badan\n" TAIL, 3, 12, "an empty trigger");
}

static void what_is_missing_is_told(void **state) {
    (void)state;
    assert_fails(HEAD "  match    Dinas\n", 1, 6, "rule t.one has no \"yes\"");
    assert_fails(HEAD "  match    Dinas\n  no       Badan\nend\n", 1, 6, "rule t.one has no \"yes\"");
    assert_fails(HEAD "  yes      Dinas\n", 1, 6, "rule t.one has no \"match\"");
    assert_fails("rule t.one\n  makes    institution\n" TAIL, 1, 6, "rule t.one has no \"trigger\"");
    assert_fails("rule t.one\n  trigger  Dinas\n" TAIL, 1, 6, "rule t.one has no \"makes\"");
    assert_fails("rule\n", 1, 1, "a rule needs a name");
}

static void names_that_are_there_already_are_told(void **state) {
    (void)state;
    assert_fails("define cap \\p{Lu}\ndefine cap \\p{Ll}\n", 2, 8, "cap is defined already");
    ruleset rs;
    error e = { 0 };
    assert_int_equal(load(&rs, HEAD TAIL "\n" HEAD TAIL, &e), ERROR_RULES);
    ruleset_free(&rs);
    str want = arena_format(&home, "%s/x.rules:8:6: rule t.one exists already (%s/x.rules:1)\n", folder, folder);
    assert_true(str_starts(str_of(e.text), want));
}

static void unknown_fields_and_lists_are_told(void **state) {
    (void)state;
    assert_fails(HEAD "  set      size = 3\n" TAIL, 5, 12, "records of kind institution have no field \"size\"");
    assert_fails(HEAD "  set      type election\n" TAIL, 5, 12, "a set is written: set type = value");
    assert_fails(HEAD "  set      type = @bodys\n" TAIL, 5, 12, "there is no list @bodys");
    assert_fails(HEAD "  set      type = @bodies:kind\n" TAIL, 5, 12, "list @bodies has no column \"kind\"");
    assert_fails(HEAD "  set      type = @bodies:type of size\n" TAIL, 5, 12, "records of kind institution have no field \"size\"");
    assert_fails("rule t.one\n  set      type = x\n", 2, 12, "\"makes\" has to come before \"set\"");
    assert_fails(HEAD "  match    (?<size> Dinas )\n  yes      Dinas\n", 5, 12,
                 "rule t.one: records of kind institution have no field \"size\"");
    assert_fails(HEAD "  match    @bodys\n  yes      Dinas\n", 5, 12, "@bodys is no list, no definition and no earlier record kind");
    assert_fails(HEAD "  match    Dinas \\s @bodys\n  yes      Dinas\n", 5, 21, "@bodys is no list, no definition and no earlier record kind");
    assert_fails(HEAD "  match    @official\n  yes      Dinas\n", 5, 12, "@official is no list, no definition and no earlier record kind");
    assert_fails(HEAD "  match    @empty\n  yes      Dinas\n", 5, 12, "list empty is empty");
    assert_fails("rule t.one\n  makes    institution\n  trigger  @bodys\n" TAIL, 3, 12, "there is no list @bodys");
    assert_fails("define a @b\ndefine b @a\n" HEAD "  match    @a\n  yes      Dinas\n", 1, 8, "definitions that refer to each other");
}

static void faults_of_patterns_are_shown_where_they_are(void **state) {
    (void)state;
    assert_fails(HEAD "  match    Dinas (x\n  yes      Dinas\n", 5, 19, "rule t.one: missing closing parenthesis");
    assert_fails(HEAD "  match    Dinas [z-a] x\n  yes      Dinas\n", 5, 20, "rule t.one: range out of order in character class");
    /* behind a list that is written out much longer than it stands there */
    assert_fails(HEAD "  match    @bodies \\s [z-a]\n  yes      Dinas\n", 5, 25, "rule t.one: range out of order in character class");
    assert_fails(HEAD "  match    Dinas\n  not      [z-a]\n  yes      Dinas\n", 6, 14, "rule t.one: range out of order in character class");
}

static void samples_are_held_to_what_they_say(void **state) {
    (void)state;
    assert_fails(HEAD "  match    Dinas \\s \\p{Lu}\\p{L}+\n  yes      Badan Perhubungan\n", 6, 12,
                 "rule t.one: sample fails: the rule does not match");
    assert_fails(HEAD "  match    Dinas \\s \\p{Lu}\\p{L}+\n  yes      Dinas Perhubungan tutup -> text=Dinas Perhubungan tutup\n", 6, 12,
                 "rule t.one: sample fails: text is \"Dinas Perhubungan\"");
    assert_fails(HEAD "  match    Dinas \\s (?<place>\\p{Lu}\\p{L}+)\n  yes      Dinas Ambon  ->  place=Kota Ambon type=x\n", 6, 12,
                 "rule t.one: sample fails: place is \"Ambon\"");
    assert_fails(HEAD TAIL "  yes      Dinas Ambon  ->  size=3\n", 7, 12, "records of kind institution have no field \"size\"");
    assert_fails(HEAD TAIL "  no       di Dinas Sosial\n", 7, 12, "rule t.one: matches \"Dinas Sosial\", and should not");
    assert_fails(HEAD TAIL "  todo     Dinas Sosial  ->  text=Dinas Sosial\n", 7, 12,
                 "rule t.one: this todo passes now: make it a yes");
}

static void good_files_load(void **state) {
    (void)state;
    static const char *const GOOD[] = {
        HEAD TAIL,
        "# a comment\nruleset things\nneeds   lists/bodies.txt\n\n" HEAD TAIL "end\n\n" "rule t.two\n  makes date\n  trigger x\n  match x\n  yes x\n",
        HEAD TAIL "  no       dinas itu\n  todo     Dinas  ->  text=Dinas\n  todo     Dinas Ambon  ->  text=Ambon\n",
        HEAD TAIL "  yes      Dinas Ambon  ->\n  yes      Dinas Ambon -> type= text=Dinas Ambon\n",
        "rule t.one\r\n  makes    institution\r\n  trigger  Dinas\r\n  match    Dinas \\s\r\n           Ambon\r\n  yes      Dinas Ambon\r\n",
        HEAD "  match    Dinas     # the head\n           \\s \\p{Lu}\\p{L}+\n  yes      Dinas Perhubungan tutup  ->  text=Dinas Perhubungan\n",
        "rule t.old\n  makes    date\n  status   retired\n  trigger  Dinas\n  match    Dinas\n  yes      Badan\n",
        "",
    };
    for (size_t i = 0; i < sizeof GOOD / sizeof *GOOD; i++) {
        ruleset rs;
        error e = { 0 };
        int status = load(&rs, GOOD[i], &e);
        if (status) fail_msg("file %zu: %s", i, e.text);
        ruleset_free(&rs);
    }
}

static void a_folder_without_rules_is_told(void **state) {
    (void)state;
    ruleset rs;
    error e = { 0 };
    unlink(path_of("x.rules").p);
    assert_int_equal(ruleset_load(&rs, folder, RECORD_KINDS, &e), ERROR_RULES);
    assert_true(str_ends(str_of(e.text), STR(": no rule files (*.rules)")));
    ruleset_free(&rs);
    e = (error){ 0 };
    assert_int_equal(ruleset_load(&rs, path_of("nowhere").p, RECORD_KINDS, &e), ERROR_RULES);
    ruleset_free(&rs);
    write_file("lists/bad.txt", "a\nb|a\n");
    write_file("x.rules", HEAD TAIL);
    e = (error){ 0 };
    assert_int_equal(ruleset_load(&rs, folder, RECORD_KINDS, &e), ERROR_RULES);
    assert_true(str_ends(str_of(e.text), STR("lists/bad.txt:2:1: \"a\" stands under \"a\" already")));
    ruleset_free(&rs);
    unlink(path_of("lists/bad.txt").p);
}

/* ---- matching */

/* What rules find of a kind in a text: the matches, with " | " between; a field's value behind "=" if one is named. */
static const char *found(const char *rules, const char *text, int kind, int field) {
    ruleset rs;
    matcher *m;
    error e = { 0 };
    write_file("x.rules", rules);
    if (ruleset_load(&rs, folder, RECORD_KINDS, &e)) fail_msg("%s", e.text);
    assert_int_equal(matcher_open(&m, &rs, &e), 0);
    document d = document_make(&home, str_of(text), false, &rs.words);
    matcher_begin(m, &home, &d);
    for (int stage = 1; stage <= 3; stage++) matcher_run(m, stage);
    str got = STR("");
    const match_list *l = matcher_found(m, kind);
    for (size_t i = 0; i < l->n; i++) {
        got = arena_format(&home, "%.*s%s%.*s", STR_ARG(got), i ? " | " : "", STR_ARG(str_span(d.text, l->items[i].at)));
        if (field >= 0) got = arena_format(&home, "%.*s=%.*s", STR_ARG(got), STR_ARG(match_value(m, &l->items[i], field)));
    }
    const rule *last;
    assert_int_equal(matcher_failures(m, &last), 0);
    matcher_free(m);
    ruleset_free(&rs);
    return arena_copy(&home, got).p;
}

/* An institution rule in one line, and what it finds. */
static const char *hits(const char *keys, const char *match, const char *text) {
    str rules = arena_format(&home, "rule t.one\n  makes    institution\n%s\n  match    %s\n  yes      x\n", keys, match);
    return found(rules.p, text, KIND_INSTITUTION, -1);
}

static void a_trigger_is_a_whole_word(void **state) {
    (void)state;
    assert_string_equal(hits("  trigger  Dinas", "Dinas", "Dinas itu; Dinasti; dinas; e-Dinas, Dinas."), "Dinas | Dinas | Dinas");
    assert_string_equal(hits("  case     fold\n  trigger  Dinas", "(?i:dinas)", "Dinas itu; DINAS; dinasti"), "Dinas | DINAS");
    assert_string_equal(hits("  trigger  Wali Kota | Bupati", "(?:Wali \\s Kota|Bupati)", "Wali Kota dan Wali serta Bupati, Bupatinya"), "Wali Kota | Bupati");
    assert_string_equal(hits("  trigger  (", "\\( \\d \\)", "a (1) b (x) c(2)"), "(1) | (2)");
    assert_string_equal(hits("  trigger  @bodies", "@bodies", "KPU dan Komisi Pemilihan Umum serta BAWASLU, Bawasluku"),
                        "KPU | Komisi Pemilihan Umum | BAWASLU");
    assert_string_equal(hits("  trigger  Kepala", "Dinas", "Kepala Dinas"), ""); /* anchored where the trigger is */
    assert_string_equal(hits("  trigger  Théo", "Théo", "Théo hadir, Théofilus tidak"), "Théo");
}

static void triggers_may_be_digits(void **state) {
    (void)state;
    assert_string_equal(hits("  trigger  <digits:1-2>", "\\d+", "5 orang, 17 ayam, 345 bebek, A4"), "5 | 17");
    assert_string_equal(hits("  trigger  <digits:4>", "\\d+", "2024 dan 20245 dan 202"), "2024");
}

static void a_guard_looks_at_what_follows(void **state) {
    (void)state;
    static const char TEXT[] = "Pasal 5, Pasal lima, Pasal Lima, Pasal \"x\", Pasal. Pasal";
    assert_string_equal(hits("  trigger  Pasal\n  guard    next digit", "Pasal \\s* .", TEXT), "Pasal 5");
    assert_string_equal(hits("  trigger  Pasal\n  guard    next lower", "Pasal \\s* .", TEXT), "Pasal l");
    assert_string_equal(hits("  trigger  Pasal\n  guard    next none", "Pasal", TEXT), "Pasal | Pasal | Pasal | Pasal | Pasal | Pasal");
    assert_string_equal(hits("  trigger  Pasal\n  guard    next quote", "Pasal \\s* .", TEXT), "Pasal \"");
    assert_string_equal(hits("  trigger  Pj\n  guard    next upper", "Pj.*?\\s\\p{Lu}", "Pj. Bupati, Pj bupati, (Pj) Wali"), "Pj. B | Pj) W");
    assert_string_equal(hits("  trigger  Pasal\n  guard    next [5x]", "Pasal \\s* .", "Pasal 5, Pasal 6, Pasal x"), "Pasal 5 | Pasal x");
}

static void near_asks_for_something_behind(void **state) {
    (void)state;
    assert_string_equal(hits("  trigger  Dinas\n  near     , 8", "Dinas", "Dinas A, B. Dinas ABC, D. Dinas,"), "Dinas | Dinas");
    static const char RULES[] =
        "rule t.body\n  makes    institution\n  trigger  @bodies\n  match    @bodies\n  yes      x\n"
        "rule t.head\n  makes    official\n  trigger  Ketua\n  near     institution 10\n  match    (?<title>Ketua) .*? @institution\n  yes      x\n";
    assert_string_equal(found(RULES, "Ketua KPU; Ketua itu KPU; Ketua KPU", KIND_OFFICIAL, -1), "Ketua KPU | Ketua KPU");
    assert_fails(HEAD "  near     institution\n" TAIL, 5, 12, "near is written: near institution 40, or near , 90");
    assert_fails(HEAD "  near     , 0\n" TAIL, 5, 12, "near is written: near institution 40, or near , 90");
}

static void a_window_bounds_the_match(void **state) {
    (void)state;
    static const char TEXT[] = "Dinas itu ramai. Kantor tutup hari ini.\nWarga tutup jalan.";
    assert_string_equal(hits("  trigger  Dinas\n  window   sentence", "Dinas .* tutup", TEXT), "");
    assert_string_equal(hits("  trigger  Dinas\n  window   paragraph", "Dinas .* tutup", TEXT), "Dinas itu ramai. Kantor tutup");
    assert_string_equal(hits("  trigger  Dinas\n  window   bytes: -0..29", "Dinas .* tutup", TEXT), "Dinas itu ramai. Kantor tutup");
    assert_string_equal(hits("  trigger  Dinas\n  window   bytes: -0..28", "Dinas .* tutup", TEXT), "");
    assert_string_equal(hits("  trigger  Dinas\n  window   sentence", "Dinas .* $", TEXT), "Dinas itu ramai.");
    assert_string_equal(hits("  trigger  Dinas", "Dinas (?s:.*) jalan", TEXT), ""); /* sentence is the default */
    assert_string_equal(hits("  trigger  kami\n  window   quote", "kami .* $", "Di sini kami ada. “Lalu kami pergi. Aman,” kata Rina."),
                        "kami pergi. Aman,");
    assert_string_equal(hits("  trigger  Dinas\n  window   bytes: -0..9", "Dinas .* $", "Dinas – – –"), "Dinas –"); /* no character is cut */
}

static void not_takes_a_match_back(void **state) {
    (void)state;
    static const char TEXT[] = "Kepala Dinas hadir. Dinas hadir. Kas Dinas kosong.";
    assert_string_equal(hits("  trigger  Dinas", "Dinas \\s \\p{Ll}+", TEXT), "Dinas hadir | Dinas hadir | Dinas kosong");
    assert_string_equal(hits("  trigger  Dinas\n  not      Kepala \\s Dinas", "Dinas \\s \\p{Ll}+", TEXT), "Dinas hadir | Dinas kosong");
    assert_string_equal(hits("  trigger  Dinas\n  not      Kepala \\s Dinas\n  not      kosong", "Dinas \\s \\p{Ll}+", TEXT), "Dinas hadir");
    /* what ends before the match is no reason */
    assert_string_equal(hits("  trigger  Dinas\n  not      Kepala", "Dinas \\s \\p{Ll}+", TEXT), "Dinas hadir | Dinas hadir | Dinas kosong");
}

static const char TWO[] = "rule t.one\n  makes    %s\n  trigger  Dinas | Sosial\n  match    Dinas \\s Sosial | Sosial\n%s  yes      x\n"
                          "rule t.two\n  makes    %s\n  trigger  Dinas\n  match    Dinas \\s Sosial \\s Kota | Dinas\n%s  yes      x\n";

static const char *settled(const char *kind, int number, const char *one, const char *two, const char *text) {
    return found(arena_format(&home, TWO, kind, one, kind, two).p, text, number, -1);
}

static void conflicts_are_settled(void **state) {
    (void)state;
    /* the longer, of equal ones the earlier; what the winner leaves room for stays */
    assert_string_equal(settled("institution", KIND_INSTITUTION, "", "", "Dinas Sosial Kota; Dinas Sosial; Dinas"),
                        "Dinas Sosial Kota | Dinas Sosial | Dinas");
    assert_string_equal(settled("institution", KIND_INSTITUTION, "  priority 60\n", "", "Dinas Sosial Kota"), "Dinas Sosial");
    assert_string_equal(settled("institution", KIND_INSTITUTION, "", "  priority 60\n", "Dinas Sosial"), "Dinas | Sosial");
    /* kinds that are not exclusive: one match a place, others may overlap it */
    assert_string_equal(settled("cue", KIND_CUE, "", "", "Dinas Sosial Kota"), "Dinas Sosial Kota | Sosial");
    assert_string_equal(settled("cue", KIND_CUE, "  priority 60\n", "", "Dinas Sosial Kota"), "Dinas Sosial | Sosial");
}

static void sets_fill_fields(void **state) {
    (void)state;
#define SET(set) "rule t.one\n  makes    institution\n  trigger  @bodies\n  match    (?<short>@bodies) (?: \\s (?<place>\\p{Lu}\\p{L}+) )?\n" set "  yes      x\n"
    static const char TEXT[] = "Komisi Pemilihan Umum Ambon; BAWASLU";
    assert_string_equal(found(SET(""), TEXT, KIND_INSTITUTION, INSTITUTION_SHORT),
                        "Komisi Pemilihan Umum Ambon=Komisi Pemilihan Umum | BAWASLU=BAWASLU");
    assert_string_equal(found(SET("  set      short = @bodies\n"), TEXT, KIND_INSTITUTION, INSTITUTION_SHORT),
                        "Komisi Pemilihan Umum Ambon=KPU | BAWASLU=Bawaslu");
    assert_string_equal(found(SET("  set      type = other\n"), TEXT, KIND_INSTITUTION, INSTITUTION_TYPE),
                        "Komisi Pemilihan Umum Ambon=other | BAWASLU=other");
    assert_string_equal(found(SET("  set      type = @bodies:type of short\n"), TEXT, KIND_INSTITUTION, INSTITUTION_TYPE),
                        "Komisi Pemilihan Umum Ambon=election | BAWASLU=election");
    assert_string_equal(found(SET("  set      type = @bodies:seat of short\n"), TEXT, KIND_INSTITUTION, INSTITUTION_TYPE),
                        "Komisi Pemilihan Umum Ambon=Kota | BAWASLU=");
    assert_string_equal(found(SET(""), TEXT, KIND_INSTITUTION, INSTITUTION_PLACE), "Komisi Pemilihan Umum Ambon=Ambon | BAWASLU=");
    /* a word that the list does not have stays as it is written */
    assert_string_equal(found(SET("  set      place = @heads\n"), TEXT, KIND_INSTITUTION, INSTITUTION_PLACE),
                        "Komisi Pemilihan Umum Ambon=Ambon | BAWASLU=");
}

static void patterns_name_definitions_and_lists(void **state) {
    (void)state;
    assert_string_equal(found("define cap \\p{Lu}\\p{L}+\ndefine two @cap \\s @cap\n"
                              "rule t.one\n  makes    institution\n  trigger  Dinas\n  match    @two\n  yes      x\n", "Dinas Sosial Kota", KIND_INSTITUTION, -1),
                        "Dinas Sosial");
    /* a definition is a unit, though it holds an alternation */
    assert_string_equal(found("define or Dinas | Badan\nrule t.one\n  makes    institution\n  trigger  Dinas | Badan\n  match    @or \\s X\n  yes      x\n",
                              "Dinas Y; Badan X", KIND_INSTITUTION, -1), "Badan X");
    assert_string_equal(hits("  trigger  Kepala | KEPALA | Wakil", "@heads \\s \\p{Lu}", "KEPALA Dinas; Wakil Kepala Dinas; Kepalanya"), "KEPALA D | Wakil Kepala D");
    assert_string_equal(hits("  trigger  surat", "surat \\s \\@\\w+", "surat @Dinas"), "surat @Dinas");
}

static void large_lists_are_looked_up(void **state) {
    (void)state;
    assert_string_equal(hits("  trigger  Kantor | Kacab", "@offices", "Kantor Cabang 17, Kacab 299, Kacab 300, Kantor Cabang 1"),
                        "Kantor Cabang 17 | Kacab 299 | Kantor Cabang 1");
    assert_string_equal(hits("  trigger  Kantor", "@offices \\s \\p{Lu}", "Kantor Dinas Sosial"), "Kantor Dinas S");
    assert_string_equal(hits("  trigger  Kantor", "@offices", "Kantor Dinas Perhubungan."), "Kantor Dinas Perhubungan");
    assert_string_equal(hits("  trigger  Kantor", "@offices", "Kantor Dinasti"), "");
    assert_string_equal(hits("  trigger  Kantor", "@offices , \\s @offices", "Kantor Dinas, Kantor Cabang 5"), "Kantor Dinas, Kantor Cabang 5");
    assert_string_equal(hits("  trigger  Kantor\n  window   bytes: -0..16", "@offices", "Kantor Dinas Perhubungan"), "Kantor Dinas");
    /* the longest entry is taken as a whole and never given back */
    assert_string_equal(hits("  trigger  Kantor", "@offices \\s Perhubungan", "Kantor Dinas Perhubungan"), "");
}

static void later_stages_name_earlier_kinds(void **state) {
    (void)state;
    static const char RULES[] =
        "rule t.body\n  makes    institution\n  trigger  @bodies\n  match    @bodies (?: \\s Kota \\s \\p{Lu}\\p{L}+ )?\n  yes      x\n"
        "rule t.head\n  makes    official\n  trigger  Ketua\n  match    (?<title>Ketua) \\s (?<of>@institution) ,? \\s (?<name>\\p{Lu}\\p{L}+)\n  yes      x\n";
    assert_string_equal(found(RULES, "Ketua KPU Kota Ambon, Rina. Ketua Bawaslu Andi. Ketua Panitia Budi. Ketua KPU", KIND_OFFICIAL, OFFICIAL_OF),
                        "Ketua KPU Kota Ambon, Rina=KPU Kota Ambon | Ketua Bawaslu Andi=Bawaslu");
}

static void lines_are_searched_at_their_start_and_last_bracket(void **state) {
    (void)state;
    static const char RULES[] =
        "rule t.link\n  makes    furniture\n  trigger  Baca\n  window   line\n  match    Baca \\s juga .*\n  yes      Baca juga x\n"
        "rule t.initials\n  makes    furniture\n  trigger  (\n  window   line\n  match    \\( [a-z]{2,3} \\) $\n  yes      x (abc)\n"
        "rule t.place\n  makes    dateline\n  trigger  <line>\n  window   line\n  match    (?<place>\\p{Lu}{3,}) \\s -\n  yes      AMBON - x\n";
    ruleset rs;
    matcher *m;
    error e = { 0 };
    if (load(&rs, RULES, &e)) fail_msg("%s", e.text);
    assert_int_equal(matcher_open(&m, &rs, &e), 0);
    static const struct { const char *line; int kind; const char *found; } CASES[] = {
        { "Baca juga: Panen", KIND_FURNITURE, "Baca juga: Panen" }, { "Silakan Baca juga ini", KIND_FURNITURE, "" },
        { "Warga (abc) pulang (xyz)", KIND_FURNITURE, "(xyz)" },     { "Warga (abc) pulang", KIND_FURNITURE, "" },
        { "AMBON - Warga", KIND_DATELINE, "AMBON -" },              { "Warga AMBON - x", KIND_DATELINE, "" },
    };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) {
        str line = str_of(CASES[i].line);
        matcher_line(m, &home, line, (span){ 0, line.n }, -1);
        const match_list *l = matcher_found(m, CASES[i].kind);
        assert_str(l->n ? str_span(line, l->items[0].at) : STR(""), CASES[i].found);
    }
    matcher_free(m);
    ruleset_free(&rs);
}

static void the_digest_tells_rule_sets_apart(void **state) {
    (void)state;
    ruleset a, b, c;
    error e = { 0 };
    assert_int_equal(load(&a, HEAD TAIL, &e), 0);
    assert_int_equal(load(&b, HEAD TAIL, &e), 0);
    assert_int_equal(load(&c, HEAD TAIL "# x\n", &e), 0);
    assert_string_equal(a.digest, b.digest);
    assert_string_not_equal(a.digest, c.digest);
    assert_int_equal(strlen(a.digest), 71);
    ruleset_free(&a);
    ruleset_free(&b);
    ruleset_free(&c);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_has_entries_and_columns),
        cmocka_unit_test(a_folded_list_takes_any_case),
        cmocka_unit_test(faults_of_lists_have_a_place),
        cmocka_unit_test(the_longest_variant_is_found),
        cmocka_unit_test(looking_up_is_trying_all),
        cmocka_unit_test(unknown_words_are_told),
        cmocka_unit_test(bad_values_are_told),
        cmocka_unit_test(what_is_missing_is_told),
        cmocka_unit_test(names_that_are_there_already_are_told),
        cmocka_unit_test(unknown_fields_and_lists_are_told),
        cmocka_unit_test(faults_of_patterns_are_shown_where_they_are),
        cmocka_unit_test(samples_are_held_to_what_they_say),
        cmocka_unit_test(good_files_load),
        cmocka_unit_test(a_folder_without_rules_is_told),
        cmocka_unit_test(a_trigger_is_a_whole_word),
        cmocka_unit_test(triggers_may_be_digits),
        cmocka_unit_test(a_guard_looks_at_what_follows),
        cmocka_unit_test(near_asks_for_something_behind),
        cmocka_unit_test(a_window_bounds_the_match),
        cmocka_unit_test(not_takes_a_match_back),
        cmocka_unit_test(conflicts_are_settled),
        cmocka_unit_test(sets_fill_fields),
        cmocka_unit_test(patterns_name_definitions_and_lists),
        cmocka_unit_test(large_lists_are_looked_up),
        cmocka_unit_test(later_stages_name_earlier_kinds),
        cmocka_unit_test(lines_are_searched_at_their_start_and_last_bracket),
        cmocka_unit_test(the_digest_tells_rule_sets_apart),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
