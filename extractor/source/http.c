/* SPDX-License-Identifier: MIT */
#include "source/http.h"

#include "source/coding.h"
#include "source/header.h"

/* The status of a line such as "HTTP/1.1 200 OK"; the reason may be missing. -1: it is no such line. */
static int read_status(str s) {
    if (!str_starts(s, STR("HTTP/"))) return -1;
    size_t i = 5;
    while (i < s.n && (ascii_digit(s.p[i]) || s.p[i] == '.')) i++;
    while (i < s.n && s.p[i] == ' ') i++;
    if (i + 3 > s.n) return -1;
    return (int)str_number(str_cut(s, i, i + 3));
}

bool http_split(http_response *out, str bytes) {
    for (;;) {
        size_t end = header_end(bytes);
        int status = read_status(bytes);
        if (status < 0 || end == 0) return false;
        *out = (http_response){ status, str_cut(bytes, 0, end), str_cut(bytes, end, bytes.n) };
        bool interim = status / 100 == 1 && str_starts(out->body, STR("HTTP/"));
        if (!interim) return true;
        bytes = out->body;
    }
}

int http_body(str *out, arena *a, const http_response *r, size_t limit, const char *name, error *e) {
    str sent = header_field(a, r->header, STR("Transfer-Encoding")), body = r->body;
    if (sent.n > 0 && !str_eq_fold(sent, STR("identity"))) {
        int status = coding_join_chunks(&body, a, body, name, e);
        if (status != 0) return status;
        /* "gzip, chunked": compressed for this way only. */
        status = coding_inflate(&body, a, body, sent, limit, name, e);
        if (status != 0) return status;
    }
    return coding_inflate(out, a, body, header_field(a, r->header, STR("Content-Encoding")), limit, name, e);
}
