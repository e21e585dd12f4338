/* SPDX-License-Identifier: MIT */
/* Fills a folder with an archive of exchanges of many kinds; prints for each "place kind digest" (tests/readers/archives.py).
 *
 * usage: fill DIR */
#include <stdio.h>
#include <stdlib.h>
#include <zlib.h>

#include "fetch/archive.h"

#define HTML "Content-Type: text/html; charset=utf-8\r\n"
#define PAGE "<html><head><title>Rapat di Maumere</title></head><body><h1>Rapat di Maumere</h1><p>\"Air bersih penting bagi kita,\" kata Bupati Sikka " \
    "Robertus Nong, Rabu (16/10/2024).</p><p>Rapat digelar di kantor dinas dan dihadiri oleh para kepala bidang serta perwakilan warga.</p></body></html>"

typedef struct {
    const char *kind, *head, *body, *protocol, *truncated;
    revisit_kind revisit;
} sort;

static const sort SORTS[] = {
    { "page", "HTTP/1.1 200 OK\r\n" HTML "\r\n", PAGE, "http/1.1", NULL, REVISIT_NONE },
    { "h2", "HTTP/2 200 \r\n" HTML "\r\n", PAGE, "h2", NULL, REVISIT_NONE },
    { "gzip", "HTTP/2 200 \r\n" HTML "content-encoding: gzip\r\n\r\n", PAGE, "h2", NULL, REVISIT_NONE },
    { "empty", "HTTP/1.1 200 OK\r\n" HTML "Content-Length: 0\r\n\r\n", "", "http/1.1", NULL, REVISIT_NONE },
    { "redirect", "HTTP/1.1 301 Moved Permanently\r\nLocation: /baru\r\n\r\n", "", "http/1.1", NULL, REVISIT_NONE },
    { "missing", "HTTP/1.0 404 Not Found\r\n" HTML "\r\n", "<p>Tidak ada", "http/1.0", NULL, REVISIT_NONE },
    { "chunked", "HTTP/1.1 200 OK\r\n" HTML "Transfer-Encoding: chunked\r\n\r\n", "5\r\n<p>Ra\r\n3\r\npat\r\n0\r\n\r\n", "http/1.1", NULL, REVISIT_NONE },
    { "truncated", "HTTP/1.1 200 OK\r\n" HTML "Content-Length: 9999\r\n\r\n", PAGE, "http/1.1", "disconnect", REVISIT_NONE },
    { "feed", "HTTP/1.1 200 OK\r\nContent-Type: application/rss+xml\r\n\r\n", "<rss version=\"2.0\"/>", "http/1.1", NULL, REVISIT_NONE },
    { "not-modified", "HTTP/2 304 \r\netag: \"a\"\r\n\r\n", "", "h2", NULL, REVISIT_NOT_MODIFIED },
    { "same", "HTTP/1.1 200 OK\r\n" HTML "\r\n", PAGE, "http/1.1", NULL, REVISIT_SAME },
};

static str packed(arena *a, str body) {
    z_stream z = { .next_in = (Bytef *)(uintptr_t)body.p, .avail_in = (uInt)body.n };
    if (deflateInit2(&z, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY) != Z_OK) exit(1);
    size_t room = deflateBound(&z, body.n);
    z.next_out = arena_raw(a, room);
    str out = { (char *)z.next_out, 0 };
    z.avail_out = (uInt)room;
    deflate(&z, Z_FINISH);
    out.n = z.total_out;
    deflateEnd(&z);
    return out;
}

int main(int argc, char **argv) {
    static const archive_facts FACTS = { .software = "petik/test", .agent = "petik/test (+https://kabar.example.id)",
                                         .contact = "https://kabar.example.id", .size = 8000 };
    arena a = { 0 };
    error e = { 0 };
    archive *w;
    char sum[PAYLOAD_DIGEST], page_sum[PAYLOAD_DIGEST], date[ARCHIVE_DATE];
    if (argc != 2 || archive_open(&w, argv[1], &FACTS, &e) != 0) return fprintf(stderr, "%s\n", e.text), 1;
    archive_digest(page_sum, STR(PAGE));
    archive_date(date, 1795847713042);
    for (int i = 0; i < 66; i++) {
        const sort *s = &SORTS[i % 11];
        exchange x = { .url = arena_format(&a, "https://kabar.example.id/%d/%s", i, s->kind), .when = 1795847713042 + i, .took = i,
                       .ip = i % 2 ? STR("203.0.113.7") : STR("2001:db8::7"), .head = str_of(s->head), .body = str_of(s->body),
                       .protocol = s->protocol, .truncated = s->truncated, .via = STR("https://kabar.example.id/rss"),
                       .source = STR("kabar"), .revisit = s->revisit };
        x.request = arena_format(&a, "GET /%d/%s HTTP/%s\r\nHost: kabar.example.id\r\n\r\n", i, s->kind, i % 2 ? "2" : "1.1");
        if (strcmp(s->kind, "gzip") == 0) x.body = packed(&a, x.body);
        if (s->revisit != REVISIT_NONE) x.first_date = str_of(date), x.first_digest = str_of(page_sum);
        archive_digest(sum, x.body);
        str place;
        if (archive_write(&place, &a, w, &x, sum, &e) != 0) return fprintf(stderr, "%s\n", e.text), 1;
        printf("%.*s %s %s\n", STR_ARG(place), s->kind, sum);
    }
    arena_free(&a);
    return archive_close(w, &e) == 0 ? 0 : (fprintf(stderr, "%s\n", e.text), 1);
}
