/* SPDX-License-Identifier: MIT */
/* SHA-256 as records write it. */
#ifndef PETIK_BASE_DIGEST_H
#define PETIK_BASE_DIGEST_H

#include <nettle/sha2.h>

#include "base/str.h"

typedef struct sha256_ctx digest;
enum {
    DIGEST_TEXT = 72,  /* "sha256:", 64 digits, NUL */
    DIGEST_BASE32 = 64 /* "sha256:", 52 letters and digits, "====", NUL */
};

void digest_begin(digest *d);
void digest_add(digest *d, str bytes);
/* Writes "sha256:" and 64 hexadecimal digits. */
void digest_end(digest *d, char out[DIGEST_TEXT]);
/* Writes "sha256:" and base32 (RFC 4648), as web archives have it. */
void digest_end_base32(digest *d, char out[DIGEST_BASE32]);

#endif
