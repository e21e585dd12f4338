/* SPDX-License-Identifier: MIT */
/* extractor/page/credit: who wrote, edited and photographed, through whole pages. */
#include "pages.h"

#define HEADING "<h1>Warga Perbaiki Jembatan Gantung</h1>"
#define AUTHOR(json) LD("{\"@type\":\"NewsArticle\",\"headline\":\"Warga Perbaiki Jembatan Gantung\",\"author\":" json "}")

/* "role:name, role:name". */
static str credits_of(const page *p) {
    str all = STR("");
    for (size_t i = 0; i < p->credits.n; i++) {
        const credit *c = &p->credits.items[i];
        all = arena_format(&home, "%.*s%s%.*s:%.*s", STR_ARG(all), i ? ", " : "", STR_ARG(c->role), STR_ARG(c->name));
    }
    return all;
}

typedef struct {
    const char *html, *credits;
} page_case;

static void check(const page_case *cases, size_t n) {
    for (size_t i = 0; i < n; i++) {
        page p = page_from(cases[i].html, "https://kabardesa.example/2024/10/jembatan");
        if (p.verdict.code.p) fail_msg("no article: %s", cases[i].html);
        assert_told(credits_of(&p), cases[i].credits, cases[i].html);
    }
}

static void labelled_lines_are_read(void **state) {
    static const page_case CASES[] = {
        { HEADING PROSE "<p>Penulis: Dwi Haryati</p>", "reporter:Dwi Haryati" },
        { HEADING "<p>Pewarta : Rofinus Tena</p>" PROSE "<p>Editor: Maria Lado</p>", "reporter:Rofinus Tena, editor:Maria Lado" },
        { HEADING PROSE "<p><b>Penulis: Dwi Haryati<br>Editor: M. Firmansyah</b></p>", "reporter:Dwi Haryati, editor:M. Firmansyah" },
        { HEADING PROSE "<p>Reporter: Dwi Haryati | Editor: Maria Lado</p>", "reporter:Dwi Haryati, editor:Maria Lado" },
        { HEADING PROSE "<p>Reporter: Dwi Haryati / Redaktur: Maria Lado</p>", "reporter:Dwi Haryati, editor:Maria Lado" },
        { HEADING "<div>Penulis</div><div>Dwi Haryati</div>" PROSE, "reporter:Dwi Haryati" },
        { HEADING PROSE "<p>(Laporan: Lalu Hendri Sapwan)</p>", "reporter:Lalu Hendri Sapwan" },
        { HEADING PROSE, "" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void several_names_are_several_people(void **state) {
    static const page_case CASES[] = {
        { HEADING PROSE "<p>Penulis: Dwi Haryati dan Maria Lado</p>", "reporter:Dwi Haryati, reporter:Maria Lado" },
        { HEADING PROSE "<p>Penulis: Dwi Haryati, Maria Lado</p>", "reporter:Dwi Haryati, reporter:Maria Lado" },
        { AUTHOR("\"Dwi Haryati, Maria Lado & Ani Wau\"") HEADING PROSE, "author:Dwi Haryati, author:Maria Lado, author:Ani Wau" },
        { AUTHOR("[{\"name\":\"Dwi Haryati\"},{\"name\":\"dwi haryati\"}]") HEADING PROSE, "author:Dwi Haryati" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void machines_are_asked_when_readers_are_not_told(void **state) {
    static const page_case CASES[] = {
        { AUTHOR("{\"@type\":\"Person\",\"name\":\"Dwi Haryati\"}") HEADING PROSE, "author:Dwi Haryati" },
        { AUTHOR("\"Maria Lado\"") HEADING PROSE "<p>Penulis: Dwi Haryati</p>", "reporter:Dwi Haryati" },
        { AUTHOR("\"Dwi Haryati\"") HEADING PROSE "<p>Editor: Maria Lado</p>", "editor:Maria Lado, author:Dwi Haryati" },
        { "<meta name=author content='Dwi Haryati'>" HEADING PROSE, "author:Dwi Haryati" },
        { "<meta name=author content='Maria Lado'>" AUTHOR("\"Dwi Haryati\"") HEADING PROSE, "author:Dwi Haryati" },
        { HEADING "<a rel=author href=/x>Dwi Haryati</a>" PROSE, "author:Dwi Haryati" },
        { HEADING "<div class=author-name>Dwi Haryati</div>" PROSE, "author:Dwi Haryati" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

/* JSON-LD often has the editor in the author's place. */
static void an_editor_is_no_author(void **state) {
    static const page_case CASES[] = {
        { AUTHOR("\"Maria Lado\"") HEADING PROSE "<p>Editor: Maria Lado</p>", "editor:Maria Lado" },
        { HEADING PROSE "<p>Penulis: Maria Lado</p><p>Editor: Maria Lado</p>", "reporter:Maria Lado, editor:Maria Lado" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void accounts_companies_and_desks_are_nobody(void **state) {
    static const page_case CASES[] = {
        { AUTHOR("\"admin\"") HEADING PROSE, "" },
        { AUTHOR("\"Super User\"") HEADING PROSE, "" },
        { AUTHOR("\"Redaksi\"") HEADING PROSE, "" },
        { AUTHOR("\"Tim Liputan\"") HEADING PROSE, "" },
        { AUTHOR("\"Diskominfo Tegal\"") HEADING PROSE, "" },
        { AUTHOR("\"kabardesa\"") HEADING PROSE, "" },
        { AUTHOR("\"kabardesa.example\"") HEADING PROSE, "" },
        { AUTHOR("\"https://kabardesa.example/penulis\"") HEADING PROSE, "" },
        { AUTHOR("\"dwi@kabardesa.example\"") HEADING PROSE, "" },
        { AUTHOR("\"user 17\"") HEADING PROSE, "" },
        { "<meta property=og:site_name content='Suara Kita'>" AUTHOR("\"Suara Kita\"") HEADING PROSE, "" },
        { HEADING PROSE "<p>Penulis: Kontributor Ende</p>", "" },
        { HEADING PROSE "<p>Editor : Redaksi</p>", "" },
        { AUTHOR("\"admin\"") "<meta name=author content='Dwi Haryati'>" HEADING PROSE, "author:Dwi Haryati" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void names_are_trimmed(void **state) {
    static const page_case CASES[] = {
        { AUTHOR("\"Oleh: Dwi Haryati\"") HEADING PROSE, "author:Dwi Haryati" },
        { AUTHOR("\"By Dwi Haryati |\"") HEADING PROSE, "author:Dwi Haryati" },
        { AUTHOR("\"Dwi Haryati - Kabar Desa\"") HEADING PROSE, "author:Dwi Haryati" },
        { AUTHOR("\"Dwi Haryati Rabu, 23 Oktober\"") HEADING PROSE, "author:Dwi Haryati" },
        { AUTHOR("\"Dwi Haryati (Kabar)\"") HEADING PROSE, "author:Dwi Haryati" },
        { AUTHOR("\"Dwi Haryati.\"") HEADING PROSE, "author:Dwi Haryati" },
        { AUTHOR("\"Firman M.\"") HEADING PROSE, "author:Firman M." },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

static void captions_name_photographers(void **state) {
    static const page_case CASES[] = {
        { HEADING "<figure><img><figcaption>Warga bekerja. Foto: Beni Tuah</figcaption></figure>" PROSE, "photographer:Beni Tuah" },
        { HEADING "<figure><img><figcaption>Warga bekerja (Foto: Beni Tuah)</figcaption></figure>" PROSE, "photographer:Beni Tuah" },
        { HEADING "<figure><img><figcaption>Warga bekerja. WARTANA/Beni Tuah/rwa.</figcaption></figure>" PROSE, "photographer:Beni Tuah" },
        { HEADING "<figure><img><figcaption>Foto: istimewa</figcaption></figure>" PROSE, "" },
        { HEADING "<figure><img><figcaption>Warga dan Beni Tuah bekerja</figcaption></figure>" PROSE, "" },
        { HEADING PROSE "<p>Foto bersama Beni Tuah di akhir acara yang dihadiri warga sekitar desa.</p>", "" },
    };
    (void)state;
    check(CASES, COUNT(CASES));
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(labelled_lines_are_read),
        cmocka_unit_test(several_names_are_several_people),
        cmocka_unit_test(machines_are_asked_when_readers_are_not_told),
        cmocka_unit_test(an_editor_is_no_author),
        cmocka_unit_test(accounts_companies_and_desks_are_nobody),
        cmocka_unit_test(names_are_trimmed),
        cmocka_unit_test(captions_name_photographers),
    };
    return cmocka_run_group_tests_name("credit", tests, pages_set_up, pages_tear_down);
}
