/* SHA-256 as records write it. */
#ifndef PETIK_BASE_DIGEST_H
#define PETIK_BASE_DIGEST_H

#include <nettle/sha2.h>

#include "base/str.h"

typedef struct sha256_ctx digest;
enum { DIGEST_TEXT = 72 }; /* "sha256:", 64 digits, NUL */

void digest_begin(digest *d);
void digest_add(digest *d, str bytes);
/* Writes "sha256:" and 64 hexadecimal digits. */
void digest_end(digest *d, char out[DIGEST_TEXT]);

#endif
