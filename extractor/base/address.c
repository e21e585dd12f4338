/* SPDX-License-Identifier: MIT */
#include "base/address.h"

enum { LONGEST_HOST = 253 };

const char *const ADDRESS_PAGE_KEYS[] = { "page=", "halaman=", "hal=", NULL };

/* Where the host begins; SIZE_MAX: there is none. */
static size_t host_start(str address) {
    size_t at = str_find(address, STR("://"), 0);
    if (at != SIZE_MAX) return at + 3;
    return str_starts(address, STR("//")) ? 2 : SIZE_MAX;
}

static size_t host_end(str address, size_t i) {
    while (i < address.n && !memchr("/?#:", address.p[i], 4)) i++;
    return i;
}

bool address_is_whole(str address) { return str_find(address, STR("://"), 0) != SIZE_MAX; }

bool address_is_web(str address) {
    bool web = str_eq_fold(str_cut(address, 0, address.n < 7 ? 0 : 7), STR("http://")) ||
               str_eq_fold(str_cut(address, 0, address.n < 8 ? 0 : 8), STR("https://"));
    for (size_t i = 0; i < address.n && web; i++) web = (unsigned char)address.p[i] > ' ' && address.p[i] != 0x7f;
    return web && address_host(address).n > 0;
}

str address_origin(str address) {
    if (!address_is_whole(address)) return STR("");
    size_t slash = str_find(address, STR("/"), host_start(address));
    return slash == SIZE_MAX ? address : str_cut(address, 0, slash);
}

str address_host(str address) {
    size_t start = host_start(address);
    if (start == SIZE_MAX) return STR("");
    str host = str_cut(address, start, host_end(address, start));
    if (host.n > LONGEST_HOST) return STR("");
    if (host.n > 4 && str_eq_fold(str_cut(host, 0, 4), STR("www."))) host = str_cut(host, 4, host.n);
    return host;
}

str address_path(str address) {
    str origin = address_origin(address);
    size_t end = origin.n;
    while (end < address.n && address.p[end] != '?' && address.p[end] != '#') end++;
    while (end > origin.n && address.p[end - 1] == '/') end--;
    return str_cut(address, origin.n, end);
}

size_t address_page_value(str s) {
    size_t n = 0;
    while (n < s.n && ascii_digit(s.p[n])) n++;
    return n == 0 && str_starts(s, STR("all")) ? 3 : n;
}

long address_page(str address) {
    for (size_t k = 0; ADDRESS_PAGE_KEYS[k]; k++) {
        str key = str_of(ADDRESS_PAGE_KEYS[k]);
        size_t i = str_find(address, key, 0);
        if (i == SIZE_MAX || i == 0 || (address.p[i - 1] != '?' && address.p[i - 1] != '&')) continue;
        str value = str_cut(address, i + key.n, address.n);
        value.n = address_page_value(value);
        if (value.n) return ascii_digit(value.p[0]) ? str_number(value) : 0;
    }
    return -1;
}
