/* SPDX-License-Identifier: MIT */
/* extractor/text: UTF-8, cleaning, paragraphs, sentences, quotations, list items. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include <cmocka.h>

#include "base/limits.h"
#include "base/buf.h"
#include "text/clean.h"
#include "text/document.h"
#include "text/item.h"
#include "text/mark.h"

static arena home;

static int tear_down(void **state) {
    (void)state;
    arena_free(&home);
    return 0;
}

/* Compares as C strings, so that a failure shows both. */
static void assert_str(str got, const char *want) { assert_string_equal(arena_copy(&home, got).p, want); }

static void assert_clean(const char *bytes, const char *want) {
    clean_text c;
    error e = { 0 };
    assert_int_equal(text_clean(&c, &home, str_of(bytes), STR("a.txt"), &e), 0);
    assert_str(c.text, want);
    assert_false(c.windows_1252);
    assert_int_equal(c.replaced, 0);
}

/* ---- UTF-8 */

static void well_formed_text_is_accepted(void **state) {
    (void)state;
    assert_int_equal(utf8_check(STR("")), 0);
    assert_int_equal(utf8_check(STR("Kota Baubau menggelar rapat")), 27);
    assert_int_equal(utf8_check(STR("\xC2\x80 \xDF\xBF")), 5);
    assert_int_equal(utf8_check(STR("\xE0\xA0\x80\xED\x9F\xBF\xEE\x80\x80\xEF\xBF\xBF")), 12);
    assert_int_equal(utf8_check(STR("\xF0\x90\x80\x80\xF4\x8F\xBF\xBF")), 8);
}

static void ill_formed_bytes_are_found(void **state) {
    (void)state;
    static const char *const BAD[] = {
        "\x80", "\xBF", "\xC0\xAF", "\xC1\xBF", "\xE0\x80\xAF", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xED\xBF\xBF", "\xF0\x8F\xBF\xBF",
        "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\xFE", "\xFF", "\xC3", "\xE2\x80", "\xF0\x9F\x98", "\xC3(", "\xE2\x28\xA1",
    };
    for (size_t i = 0; i < sizeof BAD / sizeof *BAD; i++)
        for (size_t before = 0; before < 20; before++) { /* at every place of an eight-byte step */
            char text[64];
            memset(text, 'a', before);
            size_t n = strlen(BAD[i]);
            memcpy(text + before, BAD[i], n);
            assert_int_equal(utf8_check((str){ text, before + n }), before);
            memset(text + before + n, 'z', 10);
            assert_int_equal(utf8_check((str){ text, before + n + 10 }), before);
        }
}

static void ill_formed_bytes_are_mended(void **state) {
    (void)state;
    static const struct { const char *given, *mended; } CASES[] = {
        { "Bau\xff" "bau", "Bau\xEF\xBF\xBD" "bau" },
        { "\xC3\xA9\xC3", "\xC3\xA9\xEF\xBF\xBD" },
        { "\xED\xA0\x80", "\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD" }, /* a surrogate */
        { "12345678\x80" "9", "12345678\xEF\xBF\xBD" "9" },
    };
    arena a = { 0 };
    for (size_t i = 0; i < sizeof CASES / sizeof *CASES; i++) assert_string_equal(utf8_mended(&a, str_of(CASES[i].given)).p, CASES[i].mended);
    str whole = STR("Kota Baubau");
    assert_ptr_equal(utf8_mended(&a, whole).p, whole.p);
    assert_int_equal(utf8_mended(&a, STR("")).n, 0);
    arena_free(&a);
}

static void code_points_are_read_and_written(void **state) {
    (void)state;
    static const uint32_t POINTS[] = { 0, 'A', 0x7F, 0x80, 0xE9, 0x7FF, 0x800, 0x2019, 0xD7FF, 0xE000, 0xFFFD, 0x10000, 0x1F600, 0x10FFFF };
    for (size_t i = 0; i < sizeof POINTS / sizeof *POINTS; i++) {
        char bytes[6] = "";
        size_t n = utf8_write(bytes, POINTS[i]), size;
        assert_int_equal(n, POINTS[i] < 0x80 ? 1 : POINTS[i] < 0x800 ? 2 : POINTS[i] < 0x10000 ? 3 : 4);
        assert_int_equal(utf8_at((str){ bytes, n }, 0, &size), POINTS[i]);
        assert_int_equal(size, n);
        assert_int_equal(utf8_before((str){ bytes, n }, n), POINTS[i]);
    }
    assert_int_equal(utf8_before(STR("abc"), 0), 0);
}

