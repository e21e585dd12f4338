/* SPDX-License-Identifier: MIT */
/* JSON Feed (jsonfeed.org), 1.0 and 1.1. */
#ifndef PETIK_FETCH_FEEDJSON_H
#define PETIK_FETCH_FEEDJSON_H

#include "base/error.h"
#include "fetch/found.h"

/* As feed_items has it. ERROR_LIMIT: longer than LIMIT_LINKED. */
int feedjson_read(found_list *out, arena *a, str bytes, str charset, str base, int zone, error *e);

#endif
