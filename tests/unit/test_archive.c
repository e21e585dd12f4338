/* SPDX-License-Identifier: MIT */
/* extractor/fetch/archive, recorder, openfile: what was fetched, as WARC files, and what is left of them after a kill. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#include <dirent.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include <cmocka.h>
#include <zlib.h>

#include "base/file.h"
#include "fetch/archive.h"
#include "source/header.h"
#include "source/warc.h"

#define PAGE "<html><title>Rapat</title><p>Rapat digelar di kantor dinas dan dihadiri oleh para kepala bidang.</p></html>"
#define WHEN 1795847713042

static const archive_facts FACTS = { .software = "petik/0.1.0", .agent = "petik/0.1.0 (+mailto:meja@kabar.example.id)",
                                     .contact = "meja@kabar.example.id" };
static char folder[64];
static arena home;

static int set_up(void **state) {
    (void)state;
    strcpy(folder, "/tmp/petik-archive-XXXXXX");
    return mkdtemp(folder) ? 0 : -1;
}

static int tear_down(void **state) {
    (void)state;
    DIR *d = opendir(folder);
    struct dirent *entry;
    while ((entry = readdir(d)))
        if (entry->d_name[0] != '.') unlinkat(dirfd(d), entry->d_name, 0);
    closedir(d);
    arena_free(&home);
    return rmdir(folder);
}

static exchange page(void) {
    return (exchange){ .url = STR("https://kabar.example.id/a"), .when = WHEN, .took = 81, .ip = STR("203.0.113.7"), .protocol = "h2",
                       .request = STR("GET /a HTTP/2\r\nHost: kabar.example.id\r\nCookie: a=b\r\n\r\n"),
                       .head = STR("HTTP/2 200 \r\ncontent-type: text/html; charset=utf-8\r\n\r\n"), .body = STR(PAGE),
                       .via = STR("https://kabar.example.id/rss"), .source = STR("kabar") };
}

static archive *opened(const archive_facts *facts) {
    archive *w;
    error e = { 0 };
    if (archive_open(&w, folder, facts, &e)) fail_msg("%s", e.text);
    return w;
}

static str written(archive *w, const exchange *x) {
    char sum[PAYLOAD_DIGEST];
    str place;
    error e = { 0 };
    archive_digest(sum, x->body);
    if (archive_write(&place, &home, w, x, sum, &e)) fail_msg("%s", e.text);
    return place;
}

static void closed(archive *w) {
    error e = { 0 };
    if (archive_close(w, &e)) fail_msg("%s", e.text);
}

static name_list files(void) {
    name_list out = { 0 };
    error e = { 0 };
    if (file_names(&out, &home, folder, "", ERROR_INPUT, &e)) fail_msg("%s", e.text);
    return out;
}

static const char *path_of(str name) { return arena_format(&home, "%s/%.*s", folder, STR_ARG(name)).p; }

static str content(const char *path) {
    str out;
    error e = { 0 };
    if (file_read(&out, &home, path, 1u << 30, ERROR_INPUT, &e)) fail_msg("%s", e.text);
    return out;
}

static void put(const char *path, str bytes) {
    FILE *f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.p, 1, bytes.n, f), bytes.n);
    assert_int_equal(fclose(f), 0);
}

/* The names of the records of a file, type and offset: "request@512"; all are read. */
typedef struct {
    str type, name, header, block;
} seen;
typedef VEC(seen) seen_list;

/* What a member of a gzip file holds. */
static str inflated(str bytes, size_t at) {
    static char out[1 << 20];
    z_stream z = { .next_in = (Bytef *)(uintptr_t)(bytes.p + at), .avail_in = (uInt)(bytes.n - at), .next_out = (Bytef *)out,
                   .avail_out = sizeof out };
    assert_int_equal(inflateInit2(&z, 31), Z_OK);
    assert_int_equal(inflate(&z, Z_FINISH), Z_STREAM_END);
    inflateEnd(&z);
    return arena_copy(&home, (str){ out, z.total_out });
}

