/* SPDX-License-Identifier: MIT */
/* extractor/score: folding, places, alignment, pairing, and the measures on a small article. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include <cmocka.h>

#include "score/align.h"
#include "score/flat.h"
#include "score/measure.h"
#include "score/pairing.h"

static void assert_fold(const char *written, const char *want) {
    arena a = { 0 };
    str got = fold_name(&a, str_of(written));
    assert_int_equal(got.n, strlen(want));
    assert_memory_equal(got.p, want, got.n);
    arena_free(&a);
}

static void names_are_folded(void **state) {
    (void)state;
    assert_fold("Pj. Walikota  Kediri,", "pj wali kota kediri");
    assert_fold("H.M. Ridwan", "h m ridwan");
    assert_fold("", "");
    assert_fold(" ,;: ", "");
    assert_fold("“Bang” Ja’far – Straße", "\"bang\" ja'far - strasse");
    assert_fold("Jose\xCC\x81", "jos\xC3\xA9");
    assert_fold("\xEF\xBC\xAB\xEF\xBC\xB0\xEF\xBC\xB5\xC2\xA0RI", "kpu ri");
    assert_fold("walikotawalikota", "wali kotawali kota");
}

static void jurisdictions_lose_their_level(void **state) {
    (void)state;
    arena a = { 0 };
    assert_true(str_eq(fold_place(&a, STR("Kabupaten Blora")), STR("blora")));
    assert_true(str_eq(fold_place(&a, STR("Kab. Blora")), STR("blora")));
    assert_true(str_eq(fold_place(&a, STR("Kota Blora")), STR("kota blora")));
    assert_true(str_eq(fold_place(&a, STR("Kabupatenan")), STR("kabupatenan")));
    arena_free(&a);
}

static void places_survive_spaces_and_marks(void **state) {
    (void)state;
    arena a = { 0 };
    flat f = flat_make(&a, STR("Ia \xE2\x80\x8B\xE2\x80\x9Cya\xE2\x80\x9D\n\n\xE2\x80\xA6 ia"));
    bool missing;
    assert_int_equal(f.n, 2 + 4 + 3 + 2);
    span s = flat_find(&f, STR("ia"), 1, &missing);
    assert_false(missing);
    assert_int_equal(s.start, 9);
    assert_int_equal(s.end, 11);
    s = flat_span(&f, 4, 8);
    assert_int_equal(s.start, 2);
    assert_int_equal(s.end, 6);
    assert_true(span_empty(flat_span(&f, 2, 4)));
    assert_true(span_empty(flat_span(&f, -5, 0)));
    assert_false(span_empty(flat_span(&f, 0, 1000)));
    flat_find(&f, STR("ia"), 2, &missing);
    assert_true(missing);
    s = flat_find_like(&a, &f, STR("IA"), 2, &missing);
    assert_int_equal(s.start, 9);
    flat_find_like(&a, &f, STR("ia"), 3, &missing);
    assert_true(missing);
    arena_free(&a);
}

/* The same as align_letters, by trying everything. */
static void align_slowly(uint32_t *out, const char *a, size_t a0, size_t a1, const char *b, size_t b0, size_t b1) {
    size_t best = 0, at = 0, to = 0;
    for (size_t i = a0; i < a1; i++)
        for (size_t j = b0; j < b1; j++) {
            size_t k = 0;
            while (i + k < a1 && j + k < b1 && a[i + k] == b[j + k]) k++;
            if (k > best) {
                best = k;
                at = i;
                to = j;
            }
        }
    if (best == 0) return;
    for (size_t k = 0; k < best; k++) out[at + k] = (uint32_t)(to + k);
    align_slowly(out, a, a0, at, b, b0, to);
    align_slowly(out, a, at + best, a1, b, to + best, b1);
}

static uint32_t next_random(uint32_t *seed) {
    *seed = *seed * 1664525u + 1013904223u;
    return *seed >> 16;
}

static void texts_are_aligned_like_by_hand(void **state) {
    (void)state;
    arena home = { 0 };
    uint32_t seed = 7;
    for (int round = 0; round < 400; round++, arena_reset(&home)) {
        char a[64], b[64];
        int32_t wide_a[64], wide_b[64];
        uint32_t slow[64];
        size_t n = next_random(&seed) % 64, m = next_random(&seed) % 64;
        uint32_t letters = 2 + next_random(&seed) % 5;
        for (size_t i = 0; i < n; i++) wide_a[i] = a[i] = (char)('a' + next_random(&seed) % letters);
        for (size_t i = 0; i < m; i++) wide_b[i] = b[i] = (char)('a' + next_random(&seed) % letters);
        memset(slow, 0xFF, sizeof slow);
        align_slowly(slow, a, 0, n, b, 0, m);
        uint32_t *fast = align_letters(&home, wide_a, n, wide_b, m);
        assert_memory_equal(fast, slow, n * sizeof *fast);
    }
    arena_free(&home);
}

static double same_place(const item *g, const item *p) {
    return overlap(g->at, p->at);
}

static void the_best_pairs_come_first(void **state) {
    (void)state;
    arena a = { 0 };
    item golds[2] = { { .at = { 0, 10 } }, { .at = { 5, 15 } } };
    item preds[3] = { { .at = { 5, 15 } }, { .at = { 100, 110 } }, { .at = { 0, 4 } } };
    items g = { .items = golds, .n = 2 }, p = { .items = preds, .n = 3 };
    assert_int_equal(pair_items(&a, &g, &p, same_place), 2);
    assert_true(golds[0].taken && golds[1].taken && preds[0].taken && preds[2].taken);
    assert_false(preds[1].taken);
    assert_true(overlap((span){ 0, 10 }, (span){ 5, 15 }) * 3 == 1.0);
    assert_true(overlap((span){ 0, 0 }, (span){ 0, 5 }) == 0);
    arena_free(&a);
}

