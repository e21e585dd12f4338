/* SPDX-License-Identifier: MIT */
/* The networks that options and the environment let a command connect to. */
#ifndef PETIK_COMMAND_NETWORKS_H
#define PETIK_COMMAND_NETWORKS_H

#include "command/option.h"
#include "fetch/guard.h"

/* --allow-private, and the networks in $PETIK_ALLOW_PRIVATE. ERROR_USAGE. */
int networks_allow(guard *out, arena *a, const options *o, error *e);

#endif