static void letters_and_capitals_are_known(void **state) {
    (void)state;
    assert_true(utf8_letter('a') && utf8_letter('Z') && utf8_letter(0xE9) && utf8_letter(0x0627));
    assert_false(utf8_letter('1') || utf8_letter(' ') || utf8_letter('-') || utf8_letter(0x2019));
    assert_true(utf8_upper('A') && utf8_upper(0xC9));
    assert_false(utf8_upper('a') || utf8_upper(0xE9) || utf8_upper('1') || utf8_upper('['));
}

static void points_are_counted_from_any_byte(void **state) {
    (void)state;
    buf b = buf_make(1 << 16);
    for (int i = 0; i < 200; i++) buf_add(&b, i % 3 ? STR("Wali Kota ") : STR("“Théo” \xF0\x9F\x98\x80 "));
    str text = buf_str(&b);
    point_index x = point_index_make(&home, text);
    size_t points = 0, size;
    for (size_t i = 0; i < text.n; i += size) {
        utf8_at(text, i, &size);
        assert_int_equal(point_of(&x, i), points++);
    }
    assert_int_equal(point_of(&x, text.n), points);
    buf_free(&b);
    point_index ascii = point_index_make(&home, STR("Baubau"));
    assert_null(ascii.before);
    assert_int_equal(point_of(&ascii, 6), 6);
    point_index empty = point_index_make(&home, STR(""));
    assert_int_equal(point_of(&empty, 0), 0);
    for (size_t n = 120; n < 140; n++) { /* about the size of a block */
        char long_text[150];
        memset(long_text, 'a', sizeof long_text);
        memcpy(long_text, "\xC3\xA9", 2);
        point_index y = point_index_make(&home, (str){ long_text, n });
        assert_int_equal(point_of(&y, n), n - 1);
    }
}

/* ---- cleaning */

static void line_ends_become_one_kind(void **state) {
    (void)state;
    assert_clean("satu\r\ndua\rtiga\n", "satu\ndua\ntiga\n");
    assert_clean("satu\r\n\r\ndua\r", "satu\n\ndua\n");
    assert_clean("satu\x0B" "dua\x0C" "tiga\xC2\x85" "empat\xE2\x80\xA8lima\xE2\x80\xA9" "enam", "satu\ndua\ntiga\nempat\nlima\nenam");
}

static void spaces_become_one_kind(void **state) {
    (void)state;
    assert_clean("Wali\xC2\xA0Kota\tBaubau", "Wali Kota Baubau");
    assert_clean("a\xE2\x80\x89" "b\xE2\x80\xAF" "c\xE3\x80\x80" "d", "a b c d");
}

static void invisible_characters_go(void **state) {
    (void)state;
    assert_clean("ke\xC2\xADpada", "kepada");
    assert_clean("Bu\xE2\x80\x8Bpati\xEF\xBB\xBF", "Bupati");
    assert_clean("\xEF\xBB\xBFJudul", "Judul");
    assert_clean("a\xE2\x80\x8E" "b\xE2\x80\xAE" "c\xE2\x81\xA0" "d\xEF\xB8\x8F", "abcd");
    assert_clean("a\x01" "b\x7F", "ab");
    assert_clean("", "");
}

static void decomposed_letters_are_composed(void **state) {
    (void)state;
    assert_clean("Andre\xCC\x81", "Andr\xC3\xA9");
    assert_clean("Ma\xE2\x80\x99ruf", "Ma\xE2\x80\x99ruf");
    assert_clean("e\xCC\xA3\xCC\x82", "\xE1\xBB\x87");     /* two marks on one letter */
    assert_clean("\xE2\x84\xAB", "\xC3\x85");              /* the sign of the unit is the letter */
    assert_clean("Andre\xC2\xAD\xCC\x81", "Andr\xC3\xA9"); /* a soft hyphen between letter and mark */
}

static void windows_1252_is_recognised(void **state) {
    (void)state;
    clean_text c;
    assert_int_equal(text_clean(&c, &home, STR("\x93" "Aman\x94, kata Andr\xE9 \x96 ia\x85"), STR("a.txt"), NULL), 0);
    assert_true(c.windows_1252);
    assert_int_equal(c.first_bad, 0);
    assert_str(c.text, "“Aman”, kata André – ia…");
}

