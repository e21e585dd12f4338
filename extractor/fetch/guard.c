/* SPDX-License-Identifier: MIT */
#include "fetch/guard.h"

#include <arpa/inet.h>
#include <netinet/in.h>

enum { MAPPED = 96 }; /* bits before an IPv4 address within ::ffff:0:0/96 */

/* IANA's registries of special-purpose addresses for IPv4 and IPv6, and what is multicast. The first row that holds an
 * address counts, so that narrow ones stand before wide ones; reason NULL: what it holds is public. IPv4 bits are those of the
 * mapped address. */
static const struct {
    guard_network network;
    const char *reason;
} SPECIAL[] = {
#define V4(a, b, c, d, n) { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff, a, b, c, d }, MAPPED + (n) }
    { V4(127, 0, 0, 0, 8), "a loopback address" },
    { V4(10, 0, 0, 0, 8), "a private address" },
    { V4(172, 16, 0, 0, 12), "a private address" },
    { V4(192, 168, 0, 0, 16), "a private address" },
    { V4(169, 254, 169, 254, 32), "a metadata address" }, /* of the machine's cloud */
    { V4(169, 254, 170, 0, 24), "a metadata address" },   /* of its containers */
    { V4(169, 254, 0, 0, 16), "a link-local address" },
    { V4(100, 100, 100, 200, 32), "a metadata address" }, /* Alibaba's */
    { V4(100, 64, 0, 0, 10), "a shared address" },
    { V4(0, 0, 0, 0, 8), "an address of this network" },
    { V4(192, 0, 0, 9, 32), NULL },  /* anycast: port control, relays */
    { V4(192, 0, 0, 10, 32), NULL },
    { V4(192, 0, 0, 0, 24), "an address of protocols" },
    { V4(192, 0, 2, 0, 24), "a documentation address" },
    { V4(198, 51, 100, 0, 24), "a documentation address" },
    { V4(203, 0, 113, 0, 24), "a documentation address" },
    { V4(192, 88, 99, 0, 24), "a reserved address" }, /* 6to4 relays, given up */
    { V4(198, 18, 0, 0, 15), "a benchmarking address" },
    { V4(224, 0, 0, 0, 4), "a multicast address" },
    { V4(255, 255, 255, 255, 32), "the broadcast address" },
    { V4(240, 0, 0, 0, 4), "a reserved address" },
    { V4(0, 0, 0, 0, 0), NULL },
#undef V4
    { { { 0 }, 128 }, "an address of this network" },
    { { { [15] = 1 }, 128 }, "a loopback address" },
    { { { 0x00, 0x64, 0xff, 0x9b, 0x00, 0x01 }, 48 }, "a private address" }, /* NAT64 of a network's own */
    { { { 0x01, 0x00 }, 64 }, "an address to discard" },
    { { { 0xfd, 0x00, 0x0e, 0xc2, [14] = 0x02, 0x54 }, 128 }, "a metadata address" },
    { { { 0xfc }, 7 }, "a private address" },
    { { { 0xfe, 0x80 }, 10 }, "a link-local address" },
    { { { 0xfe, 0xc0 }, 10 }, "a site-local address" },
    { { { 0xff }, 8 }, "a multicast address" },
    { { { 0x20, 0x01, 0x00, 0x01, [15] = 1 }, 128 }, NULL }, /* anycast: port control, relays, DNS-SD */
    { { { 0x20, 0x01, 0x00, 0x01, [15] = 2 }, 128 }, NULL },
    { { { 0x20, 0x01, 0x00, 0x01, [15] = 3 }, 128 }, NULL },
    { { { 0x20, 0x01, 0x00, 0x02 }, 48 }, "a benchmarking address" },
    { { { 0x20, 0x01, 0x00, 0x03 }, 32 }, NULL }, /* AMT */
    { { { 0x20, 0x01, 0x00, 0x04, 0x01, 0x12 }, 48 }, NULL }, /* AS112 */
    { { { 0x20, 0x01, 0x00, 0x10 }, 28 }, "a reserved address" }, /* ORCHID, given up */
    { { { 0x20, 0x01, 0x00, 0x20 }, 28 }, NULL }, /* ORCHIDv2 */
    { { { 0x20, 0x01, 0x00, 0x30 }, 28 }, NULL }, /* drones' tags */
    { { { 0x20, 0x01 }, 23 }, "an address of protocols" },
    { { { 0x20, 0x01, 0x0d, 0xb8 }, 32 }, "a documentation address" },
    { { { 0x3f, 0xff }, 20 }, "a documentation address" },
    { { { 0x5f, 0x00 }, 16 }, "an address of protocols" }, /* segment routing */
    { { { 0x20 }, 3 }, NULL }, /* all that is given out */
    { { { 0 }, 0 }, "a reserved address" },
};

