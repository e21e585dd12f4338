/* SPDX-License-Identifier: MIT */
/* extractor/store, extractor/report: fingerprints, stories, packed rows, addresses of passages. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "report/fragment.h"
#include "store/rows.h"
#include "store/story.h"

/* ---- fingerprints */

static const char FLOOD[] =
    "Banjir yang merendam empat belas desa di Kabupaten Banjar belum surut hingga Kamis siang. Air mulai naik Senin malam "
    "setelah hujan turun selama sembilan jam di hulu sungai. Kepala Pelaksana BPBD mengatakan ketinggian air berkisar antara "
    "empat puluh sentimeter dan satu meter lebih. Yang terparah berada di Martapura Barat, tiga hari air di sana tidak bergerak. "
    "Sebanyak enam ratus jiwa tinggal di empat titik pengungsian, sebagian besar lansia dan anak-anak. Camat meminta warga yang "
    "rumahnya di tepi sungai tidak kembali sebelum ada pengumuman. Dapur umum didirikan Dinas Sosial bersama relawan.";
static const char FLOOD_EDITED[] =
    "MARTAPURA - Banjir merendam empat belas desa di Kabupaten Banjar, belum surut hingga Kamis siang. Air mulai naik Senin malam "
    "setelah hujan turun selama sembilan jam di hulu sungai. Kepala Pelaksana BPBD mengatakan ketinggian air berkisar antara "
    "empat puluh sentimeter dan satu meter lebih. Yang terparah berada di Martapura Barat, tiga hari air di sana tidak bergerak. "
    "Sebanyak enam ratus jiwa tinggal di empat titik pengungsian, sebagian besar lansia dan anak-anak. Camat meminta warga yang "
    "rumahnya di tepi sungai tidak kembali sebelum ada pengumuman.";
static const char SCHOOL[] =
    "Pemerintah kota mulai menguji coba angkutan sekolah gratis bagi pelajar, Senin pagi. Sebanyak dua puluh angkot dikerahkan "
    "untuk melayani tiga jalur menuju sekolah negeri. Wali kota menjelaskan sopir dibayar dari anggaran daerah sehingga orang tua "
    "tidak perlu lagi mengantar anaknya dengan sepeda motor. Kepala dinas perhubungan menambahkan setiap kendaraan dipasangi alat "
    "pelacak dan kartu pelajar menjadi tiketnya. Sejumlah sopir mengeluhkan jadwal yang terlalu padat pada pagi hari, tetapi mereka "
    "berharap program tersebut diteruskan sampai akhir tahun ajaran dan diperluas ke kecamatan lain.";

static bool near(fingerprint a, fingerprint b) {
    int words = simhash_distance(a.words, b.words), pairs = simhash_distance(a.pairs, b.pairs);
    return words <= STORY_WORDS && pairs <= STORY_PAIRS && words + pairs <= STORY_BITS;
}

static void edited_texts_are_near(void **state) {
    (void)state;
    assert_true(near(simhash(str_of(FLOOD)), simhash(str_of(FLOOD))));
    assert_true(near(simhash(str_of(FLOOD)), simhash(str_of(FLOOD_EDITED))));
}

static void other_texts_are_far(void **state) {
    (void)state;
    fingerprint flood = simhash(str_of(FLOOD)), school = simhash(str_of(SCHOOL));
    assert_false(near(flood, school));
    assert_true(simhash_distance(flood.words, school.words) > STORY_WORDS);
    assert_true(simhash_distance(flood.pairs, school.pairs) > STORY_PAIRS);
}

/* Letters, not how they are set, decide. */
static void case_marks_and_spaces_do_not_count(void **state) {
    (void)state;
    char shouted[sizeof FLOOD * 2];
    size_t n = 0;
    for (const char *c = FLOOD; *c; c++) {
        shouted[n++] = *c >= 'a' && *c <= 'z' ? (char)(*c - 32) : *c;
        if (*c == ' ') shouted[n++] = '\n';
    }
    fingerprint a = simhash(str_of(FLOOD)), b = simhash((str){ shouted, n });
    assert_true(a.words == b.words);
    assert_true(a.pairs == b.pairs);
}