static void single_bad_bytes_are_replaced(void **state) {
    (void)state;
    clean_text c;
    assert_int_equal(text_clean(&c, &home, STR("“Aman” \xFF dan “tertib”"), STR("a.txt"), NULL), 0);
    assert_false(c.windows_1252);
    assert_int_equal(c.replaced, 1);
    assert_int_equal(c.first_bad, 11);
    assert_str(c.text, "“Aman” \xEF\xBF\xBD dan “tertib”");
    /* cut in the middle of a character */
    assert_int_equal(text_clean(&c, &home, STR("“Aman” – dan \xE2\x80"), STR("a.txt"), NULL), 0);
    assert_false(c.windows_1252);
    assert_int_equal(utf8_check(c.text), c.text.n);
}

static void what_is_no_text_is_refused(void **state) {
    (void)state;
    clean_text c;
    error e = { 0 };
    assert_int_equal(text_clean(&c, &home, ((str){ "ab\0c", 4 }), STR("a.txt"), &e), ERROR_INPUT);
    assert_string_equal(e.text, "a.txt: NUL byte at offset 2: not a text");
    e = (error){ 0 };
    assert_int_equal(text_clean(&c, &home, ((str){ "\xFF\xFEJ\0u\0", 6 }), STR("b.txt"), &e), ERROR_INPUT);
    assert_string_equal(e.text, "b.txt: UTF-16; petik reads UTF-8");
    e = (error){ 0 };
    assert_int_equal(text_clean(&c, &home, ((str){ "\xFE\xFF\0J", 4 }), STR("b.txt"), &e), ERROR_INPUT);
    e = (error){ 0 };
    char *large = malloc(LIMIT_ARTICLE + 1);
    memset(large, 'a', LIMIT_ARTICLE + 1);
    assert_int_equal(text_clean(&c, &home, (str){ large, LIMIT_ARTICLE + 1 }, STR("c.txt"), &e), ERROR_LIMIT);
    assert_string_equal(e.text, "c.txt: 16777217 bytes: an article has at most 16777216");
    free(large);
}

static void cleaning_twice_changes_nothing(void **state) {
    (void)state;
    static const char *const TEXTS[] = { "Andre\xCC\x81\r\n\xC2\xA0x", "\x93" "Aman\x94", "a\xE2\x80\x8B\xCC\x81", "a\xFF" "b“”\n\r\r\n" };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        clean_text once, twice;
        assert_int_equal(text_clean(&once, &home, str_of(TEXTS[i]), STR("a"), NULL), 0);
        assert_int_equal(text_clean(&twice, &home, once.text, STR("a"), NULL), 0);
        assert_true(str_eq(once.text, twice.text));
    }
}

/* ---- the skeleton */

static document make(const char *text, bool title) {
    static const char *const WORDS[] = { "Muh.", "drg.", "No.", "Pj.", "Dr.", "Drs.", "H.", "Kab.", "Kec.", "dll." };
    text_words words = { .abbreviations = table_make(&home, 16) };
    for (size_t i = 0; i < sizeof WORDS / sizeof *WORDS; i++) table_put(&words.abbreviations, str_of(WORDS[i]), 1);
    return document_make(&home, str_of(text), title, &words);
}

/* Compares the sentences, written one after another with " | " between. */
static void assert_sentences(const char *text, const char *want) {
    document d = make(text, false);
    str got = STR("");
    for (size_t i = 0; i < d.sentences.n; i++)
        got = arena_format(&home, "%.*s%s%.*s", STR_ARG(got), i ? " | " : "", STR_ARG(str_span(d.text, d.sentences.items[i].at)));
    assert_str(got, want);
}

/* Compares the quotations: what is inside, with ~ for single ones, + for one that goes on, > for one that runs on in the
 * next paragraph, ! for one that is never closed. */
static void assert_quotes(const char *text, const char *want) {
    document d = make(text, false);
    str got = STR("");
    for (size_t i = 0; i < d.quotes.n; i++) {
        const quote *q = &d.quotes.items[i];
        got = arena_format(&home, "%.*s%s%s%s%.*s%s", STR_ARG(got), i ? " | " : "", q->single ? "~" : "", q->continues ? "+" : "",
                           STR_ARG(str_span(d.text, q->inside)), q->end == QUOTE_CONTINUED ? ">" : q->end == QUOTE_OPEN ? "!" : "");
        assert_true(span_within(q->inside, q->at));
    }
    assert_str(got, want);
}

