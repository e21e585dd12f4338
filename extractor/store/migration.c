/* SPDX-License-Identifier: MIT */
#include "store/migration.h"

#include <assert.h>
#include <stddef.h>

#include "store/schema.h"

/* Version 2 keeps what is collected. */
static const char TO_2[] =
    "CREATE TABLE \"addresses\" (\"url\" TEXT NOT NULL, \"source\" TEXT NOT NULL, \"kind\" TEXT NOT NULL, \"via\" TEXT, \"title\" TEXT, "
    "\"published\" TEXT, \"found\" TEXT NOT NULL, \"fetched\" TEXT, \"due\" TEXT, \"status\" INTEGER, \"etag\" TEXT, \"modified\" TEXT, "
    "\"captured\" TEXT, \"digest\" TEXT, \"archive\" TEXT, \"moved\" TEXT, \"failures\" INTEGER NOT NULL, \"problem\" TEXT, PRIMARY KEY (\"url\")) STRICT, WITHOUT ROWID;"
    "CREATE INDEX \"addresses_source\" ON \"addresses\" (\"source\",\"kind\",\"due\");"
    "CREATE TABLE \"hosts\" (\"origin\" TEXT NOT NULL, \"robots\" TEXT, \"robots_status\" INTEGER, \"robots_fetched\" TEXT, \"until\" TEXT, "
    "\"failures\" INTEGER NOT NULL, PRIMARY KEY (\"origin\")) STRICT, WITHOUT ROWID;"
    "CREATE TABLE \"harvests\" (\"run\" INTEGER NOT NULL REFERENCES \"runs\"(id), \"source\" TEXT NOT NULL, \"listings\" INTEGER NOT NULL, "
    "\"found\" INTEGER NOT NULL, \"fetched\" INTEGER NOT NULL, \"articles\" INTEGER NOT NULL, \"unchanged\" INTEGER NOT NULL, "
    "\"gone\" INTEGER NOT NULL, \"forbidden\" INTEGER NOT NULL, \"failed\" INTEGER NOT NULL, \"left\" INTEGER NOT NULL, "
    "PRIMARY KEY (\"run\",\"source\")) STRICT, WITHOUT ROWID;"
    "CREATE INDEX \"harvests_source\" ON \"harvests\" (\"source\");"
    "PRAGMA user_version = 2";

static const char *const STEPS[SCHEMA_VERSION - 1] = { TO_2 };

const char *migration_from(int version) {
    assert(version >= 1 && version < SCHEMA_VERSION);
    return STEPS[version - 1];
}
