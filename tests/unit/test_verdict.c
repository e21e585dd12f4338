/* SPDX-License-Identifier: MIT */
/* extractor/page/verdict: a small page for each thing that is no article, and articles that look like one. */
#include "pages.h"

#define TITLE "Warga Perbaiki Jembatan Gantung"
#define LINK "<p><a href=/x>Pemkab Buka Formasi Tahap Dua untuk Guru</a></p>"
#define LINKS6 LINK LINK LINK LINK LINK LINK
#define TEASER "<article><h2><a href=/x>Pemkab Buka Formasi Tahap Dua</a></h2>" PARAGRAPH "</article>"
#define FIGURE "<figure><img src=x><figcaption>Peserta melintas di depan kantor bupati</figcaption></figure>"
/* A page with next to no links is taken for a text that somebody saved, and never refused for being short. */
#define MENU "<nav><a href=/a>A</a> <a href=/b>B</a> <a href=/c>C</a> <a href=/d>D</a> <a href=/e>E</a></nav>"
#define SHORT "<p>Rapat digelar di kantor dinas kemarin siang.</p>"

typedef struct {
    const char *html, *address, *code; /* code NULL: an article */
} verdict_case;

static void check(const verdict_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        page p = page_from(cases[i].html, cases[i].address);
        assert_told(p.verdict.code, cases[i].code, cases[i].html);
        if (!cases[i].code) continue;
        assert_told(p.text, "", cases[i].html);
        assert_int_equal(p.notes.n, 1);
        assert_told(p.notes.items[0].code, cases[i].code, cases[i].html);
        assert_true(str_starts(p.verdict.message, STR("no article: ")));
    }
}

