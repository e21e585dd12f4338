/* SPDX-License-Identifier: MIT */
/* Regions of one name told apart by the other regions of the article: "Bawaslu Kediri" beside "Pemkab Kediri". */
#include "record/collect.h"
#include "record/region.h"

static void tell_apart(const extraction *x, const table *told, str name, str *region) {
    str kabupaten, kota;
    if (region->n || !region_doubtful(x->words, name, &kabupaten, &kota)) return;
    bool one = table_get(told, kabupaten) != TABLE_NONE, other = table_get(told, kota) != TABLE_NONE;
    if (one != other) *region = one ? kabupaten : kota;
}

void regions_tell_apart(extraction *x) {
    article_record *r = x->out;
    table told = table_make(x->home, r->institutions.n + r->officials.n + 1); /* the codes that are known */
    for (size_t i = 0; i < r->institutions.n; i++)
        if (r->institutions.items[i].region.n) table_put(&told, r->institutions.items[i].region, 1);
    for (size_t i = 0; i < r->officials.n; i++)
        if (r->officials.items[i].region.n) table_put(&told, r->officials.items[i].region, 1);
    for (size_t i = 0; i < r->institutions.n; i++) tell_apart(x, &told, r->institutions.items[i].name, &r->institutions.items[i].region);
    for (size_t i = 0; i < r->officials.n; i++) tell_apart(x, &told, r->officials.items[i].of, &r->officials.items[i].region);
}
