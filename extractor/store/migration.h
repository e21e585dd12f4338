/* SPDX-License-Identifier: MIT */
/* Steps that bring an older store up to date. What a step does never changes any more; what new stores are made of is schema.c, and a test
 * compares the two. */
#ifndef PETIK_STORE_MIGRATION_H
#define PETIK_STORE_MIGRATION_H

/* The SQL that leads from schema version to the next, 1 <= version < SCHEMA_VERSION. */
const char *migration_from(int version);

#endif
