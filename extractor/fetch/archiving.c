/* SPDX-License-Identifier: MIT */
#include "fetch/archiving.h"

/* Milliseconds. A kill costs nothing that was written; when the power fails the store shall not know of more than the archive has, which the system
 * writes down on its own within half a minute or so. */
enum { SYNC_AFTER = 5000 };

static int sync_now_and_then(collector *c) {
    if (clock_steady() - c->synced < SYNC_AFTER) return 0;
    c->synced = clock_steady();
    return archive_sync(c->s.out, &c->broken);
}

int archiving_keep(archived *out, arena *a, collector *c, const job *j, const client_answer *x, const collected_address *row) {
    *out = (archived){ .place = STR_NONE };
    archive_digest(out->digest, x->body);
    out->same = row && row->digest.n && str_eq(row->digest, str_of(out->digest));
    if (!c->s.out) return 0;
    exchange e = { .url = j->at,
                   .when = x->when,
                   .took = x->took,
                   .ip = str_of(x->ip),
                   .request = x->sent,
                   .head = x->head,
                   .body = x->body,
                   .protocol = x->protocol,
                   .truncated = x->truncated,
                   .via = str_eq(j->at, j->url) ? j->via : j->url,
                   .source = crawl_source(c, j->source)->name };
    if (row && row->captured.p && (x->status == 304 || out->same)) {
        e.revisit = x->status == 304 ? REVISIT_NOT_MODIFIED : REVISIT_SAME;
        e.first_date = row->captured;
        e.first_digest = row->digest;
    }
    int status = archive_write(&out->place, a, c->s.out, &e, out->digest, &c->broken);
    return status < 0 ? status : sync_now_and_then(c);
}

int archiving_write(collector *c, const job *j, const client_answer *x, const collected_address *row) {
    arena scratch = { 0 };
    archived ignored;
    int status = archiving_keep(&ignored, &scratch, c, j, x, row);
    arena_free(&scratch);
    return status;
}