static void paragraphs_are_lines(void **state) {
    (void)state;
    document d = make("Judul\nSatu. Dua.\nTiga", true);
    assert_int_equal(d.paragraphs.n, 3);
    assert_true(d.paragraphs.items[0].title);
    assert_false(d.paragraphs.items[1].title);
    assert_str(str_span(d.text, d.paragraphs.items[1].at), "Satu. Dua.");
    assert_int_equal(d.paragraphs.items[1].sentence, 1);
    assert_int_equal(d.paragraphs.items[1].sentences, 2);
    assert_int_equal(d.paragraphs.items[2].sentence, 3);
    assert_int_equal(d.sentences.items[3].paragraph, 2);
    assert_int_equal(document_paragraph(&d, 0), 0);
    assert_int_equal(document_paragraph(&d, 6), 1);
    assert_int_equal(document_sentence(&d, 6), 1);
    assert_int_equal(document_sentence(&d, 12), 2);
    assert_int_equal(document_sentence(&d, d.text.n), 3);
    document empty = make("", false);
    assert_int_equal(empty.paragraphs.n + empty.sentences.n + empty.quotes.n, 0);
    assert_null(document_quote(&empty, 0));
}

static void sentences_end_at_stops(void **state) {
    (void)state;
    assert_sentences("Warga pulang. Mereka lega.", "Warga pulang. | Mereka lega.");
    assert_sentences("Benarkah? Tentu! Ya.", "Benarkah? | Tentu! | Ya.");
    assert_sentences("Ia pergi... Lalu kembali", "Ia pergi... | Lalu kembali");
    assert_sentences("Ada 3.500 orang dan 2,5 ton beras pukul 09.30 WIB. Semua hadir.",
                     "Ada 3.500 orang dan 2,5 ton beras pukul 09.30 WIB. | Semua hadir.");
    assert_sentences("Ia berkata (pelan.) Kami diam.", "Ia berkata (pelan.) | Kami diam.");
    assert_sentences("situs warta.com ramai. 20 orang datang", "situs warta.com ramai. | 20 orang datang");
    assert_sentences("ia tiba. kemudian pergi", "ia tiba. kemudian pergi");
}

static void abbreviations_do_not_end_sentences(void **state) {
    (void)state;
    assert_sentences("Kata Muh. Rizal, aman. Ia pulang.", "Kata Muh. Rizal, aman. | Ia pulang.");
    assert_sentences("Direktur drg. Nina hadir. Ia lega.", "Direktur drg. Nina hadir. | Ia lega.");
    assert_sentences("Surat Edaran No. 5 berlaku.", "Surat Edaran No. 5 berlaku.");
    assert_sentences("Pj. Wali Kota Andi hadir.", "Pj. Wali Kota Andi hadir.");
    assert_sentences("Penjabat (Pj.) Wali Kota Andi hadir. Ia lega.", "Penjabat (Pj.) Wali Kota Andi hadir. | Ia lega.");
    assert_sentences("A. Rahman dan M. Yusuf hadir.", "A. Rahman dan M. Yusuf hadir.");
    assert_sentences("Kata Sitti Aminah, S.Sos., M.Si. di kantor.", "Kata Sitti Aminah, S.Sos., M.Si. di kantor.");
    assert_sentences("Kata Sitti Aminah, S.Sos. M.Si. Ia pulang.", "Kata Sitti Aminah, S.Sos. M.Si. | Ia pulang.");
    assert_sentences("Hadir Drs. H. Abdul Karim.", "Hadir Drs. H. Abdul Karim.");
}

static void a_quotation_ends_with_its_sentence(void **state) {
    (void)state;
    assert_sentences("“Kami siap.” Ia pulang.", "“Kami siap.” | Ia pulang.");
    assert_sentences("\"Kami siap.\" Ia pulang.", "\"Kami siap.\" | Ia pulang.");
    assert_sentences("“Kami siap,” kata Rina. “Mari.”", "“Kami siap,” kata Rina. | “Mari.”");
    assert_sentences("Ia berkata, “Kami siap. Kami berangkat.” Lalu diam.", "Ia berkata, “Kami siap. | Kami berangkat.” | Lalu diam.");
}

