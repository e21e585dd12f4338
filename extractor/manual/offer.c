/* SPDX-License-Identifier: MIT */
/* What completion offers: from the name that a value has in help, "FILE", and from usage, "check|list|explain [FILE|DIR|-]...". */
#include <string.h>

#include "manual/manual.h"
#include "store/schema.h"

/* "a|b" as "a b". */
static offer words_of(const char *values, size_t n) {
    offer o = { OFFER_WORDS, "" };
    if (n >= sizeof o.words) return (offer){ OFFER_NOTHING, "" };
    for (size_t i = 0; i < n; i++) o.words[i] = values[i] == '|' ? ' ' : values[i];
    return o;
}

offer offer_of_value(const option_row *row) {
    static const char *const WHEN = "auto|always|never";
    if (!row->value) return (offer){ OFFER_NOTHING, "" };
    if (strcmp(row->value, "DIR") == 0) return (offer){ OFFER_FOLDERS, "" };
    if (strcmp(row->value, "FILE") == 0 || strcmp(row->value, "LIST") == 0) return (offer){ OFFER_FILES, "" };
    if (strcmp(row->value, "WHEN") == 0) return words_of(WHEN, strlen(WHEN));
    if (strcmp(row->value, "FORCE") == 0) {
        const char *forces = schema_get(TABLE_POINTS)->columns[schema_column_of(TABLE_POINTS, "force")].values;
        return words_of(forces, strlen(forces));
    }
    return (offer){ OFFER_NOTHING, "" };
}

offer offer_of_operand(const command *c) {
    const char *at = c->usage + strspn(c->usage, "[");
    size_t words = strspn(at, "abcdefghijklmnopqrstuvwxyz-|");
    if (words > 1 && memchr(at, '|', words)) return words_of(at, words);
    bool files = strstr(c->usage, "FILE|") || strstr(c->usage, ".CONF") || strcmp(c->usage, "GOLD PREDICTED") == 0;
    return (offer){ files ? OFFER_FILES : OFFER_NOTHING, "" };
}
