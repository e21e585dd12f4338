/* SPDX-License-Identifier: MIT */
/* Dates and regulations through the public interface: small articles, and the values in their records. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>
#include <jansson.h>

#include "petik.h"

typedef struct {
    petik_rules *rules;
    petik_extractor *extractor;
} bench;

static int set_up(void **state) {
    static bench b;
    petik_error e = { 0 };
    if (petik_rules_open(&b.rules, NULL, 0, &e) || petik_extractor_open(&b.extractor, b.rules, &e)) {
        print_error("%s\n", e.text);
        return -1;
    }
    *state = &b;
    return 0;
}

static int tear_down(void **state) {
    bench *b = *state;
    petik_extractor_free(b->extractor);
    petik_rules_free(b->rules);
    return 0;
}

/* The record of an article, to be released with json_decref. */
static json_t *extract(void **state, const char *text, const char *published, const char *url) {
    bench *b = *state;
    petik_error e = { 0 };
    petik_input in = { .bytes = text, .length = strlen(text), .source = "test", .published = published, .url = url };
    assert_int_equal(petik_extract(b->extractor, &in, &e), PETIK_OK);
    size_t n;
    const char *json = petik_json(b->extractor, &n);
    json_t *record = json_loadb(json, n, 0, NULL);
    assert_non_null(record);
    return record;
}

static json_t *date_with(json_t *record, const char *text) {
    size_t i;
    json_t *d;
    json_array_foreach(json_object_get(record, "dates"), i, d)
        if (!strcmp(json_string_value(json_object_get(d, "text")), text)) return d;
    fail_msg("no date \"%s\" in %s", text, json_string_value(json_object_get(record, "text")));
    return NULL;
}

static void assert_string(const json_t *object, const char *key, const char *want) {
    const json_t *got = json_object_get(object, key);
    if (want) assert_string_equal(json_is_string(got) ? json_string_value(got) : "null", want);
    else assert_true(json_is_null(got));
}

typedef struct {
    const char *article, *text, *type, *value; /* text: the expression; value NULL: open */
} example;

static void check(void **state, const example *all, size_t n, const char *published) {
    for (size_t i = 0; i < n; i++) {
        json_t *record = extract(state, all[i].article, published, NULL), *d = date_with(record, all[i].text);
        assert_string(d, "type", all[i].type);
        assert_string(d, "value", all[i].value);
        json_decref(record);
    }
}

#define CHECK(all, published) check(state, all, sizeof all / sizeof *all, published)

static void written_dates(void **state) {
    static const example ALL[] = {
        { "Rapat digelar Selasa (15/10/2024) di Ambon.", "Selasa (15/10/2024)", "DATE", "2024-10-15" },
        { "Rapat digelar Selasa (15/10) malam di Ambon.", "Selasa (15/10) malam", "DATE", "2024-10-15" },
        { "Rapat digelar Senin (14/10/2024) pukul 09.00 WIB di Ambon.", "Senin (14/10/2024) pukul 09.00 WIB", "TIME", "2024-10-14T09:00" },
        { "Rapat digelar pada 15 Oktober 2024 di Ambon.", "15 Oktober 2024", "DATE", "2024-10-15" },
        { "Rapat digelar tanggal 5 Desember di Ambon.", "tanggal 5 Desember", "DATE", "2024-12-05" },
        { "Rapat digelar 6-8 Mei 2025 di Ambon.", "6-8 Mei 2025", "DATE", "2025-05-06/2025-05-08" },
        { "Rapat digelar 30 Desember-2 Januari 2025 di Ambon.", "30 Desember-2 Januari 2025", "DATE", "2024-12-30/2025-01-02" },
        { "Rapat digelar Rabu hingga Kamis (23-24/10) di Ambon.", "Rabu hingga Kamis (23-24/10)", "DATE", "2024-10-23/2024-10-24" },
        { "Rapat digelar 21-23/10/2024 di Ambon.", "21-23/10/2024", "DATE", "2024-10-21/2024-10-23" },
        { "Data per Oktober 2024 belum lengkap.", "Oktober 2024", "DATE", "2024-10" },
        { "Data Januari-Juli 2024 belum lengkap.", "Januari-Juli 2024", "DATE", "2024-01/2024-07" },
        { "Pada tahun 2019-2022 dana itu dipakai.", "tahun 2019-2022", "DATE", "2019/2022" },
        { "Jelang Pilkada 2024, gudang dijaga.", "2024", "DATE", "2024" },
        { "Sejak era 1990-an jalan itu rusak.", "1990-an", "DATE", NULL },
    };
    CHECK(ALL, "2024-10-25");
}

