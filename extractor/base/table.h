/* SPDX-License-Identifier: MIT */
/* A hash table from strings to numbers, in an arena. Keys are borrowed and must outlive it.
 * Open addressing, FNV-1a; no removal. */
#ifndef PETIK_BASE_TABLE_H
#define PETIK_BASE_TABLE_H

#include "base/arena.h"

typedef struct {
    str key;
    uint32_t hash, value;
} table_slot;

typedef struct {
    table_slot *slots;
    size_t n, cap; /* cap is a power of two */
    arena *home;
} table;

enum { TABLE_NONE = UINT32_MAX };

uint32_t hash_bytes(str key);
table table_make(arena *home, size_t expected);
/* The value stored for key, or TABLE_NONE. */
uint32_t table_get(const table *t, str key);
/* Changes the value of a key that is there. */
void table_set(table *t, str key, uint32_t value);
/* Stores value unless the key is there; returns the value that is stored now. */
uint32_t table_put(table *t, str key, uint32_t value);

#endif