static void of_short_texts_nothing_can_be_said(void **state) {
    (void)state;
    static const char *const SHORT[] = { "", " ", "Rapat digelar di kantor dinas.", "a b c d e f g h i j k l m n o p q r s t u v w x y z",
                                         "\xe2\x80", "\xc2", "\xe2\x80\x9c\xe2\x80\x9d" };
    for (size_t i = 0; i < sizeof SHORT / sizeof *SHORT; i++) {
        fingerprint f = simhash(str_of(SHORT[i]));
        assert_true(f.words == 0 && f.pairs == 0);
    }
    assert_true(simhash(STR_NONE).words == 0);
}

static void distance_counts_bits(void **state) {
    (void)state;
    assert_int_equal(simhash_distance(0, 0), 0);
    assert_int_equal(simhash_distance(1, 0), 1);
    assert_int_equal(simhash_distance(UINT64_MAX, 0), 64);
    assert_int_equal(simhash_distance(0xff00, 0x0ff0), 8);
}

/* Many votes: counters of eight bits must not overflow. */
static void long_texts_have_fingerprints(void **state) {
    (void)state;
    buf b = buf_make(1 << 20);
    for (int i = 0; i < 40; i++) {
        buf_add(&b, str_of(FLOOD));
        buf_add_char(&b, ' ');
    }
    assert_true(simhash_distance(simhash(buf_str(&b)).words, simhash(str_of(FLOOD)).words) <= 2);
    buf_free(&b);
}

static void assert_words(const char *a, const char *b, bool same) {
    uint64_t x = words_hash(str_of(a)), y = words_hash(str_of(b));
    if ((x == y) != same) fail_msg("\"%s\", \"%s\": %s", a, b, same ? "differ" : "are the same");
}

static void the_same_words_have_one_number(void **state) {
    (void)state;
    assert_words("Kami siap menjaga netralitas", "kami siap, menjaga netralitas!", true);
    assert_words("Kami siap menjaga netralitas", "“Kami siap — menjaga  netralitas”", true);
    assert_words("Kami siap menjaga netralitas", "\"Kami siap\nmenjaga netralitas.\"", true);
    assert_words("Kami siap menjaga netralitas", "Kami menjaga siap netralitas", false);
    assert_words("Kami siap menjaga netralitas", "Kami siap menjaga netralitas ASN", false);
    assert_words("harga naik 10 persen", "harga naik 20 persen", false);
    assert_true(words_hash(STR("Kami siap menjaga")) == 0);
    assert_true(words_hash(STR("")) == 0);
    assert_true(words_hash(STR("satu dua tiga empat")) != 0);
}

static void texts_share_runs_of_words(void **state) {
    (void)state;
    assert_int_equal(shared_triples(str_of(FLOOD), str_of(FLOOD)), 100);
    assert_true(shared_triples(str_of(FLOOD), str_of(FLOOD_EDITED)) >= 90);
    assert_true(shared_triples(str_of(FLOOD), str_of(SCHOOL)) <= 5);
    assert_int_equal(shared_triples(STR("satu dua tiga"), STR("nol SATU, dua tiga empat")), 100);
    assert_int_equal(shared_triples(STR("satu dua tiga"), STR("tiga dua satu")), 0);
    assert_int_equal(shared_triples(STR("satu dua tiga empat"), STR("satu dua tiga lima")), 50);
    assert_int_equal(shared_triples(STR(""), STR("")), 0);
    assert_int_equal(shared_triples(STR("satu dua"), STR("satu dua")), 0);
}

/* ---- stories */

/* A story_find's same: yes, but of the article in payload. */
static bool all_but(int64_t article, void *payload) {
    return article != *(const int64_t *)payload;
}

static int64_t found(const story_index *x, uint64_t words, uint64_t pairs) {
    int64_t none = 0;
    return story_find(x, (fingerprint){ words, pairs }, all_but, &none);
}

static void the_nearest_story_is_found(void **state) {
    (void)state;
    arena home = { 0 };
    story_index x = { .home = &home };
    const uint64_t words = 0x0123456789abcdefu, pairs = 0xfedcba9876543210u;
    assert_int_equal(found(&x, words, pairs), 0);
    story_add(&x, (story_entry){ { words ^ 0x1ff, pairs ^ 0x1ff }, 31, 30 });
    assert_int_equal(found(&x, words, pairs), 30);
    story_add(&x, (story_entry){ { words ^ 0x7f, pairs ^ 0x7f }, 41, 40 });
    assert_int_equal(found(&x, words, pairs), 40);
    assert_int_equal(found(&x, ~words, pairs), 0);
    assert_int_equal(found(&x, words, ~pairs), 0);
    int64_t nearest = 41; /* its text is another */
    assert_int_equal(story_find(&x, (fingerprint){ words, pairs }, all_but, &nearest), 30);
    story_add(&x, (story_entry){ { words ^ 0x3f, pairs ^ 0x3f }, 51, 50 });
    nearest = 51; /* so near that its text is not asked for */
    assert_int_equal(story_find(&x, (fingerprint){ words, pairs }, all_but, &nearest), 50);
    arena_free(&home);
}