static void quotation_marks_pair(void **state) {
    (void)state;
    assert_quotes("“Kami siap,” kata Rina. “Mari.”", "Kami siap, | Mari.");
    assert_quotes("\"Kami siap,\" kata Rina. \"Mari.\"", "Kami siap, | Mari.");
    assert_quotes("„Kami siap,” kata Rina.", "Kami siap,");
    assert_quotes("«Kami siap,» kata Rina.", "Kami siap,");
    assert_quotes("''Kami siap,'' kata Rina.", "Kami siap,");
    assert_quotes("``Kami siap,'' kata Rina.", "Kami siap,");
    assert_quotes("Tidak ada kutipan di sini.", "");
    assert_quotes("Ia berkata:\"Kami siap\".", "Kami siap");
}

static void marks_of_the_wrong_kind_pair(void **state) {
    (void)state;
    assert_quotes("“Kami siap,\" kata Rina.", "Kami siap,");
    assert_quotes("\"Kami siap,” kata Rina.", "Kami siap,");
    assert_quotes("“Kami siap,“ kata Rina.", "Kami siap,");
    assert_quotes("”Kami siap,” kata Rina.", "Kami siap,");
    assert_quotes("”Kami siap,“ kata Rina. Ia pulang.", "Kami siap,");
}

static void quotations_run_over_paragraphs(void **state) {
    (void)state;
    assert_quotes("“Kami siap.\n“Kami berangkat,” katanya.", "Kami siap.> | +Kami berangkat,");
    assert_quotes("“Kami siap.\nKami berangkat,” katanya.", "Kami siap.> | +Kami berangkat,");
    assert_quotes("“Satu.\n“Dua.\n“Tiga,” katanya.", "Satu.> | +Dua.> | +Tiga,");
    assert_quotes("“Kami siap, katanya.\nWarga pulang.", "Kami siap, katanya.!");
    assert_quotes("“Kami siap, katanya.\nWarga pulang.\n“Mari,” ujarnya.", "Kami siap, katanya.! | Mari,");
}

static void single_marks_are_told_from_apostrophes(void **state) {
    (void)state;
    assert_quotes("“Ia bilang ‘ya’ tadi,” kata Rina.", "Ia bilang ‘ya’ tadi, | ~ya");
    assert_quotes("\"Ia bilang 'ya' tadi,\" kata Rina.", "Ia bilang 'ya' tadi, | ~ya");
    assert_quotes("Salat Jum’at di Masjid Ba'alawi.", "");
    assert_quotes("Ma’ruf dan Nu'man hadir.", "");
    assert_quotes("Gerakan 'Warga Peduli' dimulai.", "~Warga Peduli");
}

static void a_byte_finds_its_quotation(void **state) {
    (void)state;
    document d = make("Ia berkata, “Kami ‘siap’ hari ini.” Lalu diam.\nDiam.", false);
    size_t at = str_find(d.text, STR("siap"), 0);
    const quote *q = document_quote(&d, at);
    assert_non_null(q);
    assert_false(q->single);
    assert_str(str_span(d.text, q->inside), "Kami ‘siap’ hari ini.");
    assert_null(document_quote(&d, 0));
    assert_null(document_quote(&d, str_find(d.text, STR("Lalu"), 0)));
    assert_null(document_quote(&d, str_find(d.text, STR("Diam"), 0)));
}

static void marks_are_told_by_form(void **state) {
    (void)state;
    assert_int_equal(mark_at(STR("“"), 0).kind, MARK_OPEN);
    assert_int_equal(mark_at(STR("”"), 0).kind, MARK_CLOSE);
    assert_int_equal(mark_at(STR("\""), 0).kind, MARK_EITHER);
    assert_int_equal(mark_at(STR("''"), 0).size, 2);
    assert_true(mark_at(STR("‘"), 0).single && mark_at(STR("’"), 0).single && mark_at(STR("'"), 0).single);
    assert_int_equal(mark_at(STR("a"), 0).kind, MARK_NONE);
    assert_int_equal(mark_at(STR("–"), 0).kind, MARK_NONE);
    assert_int_equal(mark_at(STR("…"), 0).kind, MARK_NONE);
}

/* ---- list items */

static void assert_item(const char *line, long number, const char *body) {
    item_label l = item_at(str_of(line));
    assert_int_equal(l.number, number);
    if (number >= 0) assert_str(str_cut(str_of(line), l.size, strlen(line)), body);
}

