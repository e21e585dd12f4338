/* SPDX-License-Identifier: MIT */
/* Preloaded into a program, resolves the names in $HOSTNAMES ("a.example=127.0.0.2 b.example=10.0.0.1") and no others, so that a test can say what
 * a name server answers, and nothing is asked of one. Several addresses of one name have commas between them: each call takes the next. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <netdb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static int calls;

/* The n-th address of the list that begins at from, the last when it is shorter. */
static void choose(char out[64], const char *from, int n) {
    size_t length = strcspn(from, ", ");
    while (n-- > 0 && from[length] == ',') {
        from += length + 1;
        length = strcspn(from, ", ");
    }
    snprintf(out, 64, "%.*s", (int)length, from);
}

int getaddrinfo(const char *node, const char *service, const struct addrinfo *hints, struct addrinfo **out) {
    int (*real)(const char *, const char *, const struct addrinfo *, struct addrinfo **) = NULL;
    *(void **)&real = dlsym(RTLD_NEXT, "getaddrinfo");
    const char *list = getenv("HOSTNAMES");
    size_t n = node ? strlen(node) : 0;
    for (const char *at = list; at && *at; at = strchr(at, ' ') ? strchr(at, ' ') + 1 : NULL) {
        char address[64];
        if (strncmp(at, node, n) != 0 || at[n] != '=') continue;
        choose(address, at + n + 1, calls++);
        return real(address, service, hints, out);
    }
    return EAI_NONAME;
}
