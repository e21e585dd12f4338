/* SPDX-License-Identifier: MIT */
/* Calling a health check. */
#ifndef PETIK_COMMAND_PING_H
#define PETIK_COMMAND_PING_H

#include "base/error.h"

/* Asks for URL/STATUS, as services such as healthchecks.io take exit statuses, and waits for the answer for some seconds. The address is whoever runs petik's own:
 * it may lead anywhere. ERROR_OUTPUT: no answer of success; ERROR_USAGE: no address of the web. */
int ping_health(const char *url, int exit_status, const char *agent, error *e);

#endif