static void dates_without_a_year(void **state) {
    static const example ALL[] = {
        { "Air naik Senin (30/12) malam.", "Senin (30/12) malam", "DATE", "2024-12-30" },
        { "Posko ditutup Minggu (5/1).", "Minggu (5/1)", "DATE", "2025-01-05" },
        { "Dana cair 27 November mendatang.", "27 November mendatang", "DATE", "2025-11-27" },
        { "Harga naik sejak November.", "November", "DATE", "2024-11" },
        { "Jembatan selesai akhir Oktober tahun depan.", "akhir Oktober tahun depan", "DATE", "2026-10" },
        { "Panen tiba pada Maret-April tahun depan.", "Maret-April tahun depan", "DATE", "2026-03/2026-04" },
        { "Dana cair bulan Februari ini.", "bulan Februari ini", "DATE", "2025-02" },
    };
    CHECK(ALL, "2025-01-02");
}

static void relative_dates(void **state) {
    static const example ALL[] = {
        { "Ia menerima surat itu kemarin.", "kemarin", "DATE", "2024-10-14" },
        { "Surat tiba hari ini.", "hari ini", "DATE", "2024-10-15" },
        { "Surat dikirim besok pagi.", "besok pagi", "DATE", "2024-10-16" },
        { "Ia datang Senin.", "Senin", "DATE", "2024-10-14" },
        { "Ia datang Rabu malam.", "Rabu malam", "DATE", "2024-10-09" },
        { "Ia datang Jumat mendatang.", "Jumat mendatang", "DATE", "2024-10-18" },
        { "Ia datang Rabu pekan depan.", "Rabu pekan depan", "DATE", "2024-10-23" },
        { "Ia datang Selasa lalu.", "Selasa lalu", "DATE", "2024-10-08" },
        { "Jalan itu dibangun tahun lalu.", "tahun lalu", "DATE", "2023" },
        { "Jalan itu dibangun bulan depan.", "bulan depan", "DATE", "2024-11" },
        { "Jalan itu dibangun pekan lalu.", "pekan lalu", "DATE", "2024-W41" },
        { "Jalan itu rusak tiga hari lalu.", "tiga hari lalu", "DATE", "2024-10-12" },
        { "Gunung itu meletus 29.000 bulan lalu.", "29.000 bulan lalu", "DATE", NULL },
        { "Jalan itu dibuka dua minggu lagi.", "dua minggu lagi", "DATE", "2024-10-29" },
        { "Pemilihan masih 4 tahun lagi.", "4 tahun lagi", "DATE", "2028" },
        { "Jalan itu selesai akhir tahun.", "akhir tahun", "DATE", "2024-12" },
        { "Jalan itu selesai awal tahun depan.", "awal tahun depan", "DATE", "2025-01" },
        { "Jalan itu selesai akhir bulan ini.", "akhir bulan ini", "DATE", "2024-10" },
        { "Ikrar dijadwalkan besok, 16 Oktober, di balai.", "besok, 16 Oktober", "DATE", "2024-10-16" },
    };
    CHECK(ALL, "2024-10-15");
}