static seen_list records(const char *path) {
    seen_list out = { 0 };
    error e = { 0 };
    stream *in;
    reader r = { 0 };
    warc w;
    warc_record record;
    str bytes = content(path);
    if (stream_open(&in, path, NULL, &e)) fail_msg("%s", e.text);
    reader_start(&r, in);
    warc_start(&w, &r, path);
    int status;
    while ((status = warc_next(&record, &w, &home, &e)) == WARC_RECORD) {
        str text = inflated(bytes, (size_t)strtoull(strrchr(record.name, '@') + 1, NULL, 10));
        *vec_add(&home, &out) = (seen){ arena_copy(&home, record.type), arena_copy(&home, str_of(record.name)), text,
                                        arena_copy(&home, record.block) };
    }
    if (status != WARC_END) fail_msg("%s", e.text);
    stream_close(in);
    free(r.p);
    return out;
}

static void assert_field(const seen *s, const char *name, const char *want) {
    str got = header_field(&home, s->header, str_of(name));
    bool same = want ? got.p && str_eq(got, str_of(want)) : !got.p;
    if (!same) fail_msg("%s of %.*s: \"%.*s\", not \"%s\"", name, STR_ARG(s->type), STR_ARG(got), want ? want : "(none)");
}

static void assert_block(const seen *s, const char *want) {
    if (!str_eq(s->block, str_of(want))) fail_msg("%.*s: \"%.*s\", not \"%s\"", STR_ARG(s->type), STR_ARG(s->block), want);
}

static void digests_and_dates_are_written(void **state) {
    char sum[PAYLOAD_DIGEST], date[ARCHIVE_DATE];
    (void)state;
    archive_digest(sum, STR(""));
    assert_string_equal(sum, "sha256:4OYMIQUY7QOBJGX36TEJS35ZEQT24QPEMSNZGTFESWMRW6CSXBKQ====");
    archive_digest(sum, STR("petik\n"));
    assert_int_equal(strlen(sum), PAYLOAD_DIGEST - 1);
    archive_date(date, WHEN);
    assert_string_equal(date, "2026-11-28T06:35:13.042Z");
    archive_date(date, 0);
    assert_string_equal(date, "1970-01-01T00:00:00.000Z");
    archive_date(date, -1);
    assert_string_equal(date, "1969-12-31T23:59:59.999Z");
}

static void nothing_written_is_no_file(void **state) {
    (void)state;
    closed(opened(&FACTS));
    assert_int_equal(files().n, 0);
    assert_int_equal(archive_close(NULL, NULL), 0);
}

static void an_exchange_is_three_records(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    str place = written(w, &x);
    name_list names = files();
    assert_int_equal(names.n, 1);
    assert_true(str_ends(names.items[0], STR("-00001.warc.gz.open")));
    assert_int_equal(archive_sync(w, NULL), 0);
    closed(w);
    names = files();
    assert_int_equal(names.n, 1);
    assert_int_equal(names.items[0].n, strlen("petik-20261128T063513Z-00001.warc.gz"));
    seen_list got = records(path_of(names.items[0]));
    assert_int_equal(got.n, 4);
    const seen *info = &got.items[0], *request = &got.items[1], *response = &got.items[2], *metadata = &got.items[3];
    assert_true(str_eq(response->name, place));
    assert_field(info, "WARC-Type", "warcinfo");
    assert_field(info, "WARC-Filename", names.items[0].p);
    assert_block(info, "software: petik/0.1.0\r\nformat: WARC File Format 1.1\r\n"
                       "conformsTo: http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/\r\nrobots: obey\r\n"
                       "operator: meja@kabar.example.id\r\nhttp-header-user-agent: petik/0.1.0 (+mailto:meja@kabar.example.id)\r\n");
    assert_field(request, "WARC-Type", "request");
    assert_block(request, "GET /a HTTP/1.1\r\nHost: kabar.example.id\r\nCookie: a=b\r\n\r\n");
    assert_field(response, "WARC-Type", "response");
    assert_field(response, "WARC-Target-URI", "https://kabar.example.id/a");
    assert_field(response, "WARC-Date", "2026-11-28T06:35:13.042Z");
    assert_field(response, "WARC-IP-Address", "203.0.113.7");
    assert_field(response, "WARC-Protocol", "h2");
    assert_field(response, "WARC-Truncated", NULL);
    assert_field(response, "Content-Type", "application/http; msgtype=response");
    assert_block(response, "HTTP/1.1 200 \r\ncontent-type: text/html; charset=utf-8\r\n\r\n" PAGE);
    assert_field(metadata, "WARC-Type", "metadata");
    assert_block(metadata, "fetchTimeMs: 81\r\nvia: https://kabar.example.id/rss\r\nsource: kabar\r\n");
    str id = header_field(&home, response->header, STR("WARC-Record-ID"));
    assert_int_equal(id.n, strlen("<urn:uuid:01234567-0123-4123-8123-0123456789ab>"));
    assert_field(request, "WARC-Concurrent-To", arena_copy(&home, id).p);
    assert_field(metadata, "WARC-Concurrent-To", arena_copy(&home, id).p);
    id = header_field(&home, info->header, STR("WARC-Record-ID"));
    assert_field(response, "WARC-Warcinfo-ID", arena_copy(&home, id).p);
}

