/* SPDX-License-Identifier: MIT */
/* Links as whole addresses (RFC 3986), in one spelling each, so that an address that is found twice is one. */
#ifndef PETIK_FETCH_WEBLINK_H
#define PETIK_FETCH_WEBLINK_H

#include "base/arena.h"

/* A link as base's page means it; base is whole, or empty when link is. Scheme and host in small letters, without a default
 * port, fragment, dot segments, and what only counts where a reader came from (utm_source and its like, fbclid, gclid); spaces
 * and bytes beyond ASCII are percent-encoded, nothing that is encoded is decoded. In the arena, closed by a NUL. STR_NONE: no address
 * of http or https, or one with a user name, or none at all. */
str weblink_resolve(arena *a, str base, str link);
/* Scheme, host, and port when it is not the scheme's: "https://example.id"; of an address that weblink_resolve wrote. */
str weblink_origin(str url);
/* Host and port as written: "127.0.0.1:8080", "[::1]:80". */
str weblink_authority(str url);
/* Path and query, what robots.txt is about; "/" when there is no path. */
str weblink_target(str url);

#endif
