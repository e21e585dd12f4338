/* Which descriptions there are: apart from describe.c, so that who writes one of them needs not all that the others need. */
#include "store/describe.h"

static const description DESCRIPTIONS[] = {
    { "markdown", "a codebook to read: every table, view and column", codebook_write },
    { "json-schema", "JSON Schema of the lines that petik extract writes", json_schema_write },
    { "datapackage", "Frictionless data package of the files that petik export --csv writes", datapackage_write },
    { "datasette", "metadata.json for Datasette: titles, descriptions, units, facets, questions", datasette_write },
};
enum { DESCRIPTION_COUNT = sizeof DESCRIPTIONS / sizeof *DESCRIPTIONS };

const description *description_get(size_t i) { return i < DESCRIPTION_COUNT ? &DESCRIPTIONS[i] : NULL; }