static char *write_temporary(const char *content) {
    char *path = strdup("/tmp/petik-score-XXXXXX");
    int fd = mkstemp(path);
    assert_true(fd >= 0);
    assert_int_equal(write(fd, content, strlen(content)), (ssize_t)strlen(content));
    close(fd);
    return path;
}

static const char GOLD[] =
    "{\"id\": \"a1\", \"dates\": [{\"text\": \"Senin (1/1)\", \"value\": \"2024-01-01\"}, {\"text\": \"2024\", \"value\": \"2024\"}],"
    " \"ignored\": [{\"text\": \"2023\"}],"
    " \"officials\": [{\"name\": \"Ani Budi\", \"title\": \"Bupati\", \"acting\": \"Pj\", \"of\": \"Kabupaten Blora\"}],"
    " \"institutions\": [{\"name\": \"KPU\"}, {\"name\": \"kpu\"}],"
    " \"statements\": [{\"kind\": \"direct\", \"text\": \"Kami siap\", \"speaker\": \"Ani Budi\"},"
    " {\"kind\": \"indirect\", \"text\": \"semua aman\", \"speaker\": \"warga\", \"certain\": false}]}\n"
    "{\"id\": \"a2\", \"points\": [{\"text\": \"jangan\", \"force\": \"prohibition\"}]}\n";

/*       0         1         2         3         4         5   */
/*       012345678901234567890123456789012345678901234567890123 */
static const char PRED[] =
    "{\"id\": \"x\", \"source\": \"dir/a1.txt\", \"text\": \"Senin (1/1) 2023 2024 'Kami siap' semua aman\","
    " \"dates\": [{\"start\": 0, \"end\": 5, \"value\": \"2024-01-01\"}, {\"start\": 12, \"end\": 16, \"value\": \"2023\"},"
    " {\"start\": 17, \"end\": 21, \"value\": \"2025\"}],"
    " \"officials\": [{\"name\": \"ANI BUDI\", \"title\": \"bupati\", \"acting\": \"Pj\", \"of\": \"Blora\"}, {\"name\": null}],"
    " \"institutions\": [{\"name\": \"Komisi\", \"mentions\": [{\"text\": \"K.P.U.\"}, {\"text\": \"KPU\"}]}],"
    " \"statements\": [{\"kind\": \"direct\", \"start\": 23, \"end\": 32, \"speaker\": {\"name\": null, \"office\": \"Bupati\"}},"
    " {\"kind\": \"indirect\", \"start\": 34, \"end\": 39, \"speaker\": {\"name\": null}}]}\n";

static void assert_tally(const tallies *sum, int kind, size_t hit, size_t missed, size_t wrong) {
    assert_int_equal(sum->kinds[kind].hit, hit);
    assert_int_equal(sum->kinds[kind].missed, missed);
    assert_int_equal(sum->kinds[kind].wrong, wrong);
}

static void an_article_is_measured(void **state) {
    (void)state;
    char *gold = write_temporary(GOLD), *pred = write_temporary(PRED);
    goldset set;
    error e = { 0 };
    tallies sum = { 0 };
    assert_int_equal(goldset_open(&set, gold, pred, NULL, &e), ERROR_NONE);
    for (size_t i = 0; i < set.n; i++) measure_article(&sum, &set.items[i], NULL);
    assert_int_equal(sum.articles, 2);
    assert_int_equal(sum.absent, 1);
    assert_tally(&sum, MEASURE_DATES, 1, 1, 1);
    assert_tally(&sum, MEASURE_DATES_DAY, 1, 0, 0);
    assert_tally(&sum, MEASURE_OFFICIALS_FULL, 1, 0, 0);
    assert_tally(&sum, MEASURE_INSTITUTIONS, 1, 0, 1);
    assert_tally(&sum, MEASURE_DIRECT, 0, 1, 1);
    assert_tally(&sum, MEASURE_INDIRECT, 1, 0, 0);
    assert_tally(&sum, MEASURE_POINTS, 0, 1, 0);
    assert_true(tally_f1(&sum.kinds[MEASURE_DATES]) == .5);
    goldset_free(&set);
    remove(gold);
    remove(pred);
    free(gold);
    free(pred);
}

static void bad_files_are_named(void **state) {
    (void)state;
    char *bad = write_temporary("{\"id\": \"a\"}\n\n{\"id\": }\n");
    goldset set;
    error e = { 0 };
    assert_int_equal(goldset_open(&set, "no/such/file", bad, NULL, &e), ERROR_INPUT);
    assert_non_null(strstr(e.text, "no/such/file: "));
    goldset_free(&set);
    e = (error){ 0 };
    assert_int_equal(goldset_open(&set, bad, bad, NULL, &e), ERROR_INPUT);
    assert_true(strncmp(e.text, bad, strlen(bad)) == 0);
    assert_non_null(strstr(e.text, ":3:"));
    goldset_free(&set);
    remove(bad);
    free(bad);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_are_folded),
        cmocka_unit_test(jurisdictions_lose_their_level),
        cmocka_unit_test(places_survive_spaces_and_marks),
        cmocka_unit_test(texts_are_aligned_like_by_hand),
        cmocka_unit_test(the_best_pairs_come_first),
        cmocka_unit_test(an_article_is_measured),
        cmocka_unit_test(bad_files_are_named),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