static void repetitions_are_revisits(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    char sum[PAYLOAD_DIGEST];
    archive_digest(sum, x.body);
    x.revisit = REVISIT_SAME;
    x.first_date = STR("2026-11-27T06:35:13.000Z");
    written(w, &x);
    x.revisit = REVISIT_NOT_MODIFIED;
    x.head = STR("HTTP/1.1 304 Not Modified\r\n\r\n");
    x.first_digest = str_of(sum);
    x.body = STR("");
    str place = written(w, &x);
    closed(w);
    seen_list got = records(path_of(files().items[0]));
    assert_int_equal(got.n, 7);
    assert_field(&got.items[2], "WARC-Type", "revisit");
    assert_field(&got.items[2], "WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/identical-payload-digest");
    assert_field(&got.items[2], "WARC-Refers-To-Target-URI", "https://kabar.example.id/a");
    assert_field(&got.items[2], "WARC-Refers-To-Date", "2026-11-27T06:35:13.000Z");
    assert_field(&got.items[2], "WARC-Payload-Digest", sum);
    assert_field(&got.items[2], "WARC-Truncated", "length");
    assert_block(&got.items[2], "HTTP/1.1 200 \r\ncontent-type: text/html; charset=utf-8\r\n\r\n");
    assert_true(str_eq(got.items[5].name, place));
    assert_field(&got.items[5], "WARC-Profile", "http://netpreserve.org/warc/1.1/revisit/server-not-modified");
    assert_field(&got.items[5], "WARC-Payload-Digest", sum);
    assert_field(&got.items[5], "WARC-Truncated", NULL);
    assert_block(&got.items[5], "HTTP/1.1 304 Not Modified\r\n\r\n");
}

static void odd_exchanges_are_written(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = { .url = STR("http://kabar.example.id/\r\nX: y"), .request = STR("GET / HTTP/1.1\r\n\r\n"), .truncated = "disconnect",
                   .head = STR("HTTP/1.0 200 OK\r\n\r\n") };
    written(w, &x);
    x.head = STR("HTTP/2.0 404\r\n\r\n");
    x.request = STR("");
    written(w, &x);
    x.head = STR("HTTP/2");
    written(w, &x);
    x.head = STR("");
    written(w, &x);
    closed(w);
    seen_list got = records(path_of(files().items[0]));
    assert_int_equal(got.n, 13);
    assert_field(&got.items[2], "WARC-Target-URI", "http://kabar.example.id/  X: y");
    assert_field(&got.items[2], "X", NULL);
    assert_field(&got.items[2], "WARC-Truncated", "disconnect");
    assert_field(&got.items[2], "WARC-IP-Address", NULL);
    assert_block(&got.items[2], "HTTP/1.0 200 OK\r\n\r\n");
    assert_block(&got.items[3], "fetchTimeMs: 0\r\n");
    assert_block(&got.items[4], "");
    assert_block(&got.items[5], "HTTP/1.1 404\r\n\r\n");
    assert_block(&got.items[8], "HTTP/2");
    assert_block(&got.items[11], "");
}

/* Random letters, which do not compress to nothing. */
static str letters(size_t n) {
    char *p = arena_raw(&home, n);
    uint32_t seed = 7;
    for (size_t i = 0; i < n; i++) p[i] = (char)('a' + (seed = seed * 1664525u + 1013904223u) % 26);
    return (str){ p, n };
}

static void what_was_sent_compressed_is_only_wrapped(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    x.head = STR("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n");
    x.body = letters(300000);
    written(w, &x);
    closed(w);
    str name = files().items[0];
    assert_true(content(path_of(name)).n > 300000);
    seen_list got = records(path_of(name));
    assert_int_equal(got.n, 4);
    assert_int_equal(got.items[2].block.n, x.head.n + x.body.n);
    assert_true(str_ends(got.items[2].block, x.body));
}