static void hours_are_counted_from_the_minute_of_publication(void **state) {
    static const example ALL[] = {
        { "Ia pergi 1 jam 30 menit yang lalu.", "1 jam 30 menit yang lalu", "TIME", "2024-10-14T23:40" },
        { "Bus tiba setengah jam lagi.", "setengah jam lagi", "TIME", "2024-10-15T01:40" },
    };
    CHECK(ALL, "2024-10-15T01:10:00+07:00");
    static const example DAY_ALONE[] = {
        { "Ia pergi dua jam lalu.", "dua jam lalu", "DATE", NULL },
        { "Bus tiba dua jam lagi.", "dua jam lagi", "DURATION", "PT2H" },
    };
    CHECK(DAY_ALONE, "2024-10-15");
}

static void what_follows_counts_from_what_was_told(void **state) {
    static const example ALL[] = {
        { "Jembatan rusak Senin (7/10). Dua hari kemudian tukang datang.", "Dua hari kemudian", "DATE", "2024-10-09" },
        { "Surat itu sehari sebelumnya, Senin (7/10), dikirim.", "sehari sebelumnya", "DATE", "2024-10-07" },
        { "Ia dilantik pada 2010. Lima tahun kemudian ia pensiun.", "Lima tahun kemudian", "DATE", "2015" },
        { "Rapat pukul 10.00 WIB, Senin (7/10). Sejam kemudian ia datang.", "Sejam kemudian", "TIME", "2024-10-07T11:00" },
        { "Ia pergi dua jam kemudian.", "dua jam kemudian", "DURATION", "PT2H" },
    };
    CHECK(ALL, "2024-10-15");
}

static void lengths_and_sets(void **state) {
    static const example ALL[] = {
        { "Pengungsi bertahan selama tiga hari di balai.", "selama tiga hari", "DURATION", "P3D" },
        { "Masih ada 77 hari.", "77 hari", "DURATION", "P77D" },
        { "Ia dihukum 3 tahun 6 bulan penjara.", "3 tahun 6 bulan", "DURATION", "P3Y6M" },
        { "Sidang berlangsung selama 45 menit saja.", "selama 45 menit", "DURATION", "PT45M" },
        { "Perjalanan 1,5 jam ditempuh.", "1,5 jam", "DURATION", "PT1.5H" },
        { "Sawah itu digarap dua dekade.", "dua dekade", "DURATION", "P20Y" },
        { "Perjalanan 1 hari 2 jam ditempuh.", "1 hari 2 jam", "DURATION", "P1DT2H" },
        { "Perjalanan 2 jam 1 hari ditempuh.", "2 jam 1 hari", "DURATION", "P1DT2H" },
        { "Dalam sehari terkumpul dua ton.", "Dalam sehari", "DURATION", "P1D" },
        { "Warga antre 7-8 jam.", "7-8 jam", "DURATION", NULL },
        { "Ia menunggu dua puluh lima menit.", "dua puluh lima menit", "DURATION", "PT25M" },
        { "Rapat digelar setiap Senin.", "setiap Senin", "SET", NULL },
        { "Iuran Rp 5.000 per bulan.", "per bulan", "SET", NULL },
        { "Jalan disiram dua kali sehari.", "dua kali sehari", "SET", NULL },
    };
    CHECK(ALL, "2024-10-15");
}

static void clock_times(void **state) {
    static const example ALL[] = {
        { "Hujan turun Senin (14/10).\nHingga pukul 18.52 WIB air naik.", "pukul 18.52 WIB", "TIME", "2024-10-14T18:52" },
        { "Truk dilarang lewat sebelum pukul 06.00 WIB.", "pukul 06.00 WIB", "TIME", NULL },
        { "Ia tiba jam 7 malam tadi.", "jam 7 malam tadi", "TIME", "2024-10-15T19:00" },
        { "Loket dibuka pukul 08.00-12.00 WIB.", "pukul 08.00-12.00 WIB", "TIME", NULL },
        { "Ia tiba Selasa (15/10) sekitar pukul 10.30 WIB sampai pukul 14.00 WIB.",
          "Selasa (15/10) sekitar pukul 10.30 WIB sampai pukul 14.00 WIB", "TIME", "2024-10-15T10:30/2024-10-15T14:00" },
    };
    CHECK(ALL, "2024-10-15");
}

