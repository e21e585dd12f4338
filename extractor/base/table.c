/* SPDX-License-Identifier: MIT */
#include "base/table.h"

uint32_t hash_bytes(str key) {
    uint32_t h = 2166136261u;
    for (size_t i = 0; i < key.n; i++) h = (h ^ (unsigned char)key.p[i]) * 16777619u;
    return h;
}

table table_make(arena *home, size_t expected) {
    table t = { .cap = 16, .home = home };
    while (t.cap < expected * 2) t.cap *= 2;
    t.slots = arena_alloc(home, t.cap * sizeof *t.slots);
    return t;
}

static table_slot *find(const table *t, str key, uint32_t h) {
    for (size_t i = h & (t->cap - 1);; i = (i + 1) & (t->cap - 1)) {
        table_slot *s = &t->slots[i];
        if (!s->key.p || (s->hash == h && str_eq(s->key, key))) return s;
    }
}

uint32_t table_get(const table *t, str key) {
    if (t->n == 0) return TABLE_NONE;
    const table_slot *s = find(t, key, hash_bytes(key));
    return s->key.p ? s->value : TABLE_NONE;
}

static void grow(table *t) {
    table bigger = table_make(t->home, t->cap);
    for (size_t i = 0; i < t->cap; i++)
        if (t->slots[i].key.p) *find(&bigger, t->slots[i].key, t->slots[i].hash) = t->slots[i];
    bigger.n = t->n;
    *t = bigger;
}

void table_set(table *t, str key, uint32_t value) {
    table_slot *s = find(t, key, hash_bytes(key));
    if (s->key.p) s->value = value;
}

uint32_t table_put(table *t, str key, uint32_t value) {
    if ((t->n + 1) * 2 > t->cap) grow(t);
    uint32_t h = hash_bytes(key);
    table_slot *s = find(t, key, h);
    if (!s->key.p) {
        *s = (table_slot){ .key = key, .hash = h, .value = value };
        t->n++;
    }
    return s->value;
}