static void too_much_is_told(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    str place;
    error e = { 0 };
    written(w, &x);
    str body = x.body;
    x.body = letters(20u << 20);
    assert_int_equal(archive_write(&place, &home, w, &x, "sha256:", &e), ERROR_LIMIT);
    assert_string_equal(e.text, "https://kabar.example.id/a: too long for the archive");
    x.body = body;
    place = written(w, &x);
    closed(w);
    seen_list got = records(path_of(files().items[0]));
    assert_int_equal(got.n, 7);
    assert_true(str_eq(got.items[5].name, place));
}

static void files_are_rotated(void **state) {
    (void)state;
    archive_facts facts = FACTS;
    facts.size = 4000;
    archive *w = opened(&facts);
    exchange x = page();
    size_t places = 0;
    for (size_t i = 0; i < 12; i++) places += str_find(written(w, &x), STR("-00001.warc.gz@"), 0) != SIZE_MAX;
    closed(w);
    name_list names = files();
    assert_true(names.n > 2);
    assert_true(places > 1 && places < 12);
    size_t n = 0;
    for (size_t i = 0; i < names.n; i++) {
        seen_list got = records(path_of(names.items[i]));
        assert_field(&got.items[0], "WARC-Type", "warcinfo");
        assert_field(&got.items[0], "WARC-Filename", names.items[i].p);
        n += got.n - 1;
    }
    assert_int_equal(n, 36);
}

static void a_full_disk_costs_one_exchange(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    char sum[PAYLOAD_DIGEST] = "sha256:";
    str place = written(w, &x);
    str name = files().items[0];
    size_t before = content(path_of(name)).n;
    struct rlimit old, small;
    assert_int_equal(getrlimit(RLIMIT_FSIZE, &old), 0);
    small = old;
    small.rlim_cur = before + 700; /* cuts the next within its second record */
    signal(SIGXFSZ, SIG_IGN);
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &small), 0);
    error e = { 0 };
    int status = archive_write(&place, &home, w, &x, sum, &e);
    size_t after = content(path_of(name)).n;
    assert_int_equal(setrlimit(RLIMIT_FSIZE, &old), 0);
    assert_int_equal(status, ERROR_OUTPUT);
    assert_true(str_ends(str_of(e.text), STR(".warc.gz.open: File too large")));
    assert_int_equal(after, before);
    place = written(w, &x);
    closed(w);
    seen_list got = records(path_of(files().items[0]));
    assert_int_equal(got.n, 7);
    assert_true(str_eq(got.items[5].name, place));
}

static void no_file_is_overwritten(void **state) {
    (void)state;
    char stamp[32];
    for (int second = 0; second < 3; second++) { /* the test may take longer than one */
        time_t now = time(NULL) + second;
        struct tm t;
        gmtime_r(&now, &t);
        strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &t);
        put(arena_format(&home, "%s/petik-%s-00001.warc.gz", folder, stamp).p, STR("x"));
    }
    archive *w = opened(&FACTS);
    exchange x = page();
    str place = written(w, &x);
    assert_true(str_find(place, STR("-00002.warc.gz@"), 0) != SIZE_MAX);
    str name = files().items[0];
    for (size_t i = 0; i < files().n; i++)
        if (str_ends(files().items[i], STR(".open"))) name = files().items[i];
    put(path_of(str_cut(name, 0, name.n - 5)), STR("x")); /* somebody else's, made in between */
    error e = { 0 };
    assert_int_equal(archive_close(w, &e), ERROR_OUTPUT);
    assert_true(str_find(str_of(e.text), STR("already; move one of them away"), 0) != SIZE_MAX);
    assert_int_equal(content(path_of(str_cut(name, 0, name.n - 5))).n, 1);
    assert_true(content(path_of(name)).n > 100);
    assert_int_equal(archive_open(&w, folder, &FACTS, &e), ERROR_OUTPUT);
}

static void a_kill_at_any_byte_is_recovered(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    written(w, &x);
    str place = written(w, &x);
    closed(w);
    str name = files().items[0], bytes = arena_copy(&home, content(path_of(name)));
    seen_list all = records(path_of(name));
    assert_int_equal(all.n, 7);
    const char *open_path = arena_format(&home, "%s/%.*s.open", folder, STR_ARG(name)).p;
    size_t from = (size_t)strtoull(strrchr(place.p, '@') + 1, NULL, 10);
    for (size_t cut = from; cut <= bytes.n; cut++) {
        unlink(path_of(name));
        put(open_path, str_cut(bytes, 0, cut));
        closed(opened(&FACTS));
        name_list names = files();
        assert_int_equal(names.n, 1);
        assert_true(str_eq(names.items[0], name));
        seen_list got = records(path_of(name));
        size_t end = cut == bytes.n ? 7 : got.n;
        assert_int_equal(got.n, end);
        assert_in_range(got.n, 5, 7);
        for (size_t i = 0; i < got.n; i++) assert_true(str_eq(got.items[i].name, all.items[i].name));
    }
}