static void articles_are_none_of_these(void **state) {
    static const verdict_case CASES[] = {
        { "<html><h1>" TITLE "</h1>" PROSE, NULL, NULL },
        { "<html><article><h1>" TITLE "</h1>" PROSE "</article><aside>" LINKS6 LINKS6 "</aside>", NULL, NULL },
        { "<html><title>Polisi: Pencarian Korban Dihentikan</title><h1>Polisi: Pencarian Korban Dihentikan</h1>" PROSE, NULL, NULL },
        { "<html><h1>" TITLE "</h1><p>Isi yang pendek.</p>", NULL, NULL },
        { "<html><h1>" TITLE "</h1><video src=x></video>" PROSE, NULL, NULL },
        { "<html><h1>" TITLE "</h1>" FIGURE FIGURE FIGURE PROSE, NULL, NULL },
        { "<html>" LD("{\"@type\":\"NewsArticle\",\"headline\":\"" TITLE "\",\"datePublished\":\"2024-10-23\"}") "<h1>" TITLE "</h1>" PARAGRAPH PARAGRAPH, NULL,
          NULL },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

/* Short, without metadata, side by side with long menus, and with words that other pages have in their titles. */
#define NEWS(title, more) "<html><title>" title " - Warta</title><body>" LINKS6 LINKS6 "<h1>" title "</h1><p>Rabu, 23 Oktober 2024 14:22 WIB</p>" PROSE more LINKS6 LINKS6 LINKS6

static void news_with_their_words(void **state) {
    static const verdict_case CASES[] = {
        { NEWS("Pencarian Korban Hanyut Dilanjutkan", ""), NULL, NULL },
        { NEWS("Nelayan Asal Suwawa Tidak Ditemukan, Pencarian Dihentikan", ""), NULL, NULL },
        { NEWS("Pemkot Siapkan 500 Paket Sembako", ""), NULL, NULL },
        { NEWS("404 Warga Dievakuasi", ""), NULL, NULL },
        { NEWS("Video Viral Camat Suwawa Diusut", "<video src=x></video>"), NULL, NULL },
        { NEWS("Pasar Suwawa Ramai", "<p>Login untuk memberi komentar</p>"), NULL, NULL },
        { NEWS("Truk Sampah Antre", "<p>Truk masuk untuk mengangkut sampah yang menumpuk sejak kemarin sore.</p>"), NULL, NULL },
    };
    (void)state;
    check(CASES, COUNT(CASES));
    for (size_t i = 0; i < COUNT(CASES); i++) { /* all of it, not one paragraph */
        page p = page_from(CASES[i].html, NULL);
        assert_true(p.text.n > 3 * (sizeof SENTENCE - 2));
    }
}

static void lists_of_articles(void **state) {
    static const verdict_case CASES[] = {
        { "<html><h1>Hukum</h1>" TEASER TEASER TEASER TEASER TEASER TEASER, NULL, "index-page" },
        { "<html>" LINKS6 LINKS6 PARAGRAPH, "https://kabar.example/", "index-page" },
        { "<html>" LINKS6 LINKS6 "<h1>Daerah</h1>" PARAGRAPH, NULL, "index-page" },
        { "<html>" LINKS6 LINKS6, NULL, "index-page" }, /* no prose at all */
        { "<html>" LD("{\"@type\":\"CollectionPage\"}") "<h1>Tag</h1>" PROSE, NULL, "index-page" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void results_of_a_search(void **state) {
    static const verdict_case CASES[] = {
        { "<html><title>Hasil pencarian jembatan</title><h1>Hasil pencarian</h1>" TEASER TEASER TEASER, NULL, "search-page" },
        { "<html>" LD("{\"@type\":\"SearchResultsPage\"}") "<h1>Jembatan</h1>" PROSE, NULL, "search-page" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void pages_that_are_not_there(void **state) {
    static const verdict_case CASES[] = {
        { "<html><title>Halaman tidak ditemukan</title><h1>404</h1>" PARAGRAPH PARAGRAPH, NULL, "error-page" },
        { "<html><title>404 - Warta</title>" PARAGRAPH PARAGRAPH, NULL, "error-page" },
        { "<html><title>Warta | Halaman Tidak Ditemukan</title>" PARAGRAPH PARAGRAPH, NULL, "error-page" },
        { "<html><title>Just a moment...</title>" PARAGRAPH PARAGRAPH, NULL, "error-page" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void videos_and_photographs(void **state) {
    static const verdict_case CASES[] = {
        { "<html>" MENU "<h1>Perahu</h1><video src=x></video>" SHORT, NULL, "video-page" },
        { "<html>" MENU LD("{\"@type\":\"VideoObject\"}") "<h1>Perahu</h1>" SHORT, NULL, "video-page" },
        { "<html>" MENU "<h1>Pawai</h1>" FIGURE FIGURE FIGURE FIGURE, NULL, "photo-page" },
        { "<html>" MENU LD("{\"@type\":\"ImageGallery\"}") "<h1>Pawai</h1>" SHORT, NULL, "photo-page" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void texts_for_subscribers(void **state) {
    static const verdict_case CASES[] = {
        { "<html><h1>" TITLE "</h1>" PARAGRAPH "<p>Berlangganan untuk membaca artikel ini.</p>", NULL, "paywall" },
        { "<html>" LD("{\"@type\":\"NewsArticle\",\"headline\":\"" TITLE "\",\"isAccessibleForFree\":false}") "<h1>" TITLE "</h1>" PARAGRAPH, NULL, "paywall" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
    page p = page_from("<html>" LD("{\"@type\":\"NewsArticle\",\"headline\":\"" TITLE "\",\"isAccessibleForFree\":false}") "<h1>" TITLE "</h1>" PROSE PROSE PROSE, NULL);
    assert_told(p.verdict.code, NULL, "all of a text for subscribers");
    assert_told(p.notes.items[0].code, "paywall", "the warning beside it");
}

static void next_to_nothing(void **state) {
    static const verdict_case CASES[] = {
        { "<html></html>", NULL, "no-text" },
        { "<html><script>x</script>", NULL, "no-text" },
        { "<html><body>" MENU "<h1>" TITLE "</h1><p>Isi.</p>", NULL, "no-text" },
        { "<html><body><p> <br> &nbsp;</p>", NULL, "no-text" },
        { "<rss version=\"2.0\"><channel><item><title>x</title></item></channel></rss>", NULL, "feed" },
        { "<?xml version=\"1.0\"?><urlset></urlset>", NULL, "feed" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(articles_are_none_of_these), cmocka_unit_test(news_with_their_words), cmocka_unit_test(lists_of_articles),    cmocka_unit_test(results_of_a_search),
        cmocka_unit_test(pages_that_are_not_there),   cmocka_unit_test(videos_and_photographs), cmocka_unit_test(texts_for_subscribers),
        cmocka_unit_test(next_to_nothing),
    };
    return cmocka_run_group_tests_name("verdict", tests, pages_set_up, pages_tear_down);
}