static void labels_are_read(void **state) {
    (void)state;
    assert_item("1. Menjaga netralitas", 1, "Menjaga netralitas");
    assert_item("12) Menjaga", 12, "Menjaga");
    assert_item("(3) Menjaga", 3, "Menjaga");
    assert_item("2.Menjaga", 2, "Menjaga");
    assert_item("a. menjaga", 1, "menjaga");
    assert_item("c) menjaga", 3, "menjaga");
    assert_item("- menjaga", 0, "menjaga");
    assert_item("• menjaga", 0, "menjaga");
    assert_item("Pertama, menjaga", 1, "menjaga");
    assert_item("KETIGA, menjaga", 3, "menjaga");
    assert_item("Kesepuluh, menjaga", 10, "menjaga");
}

static void what_is_no_label_is_left(void **state) {
    (void)state;
    static const char *const LINES[] = { "", "1", "1.", "1. ", "2024. Tahun ini", "10.30 WIB", "1.5 juta", "-1 derajat", "A. Rahman hadir",
                                         "Pertama kali", "-", "(1. x", "ab. x", "123. x", "Pertama,", "1 orang" };
    for (size_t i = 0; i < sizeof LINES / sizeof *LINES; i++) assert_item(LINES[i], -1, "");
}

static void items_within_a_paragraph_are_words_or_brackets(void **state) {
    (void)state;
    assert_int_equal(item_in_sentence(STR("Kedua, menjaga")).number, 2);
    assert_int_equal(item_in_sentence(STR("2) menjaga")).number, 2);
    assert_int_equal(item_in_sentence(STR("(2) menjaga")).number, 2);
    assert_int_equal(item_in_sentence(STR("- menjaga")).number, -1);
    assert_int_equal(item_in_sentence(STR("a. menjaga")).number, -1);
}

static void paragraphs_know_their_labels(void **state) {
    (void)state;
    document d = make("1. Judul\n1. Satu\nb) Dua\n• Tiga\nKeempat, empat\nLima", true);
    assert_false(d.paragraphs.items[0].item); /* a title is none */
    assert_true(d.paragraphs.items[1].item && d.paragraphs.items[2].item && d.paragraphs.items[3].item && d.paragraphs.items[4].item);
    assert_false(d.paragraphs.items[5].item);
    assert_int_equal(d.paragraphs.items[2].number, 2);
    assert_int_equal(d.paragraphs.items[3].number, 0);
    assert_int_equal(d.paragraphs.items[4].number, 4);
    assert_str(str_cut(d.text, d.paragraphs.items[3].body, d.paragraphs.items[3].at.end), "Tiga");
    assert_int_equal(d.paragraphs.items[5].body, d.paragraphs.items[5].at.start);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(well_formed_text_is_accepted),
        cmocka_unit_test(ill_formed_bytes_are_found),
        cmocka_unit_test(ill_formed_bytes_are_mended),
        cmocka_unit_test(code_points_are_read_and_written),
        cmocka_unit_test(letters_and_capitals_are_known),
        cmocka_unit_test(points_are_counted_from_any_byte),
        cmocka_unit_test(line_ends_become_one_kind),
        cmocka_unit_test(spaces_become_one_kind),
        cmocka_unit_test(invisible_characters_go),
        cmocka_unit_test(decomposed_letters_are_composed),
        cmocka_unit_test(windows_1252_is_recognised),
        cmocka_unit_test(single_bad_bytes_are_replaced),
        cmocka_unit_test(what_is_no_text_is_refused),
        cmocka_unit_test(cleaning_twice_changes_nothing),
        cmocka_unit_test(paragraphs_are_lines),
        cmocka_unit_test(sentences_end_at_stops),
        cmocka_unit_test(abbreviations_do_not_end_sentences),
        cmocka_unit_test(a_quotation_ends_with_its_sentence),
        cmocka_unit_test(quotation_marks_pair),
        cmocka_unit_test(marks_of_the_wrong_kind_pair),
        cmocka_unit_test(quotations_run_over_paragraphs),
        cmocka_unit_test(single_marks_are_told_from_apostrophes),
        cmocka_unit_test(a_byte_finds_its_quotation),
        cmocka_unit_test(marks_are_told_by_form),
        cmocka_unit_test(labels_are_read),
        cmocka_unit_test(what_is_no_label_is_left),
        cmocka_unit_test(items_within_a_paragraph_are_words_or_brackets),
        cmocka_unit_test(paragraphs_know_their_labels),
    };
    return cmocka_run_group_tests(tests, NULL, tear_down);
}