static void what_holds_nothing_is_removed(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    written(w, &x);
    closed(w);
    str name = files().items[0], bytes = arena_copy(&home, content(path_of(name)));
    size_t first = (size_t)strtoull(strrchr(records(path_of(name)).items[1].name.p, '@') + 1, NULL, 10);
    unlink(path_of(name));
    const char *open_path = arena_format(&home, "%s/%.*s.open", folder, STR_ARG(name)).p;
    const size_t cuts[] = { 0, 1, first - 1, first, first + 20 };
    for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
        put(open_path, str_cut(bytes, 0, cuts[i]));
        closed(opened(&FACTS));
        assert_int_equal(files().n, 0);
    }
    put(open_path, STR("no gzip at all, whatever it is"));
    put(path_of(STR("other.warc.gz.open")), STR("somebody else's"));
    closed(opened(&FACTS));
    assert_int_equal(files().n, 1);
}

static void several_runs_share_a_folder(void **state) {
    (void)state;
    archive *first = opened(&FACTS);
    exchange x = page();
    str one = written(first, &x);
    archive *second = opened(&FACTS); /* leaves the first one's file alone */
    assert_int_equal(files().n, 1);
    str other = written(second, &x);
    assert_int_equal(files().n, 2);
    one = written(first, &x);
    closed(first);
    closed(opened(&FACTS));
    other = written(second, &x);
    closed(second);
    name_list names = files();
    assert_int_equal(names.n, 2);
    for (size_t i = 0; i < 2; i++) {
        seen_list got = records(path_of(names.items[i]));
        assert_int_equal(got.n, 7);
        assert_true(str_eq(got.items[5].name, one) || str_eq(got.items[5].name, other));
    }
}

static void noise_behind_records_is_cut_off(void **state) {
    (void)state;
    archive *w = opened(&FACTS);
    exchange x = page();
    written(w, &x);
    closed(w);
    str name = files().items[0], bytes = arena_copy(&home, content(path_of(name)));
    const char *open_path = arena_format(&home, "%s/%.*s.open", folder, STR_ARG(name)).p;
    char *noise = arena_alloc(&home, 200000); /* zeros, as a file system leaves them when the power fails */
    str parts[] = { bytes, { noise, 200000 } };
    unlink(path_of(name));
    put(open_path, arena_join(&home, parts, 2));
    closed(opened(&FACTS));
    assert_int_equal(content(path_of(name)).n, bytes.n);
}

static void what_cannot_be_opened_is_told(void **state) {
    (void)state;
    archive *w;
    error e = { 0 };
    put(path_of(STR("file")), STR("x"));
    assert_int_equal(archive_open(&w, path_of(STR("file")), &FACTS, &e), ERROR_OUTPUT);
    assert_true(str_ends(str_of(e.text), STR("/file: Not a directory")));
    e = (error){ 0 };
    assert_int_equal(archive_open(&w, path_of(STR("none/archive")), &FACTS, &e), ERROR_OUTPUT);
    assert_true(str_ends(str_of(e.text), STR("/none/archive: No such file or directory")));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void) {
    const struct CMUnitTest tests[] = {
        TEST(digests_and_dates_are_written),
        TEST(nothing_written_is_no_file),
        TEST(an_exchange_is_three_records),
        TEST(repetitions_are_revisits),
        TEST(odd_exchanges_are_written),
        TEST(what_was_sent_compressed_is_only_wrapped),
        TEST(too_much_is_told),
        TEST(files_are_rotated),
        TEST(a_full_disk_costs_one_exchange),
        TEST(no_file_is_overwritten),
        TEST(a_kill_at_any_byte_is_recovered),
        TEST(what_holds_nothing_is_removed),
        TEST(several_runs_share_a_folder),
        TEST(noise_behind_records_is_cut_off),
        TEST(what_cannot_be_opened_is_told),
    };
    return cmocka_run_group_tests_name("archive", tests, NULL, NULL);
}