static void borders_of_a_story_are_its_limits(void **state) {
    (void)state;
    arena home = { 0 };
    story_index x = { .home = &home };
    story_add(&x, (story_entry){ { 0, 0 }, 1, 1 });
    /* The bits lie in some bytes of the eight: the others are equal. */
    assert_int_equal(found(&x, ((uint64_t)1 << STORY_WORDS) - 1, 0), 1);
    assert_int_equal(found(&x, ((uint64_t)1 << (STORY_WORDS + 1)) - 1, 0), 0);
    assert_int_equal(found(&x, 0, ((uint64_t)1 << STORY_PAIRS) - 1), 1);
    assert_int_equal(found(&x, 0, ((uint64_t)1 << (STORY_PAIRS + 1)) - 1), 0);
    arena_free(&home);
}

/* A store that was closed in between gives its articles back in another order. */
static void of_equally_near_stories_the_first_is_taken(void **state) {
    (void)state;
    arena home = { 0 };
    story_index as_found = { .home = &home }, as_loaded = { .home = &home };
    const story_entry early = { { 1, 0 }, 7, 5 }, late = { { 2, 0 }, 9, 3 };
    story_add(&as_found, early);
    story_add(&as_found, late);
    story_add(&as_loaded, late);
    story_add(&as_loaded, early);
    assert_int_equal(found(&as_found, 0, 0), 5);
    assert_int_equal(found(&as_loaded, 0, 0), 5);
    arena_free(&home);
}

/* Only the nearest few are compared, whatever the order. */
static void few_candidates_are_compared(void **state) {
    (void)state;
    arena home = { 0 };
    story_index x = { .home = &home };
    for (int64_t i = 20; i > 0; i--) story_add(&x, (story_entry){ { i > 10, 0 }, i, i });
    assert_int_equal(found(&x, 0, 0), 1);
    assert_int_equal(found(&x, 1, 0), 11);
    arena_free(&home);
}

/* ---- rows */

static void rows_come_back(void **state) {
    (void)state;
    buf b = buf_make(1 << 20);
    rows_begin(&b, TABLE_STATEMENTS);
    rows_number(&b, INT64_MIN);
    rows_text(&b, STR("kata\0nya"));
    rows_text(&b, STR(""));
    rows_text(&b, STR_NONE);
    rows_null(&b);
    rows_begin(&b, TABLE_WARNINGS);
    rows_number(&b, 0);
    str block = buf_str(&b);
    assert_int_equal(rows_next(&block), TABLE_STATEMENTS);
    cell c = rows_cell(&block);
    assert_true(c.type == CELL_NUMBER && c.number == INT64_MIN);
    c = rows_cell(&block);
    assert_true(c.type == CELL_TEXT && str_eq(c.text, STR("kata\0nya")));
    c = rows_cell(&block);
    assert_true(c.type == CELL_TEXT && c.text.n == 0);
    assert_int_equal(rows_cell(&block).type, CELL_NULL);
    assert_int_equal(rows_cell(&block).type, CELL_NULL);
    assert_int_equal(rows_next(&block), TABLE_WARNINGS);
    c = rows_cell(&block);
    assert_true(c.type == CELL_NUMBER && c.number == 0);
    assert_int_equal(rows_next(&block), TABLE_COUNT);
    assert_int_equal(rows_next(&block), TABLE_COUNT);
    buf_free(&b);
}

/* ---- addresses of passages */

static void assert_address(const char *address, const char *passage, const char *want) {
    buf b = buf_make(1 << 16);
    fragment_address(&b, str_of(address), str_of(passage));
    buf_add_char(&b, '\0');
    assert_string_equal(b.p, want);
    buf_free(&b);
}

#define SITE "https://warta.example/a"