static void no_dates(void **state) {
    static const char *const TEXTS[] = {
        "Sebanyak 2024 orang hadir.", "Dana itu Rp 2025 saja.", "Suratnya bernomor 045/2024/SK.",
        "Rudi Hartawan, 45 tahun, warga desa.", "Anak itu berusia 12 tahun.", "Ia berjualan di Pasar Minggu.",
        "Anggota KPU Mei Lestari hadir.", "Pidatonya di masa depan.", "Kehidupan sehari-hari warga.",
    };
    for (size_t i = 0; i < sizeof TEXTS / sizeof *TEXTS; i++) {
        json_t *record = extract(state, TEXTS[i], "2024-10-15", NULL), *dates = json_object_get(record, "dates");
        if (json_array_size(dates))
            fail_msg("\"%s\" in %s", json_string_value(json_object_get(json_array_get(dates, 0), "text")), TEXTS[i]);
        json_decref(record);
    }
}

static void assert_published(void **state, const char *text, const char *url, const char *value, const char *from) {
    json_t *record = extract(state, text, NULL, url), *published = json_object_get(record, "published");
    assert_string(published, "value", value);
    assert_string(published, "from", from);
    json_decref(record);
}

static void publication_is_inferred(void **state) {
    assert_published(state, "Rapat digelar.", "https://warta.example/2024/10/15/rapat-desa", "2024-10-15", "url");
    assert_published(state, "Rapat digelar.", "https://warta.example/baca/20241015/rapat", "2024-10-15", "url");
    assert_published(state, "Rapat digelar.", "https://warta.example/d-8122577/rapat", NULL, NULL);
    assert_published(state, "Rapat digelar di Ambon, Senin (14/10/2024).\n\"Lancar,\" kata Rudi, Selasa (15/10/2024).", NULL, "2024-10-15", "body");
    assert_published(state, "\"Lancar,\" kata Rudi, Senin (10/2/2025).\nPawai akan digelar Rabu (12/2/2025).", NULL, "2025-02-10", "body");
    assert_published(state, "Pilkada 2024 kian dekat.\n\"Siap,\" kata Rudi, Selasa (15/10).", NULL, "2024-10-15", "body");
    assert_published(state, "\"Siap,\" kata Rudi, Sabtu (26/10/2024).\nIkrar digelar besok, 29 Oktober, di balai.", NULL, "2024-10-28", "body");
    assert_published(state, "Rapat digelar Senin.", NULL, NULL, NULL);
}

/* Senin (14/10) fits 2024 and 2019; what was fetched in 2020 is of 2019. */
static void no_article_is_younger_than_its_fetching(void **state) {
    bench *b = *state;
    petik_error e = { 0 };
    const char *text = "\"Siap,\" kata Rudi, Senin (14/10).";
    petik_input in = { .bytes = text, .length = strlen(text), .source = "test", .fetched = "2020-02-01T08:00:00Z" };
    assert_int_equal(petik_extract(b->extractor, &in, &e), PETIK_OK);
    size_t n;
    const char *json = petik_json(b->extractor, &n);
    json_t *record = json_loadb(json, n, 0, NULL);
    assert_string(json_object_get(record, "published"), "value", "2019-10-14");
    json_decref(record);
}

static void wrong_weekdays_are_told(void **state) {
    json_t *record = extract(state, "Rapat digelar Kamis (15/10/2024).", NULL, NULL), *d = date_with(record, "Kamis (15/10/2024)");
    assert_string(d, "value", "2024-10-15");
    assert_string(d, "conflict", "weekday");
    assert_string(json_array_get(json_object_get(record, "warnings"), 0), "code", "weekday-mismatch");
    json_decref(record);
}

