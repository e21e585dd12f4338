/* SPDX-License-Identifier: MIT */
#include "fetch/weblink.h"

#include <curl/curl.h>

#include "base/limits.h"

/* Parameters that only say where a reader came from; those that end in _ stand for all that begin so. */
static const char *const TRACKING[] = { "utm_",   "fbclid",  "gclid", "gclsrc", "gbraid", "wbraid", "dclid",
                                        "msclkid", "yclid",  "igshid", "twclid", "mc_cid", "mc_eid", "_ga" };

static bool is_letter(char c) { return ascii_lower(c) >= 'a' && ascii_lower(c) <= 'z'; }

/* The length of "https:" before a link; 0: it has no scheme. */
static size_t scheme_of(str link) {
    if (link.n == 0 || !is_letter(link.p[0])) return 0;
    for (size_t i = 1; i < link.n; i++) {
        char c = link.p[i];
        if (c == ':') return i + 1;
        if (!is_letter(c) && !ascii_digit(c) && c != '+' && c != '-' && c != '.') return 0;
    }
    return 0;
}

/* Whether it is http or https, or relative to something that is. */
static bool may_be_web(str link) {
    size_t n = scheme_of(link);
    return n == 0 || str_eq_fold(str_cut(link, 0, n), STR("http:")) || str_eq_fold(str_cut(link, 0, n), STR("https:"));
}

/* Where the path, query or fragment begins; the host before it is not percent-encoded. */
static size_t behind_authority(str link) {
    size_t i = scheme_of(link);
    if (i + 1 >= link.n || (link.p[i] != '/' && link.p[i] != '\\') || (link.p[i + 1] != '/' && link.p[i + 1] != '\\')) return i;
    for (i += 2; i < link.n && !strchr("/?#\\", link.p[i] ? link.p[i] : 'x');) i++;
    return i;
}

/* As browsers read a link: without line ends within, backslashes as slashes, and what addresses may not hold encoded. Closed by a NUL;
 * it becomes no longer than three times the link. */
static const char *encode(arena *a, str link) {
    static const char HEX[] = "0123456789ABCDEF";
    char *to = arena_raw(a, link.n * 3 + 1);
    size_t n = 0, host_ends = behind_authority(link);
    bool path = true;
    for (size_t i = 0; i < link.n; i++) {
        unsigned char c = (unsigned char)link.p[i];
        if (c == '\t' || c == '\n' || c == '\r') continue;
        if (c == '?' || c == '#') path = false;
        if (c == '\\' && path) c = '/';
        bool odd = c <= ' ' || c >= 0x7f || strchr("\"<>\\^`{|}", c);
        if (odd && i >= host_ends) {
            to[n++] = '%', to[n++] = HEX[c >> 4], to[n++] = HEX[c & 15];
        } else {
            to[n++] = (char)c;
        }
    }
    to[n] = '\0';
    return to;
}

static bool is_tracking(str parameter) {
    size_t equals = str_find(parameter, STR("="), 0);
    str name = equals == SIZE_MAX ? parameter : str_cut(parameter, 0, equals);
    for (size_t i = 0; i < sizeof TRACKING / sizeof *TRACKING; i++) {
        str key = str_of(TRACKING[i]);
        if (str_ends(key, STR("_")) ? str_starts(name, key) : str_eq(name, key)) return true;
    }
    return false;
}

/* The address without the parameters that track, in place; it has no fragment. */
static str without_tracking(char *p, size_t n) {
    char *mark = memchr(p, '?', n);
    if (!mark) return (str){ p, n };
    str rest = { mark + 1, n - (size_t)(mark + 1 - p) };
    size_t to = (size_t)(mark - p);
    char before = '?';
    while (rest.p) {
        str parameter = str_split(&rest, '&');
        if (is_tracking(parameter)) continue;
        p[to++] = before;
        memmove(p + to, parameter.p, parameter.n);
        to += parameter.n;
        before = '&';
    }
    p[to] = '\0';
    return (str){ p, to };
}

/* Host in small letters, no fragment. false: not of the web. */
static bool normalise(CURLU *u) {
    char *scheme = NULL, *host = NULL;
    bool good = curl_url_get(u, CURLUPART_SCHEME, &scheme, 0) == CURLUE_OK && may_be_web(str_of(scheme)) &&
                (strcmp(scheme, "http") == 0 || strcmp(scheme, "https") == 0) &&
                curl_url_get(u, CURLUPART_HOST, &host, CURLU_PUNYCODE) == CURLUE_OK && host[0];
    if (good) {
        for (char *c = host; *c; c++) {
            good = good && (unsigned char)*c > ' ';
            *c = ascii_lower(*c);
        }
        good = good && curl_url_set(u, CURLUPART_HOST, host, 0) == CURLUE_OK &&
               curl_url_set(u, CURLUPART_FRAGMENT, NULL, 0) == CURLUE_OK;
    }
    curl_free(scheme);
    curl_free(host);
    return good;
}

str weblink_resolve(arena *a, str base, str link) {
    str out = STR_NONE;
    link = str_trim(link);
    if (link.n > 0 && link.p[0] == '#') link = base; /* libcurl would drop the base's last part */
    if (link.n == 0 || link.n > LIMIT_ADDRESS || base.n > LIMIT_ADDRESS || memchr(link.p, '\0', link.n) || !may_be_web(link)) return out;
    CURLU *u = curl_url();
    char *whole = NULL;
    if (!u) return out;
    if (base.n && curl_url_set(u, CURLUPART_URL, encode(a, base), CURLU_DISALLOW_USER) != CURLUE_OK) goto done;
    if (curl_url_set(u, CURLUPART_URL, encode(a, link), CURLU_DISALLOW_USER) != CURLUE_OK || !normalise(u)) goto done;
    if (curl_url_get(u, CURLUPART_URL, &whole, CURLU_NO_DEFAULT_PORT) != CURLUE_OK || strlen(whole) > LIMIT_ADDRESS) goto done;
    str copy = arena_copy(a, str_of(whole));
    out = without_tracking((char *)(uintptr_t)copy.p, copy.n);
done:
    curl_free(whole);
    curl_url_cleanup(u);
    return out;
}

/* Where the host begins and ends. */
static span authority_span(str url) {
    size_t mark = str_find(url, STR("://"), 0), start = mark == SIZE_MAX ? 0 : mark + 3, end = start;
    while (end < url.n && !memchr("/?#", url.p[end], 3)) end++;
    return (span){ start, end };
}

str weblink_origin(str url) { return str_cut(url, 0, authority_span(url).end); }

str weblink_authority(str url) { return str_span(url, authority_span(url)); }

str weblink_target(str url) {
    str rest = str_cut(url, authority_span(url).end, url.n);
    const char *fragment = rest.n ? memchr(rest.p, '#', rest.n) : NULL;
    if (fragment) rest.n = (size_t)(fragment - rest.p);
    return rest.n ? rest : STR("/");
}
