/* SPDX-License-Identifier: MIT */
#include "record/kind.h"

const rule_kind RECORD_KINDS[] = {
    [KIND_FURNITURE] = { "furniture", 0, true, { "role", "name", "publisher", "day", "month", "year", "hour", "minute" } },
    [KIND_DATELINE] = { "dateline", 0, true, { "place", "publisher", "day", "month", "year" } },
    [KIND_DATE] = { "date", 1, true, { "form", "weekday", "day", "month", "year", "lastday", "lastmonth", "lastyear", "hour", "minute",
                                       "count", "unit", "part", "shift" } },
    [KIND_INSTITUTION] = { "institution", 1, true, { "type", "place", "short" } },
    [KIND_REGULATION] = { "regulation", 1, true, { "kind", "number", "year", "issuer", "office" } },
    [KIND_OFFICIAL] = { "official", 2, false, { "acting", "title", "unit", "of", "rank", "name", "degrees", "form" } },
    [KIND_CUE] = { "cue", 3, false, { "verb", "subject", "text", "form" } },
    [KIND_POINT] = { "point", 3, false, { "text", "force", "marker", "to", "form" } },
    [KIND_STATEMENT] = { "statement", 3, false, { "speaker", "office", "from", "cue", "reader" } },
    [KIND_EVENT] = { "event", 3, true, { "kind" } },
    [KIND_READING] = { "reading", 3, true, { "voice" } },
    [KIND_SITE] = { "site", 0, true, { "value", "zone", "role" } },
    [KIND_CREDIT] = { "credit", 0, true, { "name", "role" } },
    [KIND_COUNT] = { NULL, 0, false, { NULL } },
};