/* IPv4 addresses within IPv6 ones, as tunnels and translators take them out. */
static const struct {
    guard_network network;
    unsigned at;        /* the byte where it begins */
    unsigned char flip; /* what its bytes are changed by */
} WITHIN[] = {
    { { { 0x00, 0x64, 0xff, 0x9b }, 96 }, 12, 0 },    /* NAT64 */
    { { { 0x20, 0x02 }, 16 }, 2, 0 },                 /* 6to4 */
    { { { 0x20, 0x01, 0x00, 0x00 }, 32 }, 4, 0 },     /* Teredo: its server */
    { { { 0x20, 0x01, 0x00, 0x00 }, 32 }, 12, 0xff }, /* Teredo: its client */
};

static bool holds(const guard_network *network, const unsigned char bytes[16]) {
    unsigned whole = network->bits / 8, rest = network->bits % 8;
    if (memcmp(network->bytes, bytes, whole) != 0) return false;
    return rest == 0 || ((network->bytes[whole] ^ bytes[whole]) >> (8 - rest)) == 0;
}

static const char *special(const unsigned char bytes[16]) {
    size_t i = 0;
    while (!holds(&SPECIAL[i].network, bytes)) i++; /* the last row holds all */
    return SPECIAL[i].reason;
}

static const char *refuses(const unsigned char bytes[16]) {
    bool tunnelled = false;
    for (size_t i = 0; i < sizeof WITHIN / sizeof *WITHIN; i++) {
        unsigned char inner[16] = { [10] = 0xff, [11] = 0xff };
        if (!holds(&WITHIN[i].network, bytes)) continue;
        for (size_t k = 0; k < 4; k++) inner[12 + k] = bytes[WITHIN[i].at + k] ^ WITHIN[i].flip;
        const char *reason = special(inner);
        if (reason) return reason;
        tunnelled = true;
    }
    return tunnelled ? NULL : special(bytes);
}

static bool bytes_of(unsigned char out[16], const struct sockaddr *address, socklen_t n) {
    static const unsigned char PREFIX[12] = { [10] = 0xff, [11] = 0xff };
    if (n >= (socklen_t)sizeof(struct sockaddr_in) && address->sa_family == AF_INET) {
        struct sockaddr_in v4;
        memcpy(&v4, address, sizeof v4);
        memcpy(out, PREFIX, sizeof PREFIX);
        memcpy(out + 12, &v4.sin_addr, 4);
        return true;
    }
    if (n >= (socklen_t)sizeof(struct sockaddr_in6) && address->sa_family == AF_INET6) {
        struct sockaddr_in6 v6;
        memcpy(&v6, address, sizeof v6);
        memcpy(out, &v6.sin6_addr, 16);
        return true;
    }
    return false;
}

const char *guard_refuses(const guard *g, const struct sockaddr *address, socklen_t n) {
    unsigned char bytes[16];
    if (!bytes_of(bytes, address, n)) return "no IP address";
    if (g->all) return NULL;
    for (size_t i = 0; i < g->networks.n; i++)
        if (holds(&g->networks.items[i], bytes)) return NULL;
    return refuses(bytes);
}

static bool read_network(guard_network *out, str word) {
    char text[INET6_ADDRSTRLEN + 1];
    size_t slash = str_find(word, STR("/"), 0);
    str address = slash == SIZE_MAX ? word : str_cut(word, 0, slash);
    if (address.n >= sizeof text) return false;
    memcpy(text, address.p, address.n);
    text[address.n] = '\0';
    *out = (guard_network){ .bytes = { [10] = 0xff, [11] = 0xff }, .bits = 128 };
    bool v4 = inet_pton(AF_INET, text, out->bytes + 12) == 1;
    if (!v4 && inet_pton(AF_INET6, text, out->bytes) != 1) return false;
    if (slash == SIZE_MAX) return true;
    long bits = str_number(str_cut(word, slash + 1, word.n));
    if (bits < 0 || bits > (v4 ? 32 : 128)) return false;
    out->bits = (unsigned)bits + (v4 ? MAPPED : 0);
    return true;
}

int guard_allow(guard *g, arena *a, str list, error *e) {
    for (size_t i = 0; i < list.n;) {
        size_t end = i;
        while (end < list.n && list.p[end] != ',' && !ascii_space(list.p[end])) end++;
        str word = str_cut(list, i, end);
        guard_network network;
        if (word.n > 0 && !read_network(&network, word))
            return error_set(e, ERROR_USAGE, "\"%.*s\" is no network: write 127.0.0.1, 10.1.0.0/16 or fd00::/8", STR_ARG(word));
        if (word.n > 0) *vec_add(a, &g->networks) = network;
        i = end + 1;
    }
    return 0;
}