static void passages_have_addresses(void **state) {
    (void)state;
    assert_address(SITE, "Kami siap", SITE "#:~:text=Kami%20siap");
    assert_address(SITE "#isi", "Kami siap", SITE "#:~:text=Kami%20siap");
    assert_address(SITE "?p=1&q=2", "Kami", SITE "?p=1&q=2#:~:text=Kami");
    assert_address("http://warta.example/", "  Kami ", "http://warta.example/#:~:text=Kami");
    assert_address(SITE, "hak-hak, A&B", SITE "#:~:text=hak%2Dhak%2C%20A%26B");
    assert_address(SITE, "50% “naik”", SITE "#:~:text=50%25%20%E2%80%9Cnaik%E2%80%9D");
    assert_address(SITE, "", SITE);
    assert_address(SITE, " \n ", SITE);
}

static void addresses_of_no_page_give_nothing(void **state) {
    (void)state;
    static const char *const NONE[] = { "", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x", "file:///etc/hosts", "ftp://warta.example/a",
                                        "//warta.example/a", "/a", "warta.example", "https://", "https:///a", " https://warta.example/a" };
    for (size_t i = 0; i < sizeof NONE / sizeof *NONE; i++) assert_address(NONE[i], "Kami", "");
}

/* count letters in words of four, as many code points as asked for. */
static char *repeated(char *out, const char *letter, size_t count) {
    out[0] = '\0';
    for (size_t i = 0; i < count; i++) strcat(out, i % 5 == 4 ? " " : letter);
    return out;
}

static void long_passages_have_a_start_and_an_end(void **state) {
    (void)state;
    char exact[1024], longer[1024];
    buf b = buf_make(1 << 16);
    fragment_address(&b, STR(SITE), str_of(repeated(exact, "a", 299)));
    assert_true(str_find(buf_str(&b), STR(","), 0) == SIZE_MAX);
    buf_clear(&b);
    fragment_address(&b, STR(SITE), str_of(repeated(exact, "\xc3\xa9", 299))); /* code points, not bytes */
    assert_true(str_find(buf_str(&b), STR(","), 0) == SIZE_MAX);
    buf_clear(&b);
    fragment_address(&b, STR(SITE), str_of(strcat(repeated(exact, "a", 299), "b")));
    assert_true(str_find(buf_str(&b), STR(","), 0) == SIZE_MAX);
    buf_clear(&b);
    fragment_address(&b, STR(SITE), str_of(strcat(repeated(longer, "a", 299), "bc")));
    buf_add_char(&b, '\0');
    assert_string_equal(b.p, SITE "#:~:text=aaaa%20aaaa%20aaaa%20aaaa%20aaaa%20aaaa,aaaa%20aaaa%20aaaa%20aaaa%20aaaa%20aaaabc");
    buf_free(&b);
    assert_address(SITE, "satu dua tiga empat lima enam tujuh\n\ndelapan", SITE "#:~:text=satu%20dua%20tiga%20empat%20lima%20enam,delapan");
    assert_address(SITE, "satu\ndua", SITE "#:~:text=satu,dua");
}

static void assert_copy(const char *address, const char *day, const char *want) {
    buf b = buf_make(1 << 16);
    fragment_archive(&b, str_of(address), str_of(day));
    buf_add_char(&b, '\0');
    assert_string_equal(b.p, want);
    buf_free(&b);
}

static void copies_are_of_a_day(void **state) {
    (void)state;
    assert_copy(SITE, "2024-10-15", "https://web.archive.org/web/20241015/" SITE);
    assert_copy(SITE, "2024-10-15T09:00+07:00", "https://web.archive.org/web/20241015/" SITE);
    assert_copy(SITE, "2024-10", "");
    assert_copy(SITE, NULL, "");
    assert_copy("javascript:1", "2024-10-15", "");
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(edited_texts_are_near),
        cmocka_unit_test(other_texts_are_far),
        cmocka_unit_test(case_marks_and_spaces_do_not_count),
        cmocka_unit_test(of_short_texts_nothing_can_be_said),
        cmocka_unit_test(distance_counts_bits),
        cmocka_unit_test(long_texts_have_fingerprints),
        cmocka_unit_test(the_same_words_have_one_number),
        cmocka_unit_test(texts_share_runs_of_words),
        cmocka_unit_test(the_nearest_story_is_found),
        cmocka_unit_test(borders_of_a_story_are_its_limits),
        cmocka_unit_test(of_equally_near_stories_the_first_is_taken),
        cmocka_unit_test(few_candidates_are_compared),
        cmocka_unit_test(rows_come_back),
        cmocka_unit_test(passages_have_addresses),
        cmocka_unit_test(addresses_of_no_page_give_nothing),
        cmocka_unit_test(long_passages_have_a_start_and_an_end),
        cmocka_unit_test(copies_are_of_a_day),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