static void impossible_years_are_mended(void **state) {
    static const example ALL[] = { { "Rapat digelar Senin (13/10/3025).", "Senin (13/10/3025)", "DATE", "2025-10-13" } };
    CHECK(ALL, "2025-10-13");
    static const example NONE[] = { { "Rapat digelar 31 Februari 2025.", "31 Februari 2025", "DATE", NULL } };
    CHECK(NONE, "2025-10-13");
}

static void spoken_days_count_from_the_speech(void **state) {
    static const example ALL[] = {
        { "\"Kami mulai besok,\" kata Rudi, Senin (14/10/2024).", "besok", "DATE", "2024-10-15" },
        { "\"Hari ini kami mulai,\" kata Rudi, Senin (14/10/2024).", "Hari ini", "DATE", "2024-10-14" },
    };
    CHECK(ALL, "2024-10-16");
}

static void regulations_are_named(void **state) {
    static const struct {
        const char *article, *text, *kind, *number;
        int year;
    } ALL[] = {
        { "Sesuai Undang-Undang Nomor 10 Tahun 2016 tentang pemilihan.", "Undang-Undang Nomor 10 Tahun 2016", "undang-undang", "10", 2016 },
        { "Sesuai PKPU 13/2024 itu.", "PKPU 13/2024", "peraturan kpu", "13", 2024 },
        { "Dasarnya Surat Edaran (SE) Bupati Nomor 100.3/812/DIKBUD/2025 itu.", "Surat Edaran (SE) Bupati Nomor 100.3/812/DIKBUD/2025",
          "surat edaran", "100.3/812/DIKBUD/2025", 2025 },
        { "Ia dijerat Pasal 363 ayat (1) KUHP.", "Pasal 363 ayat (1) KUHP", "kitab undang-undang hukum pidana", NULL, 0 },
        { "Ia melanggar Pasal 71 UU No 10/2016 itu.", "Pasal 71 UU No 10/2016", "undang-undang", "10", 2016 },
    };
    for (size_t i = 0; i < sizeof ALL / sizeof *ALL; i++) {
        json_t *record = extract(state, ALL[i].article, NULL, NULL), *all = json_object_get(record, "regulations"), *r = json_array_get(all, 0);
        assert_int_equal(json_array_size(all), 1);
        assert_string(r, "text", ALL[i].text);
        assert_string(r, "kind", ALL[i].kind);
        assert_string(r, "number", ALL[i].number);
        assert_int_equal(json_integer_value(json_object_get(r, "year")), ALL[i].year);
        json_decref(record);
    }
}

static void laws_without_a_number_are_none(void **state) {
    json_t *record = extract(state, "Undang-Undang Pemilu dan Peraturan Daerah tentang sampah. Surat suara nomor 2.", NULL, NULL);
    assert_int_equal(json_array_size(json_object_get(record, "regulations")), 0);
    json_decref(record);
}

int main(void) {
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(written_dates),         cmocka_unit_test(dates_without_a_year),
        cmocka_unit_test(relative_dates),        cmocka_unit_test(lengths_and_sets),
        cmocka_unit_test(clock_times),           cmocka_unit_test(no_dates),
        cmocka_unit_test(publication_is_inferred), cmocka_unit_test(wrong_weekdays_are_told),
        cmocka_unit_test(impossible_years_are_mended), cmocka_unit_test(spoken_days_count_from_the_speech),
        cmocka_unit_test(hours_are_counted_from_the_minute_of_publication), cmocka_unit_test(what_follows_counts_from_what_was_told),
        cmocka_unit_test(no_article_is_younger_than_its_fetching), cmocka_unit_test(regulations_are_named), cmocka_unit_test(laws_without_a_number_are_none),
    };
    return cmocka_run_group_tests(tests, set_up, tear_down);
}
