/* SPDX-License-Identifier: MIT */
/* Addresses of networks that nothing fetched may lead to: a page or a name server could send the collector anywhere, into the network
 * that it runs in, or to the machine itself. Asked after each name resolution, for each connection. */
#ifndef PETIK_FETCH_GUARD_H
#define PETIK_FETCH_GUARD_H

#include <sys/socket.h>

#include "base/arena.h"
#include "base/error.h"

typedef struct {
    unsigned char bytes[16]; /* IPv4 as ::ffff:a.b.c.d */
    unsigned bits;           /* of bytes, that count */
} guard_network;

typedef struct {
    bool all;                    /* everything is allowed */
    VEC(guard_network) networks; /* allowed besides public ones */
} guard;

/* Reads "127.0.0.1, 10.1.0.0/16 ::1"; commas and spaces divide. ERROR_USAGE: what is none. */
int guard_allow(guard *g, arena *a, str list, error *e);
/* Why a connection to this address is refused, "a loopback address", "a private address", "a link-local address" and so on; a static string, NULL: it is not.
 * IPv4 addresses within IPv6 ones (mapped, 6to4, NAT64, Teredo) count as what they are. What is no IP address is refused. */
const char *guard_refuses(const guard *g, const struct sockaddr *address, socklen_t n);

#endif
