/* SPDX-License-Identifier: MIT */
#include "fetch/onward.h"

#include "base/address.h"
#include "fetch/links.h"

static bool holds(str html, const char *const *words, size_t n) {
    for (size_t i = 0; i < n; i++)
        if (str_find(html, str_of(words[i]), 0) != SIZE_MAX) return true;
    return false;
}

/* Whether it is worth parsing: most pages are not. */
static bool may_lead_on(str html) {
    static const char *const ARTICLE[] = { "NewsArticle", "article:published_time", "content=\"article\"", "content='article'" };
    return holds(html, ADDRESS_PAGE_KEYS, 3) && holds(html, ARTICLE, sizeof ARTICLE / sizeof *ARTICLE);
}

onward onward_find(arena *a, str html, str charset, str at, long number) {
    onward out = { STR_NONE, false };
    found_list links = { 0 };
    error ignored = { 0 };
    if (address_page(at) == 0 || !may_lead_on(html) || links_read(&links, a, html, charset, at, &ignored) < 0) return out;
    for (size_t i = 0; i < links.n; i++) {
        str url = links.items[i].url;
        long page = address_page(url);
        if ((page != 0 && page != number + 1) || !str_eq(address_path(url), address_path(at)) || !str_eq(address_origin(url), address_origin(at))) continue;
        if (page == 0 || !out.url.n) out = (onward){ url, page == 0 };
        if (page == 0) break;
    }
    return out;
}
