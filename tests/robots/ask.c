/* SPDX-License-Identifier: MIT */
/* What robots.txt on standard input says: prints "true" or "false".
 *
 * usage: ask AGENT ADDRESS <robots.txt */
#include <stdio.h>

#include "base/limits.h"
#include "fetch/robots.h"

int main(int argc, char **argv) {
    static char text[LIMIT_ROBOTS + 1];
    if (argc != 3) return 2;
    arena a = { 0 };
    robots r = robots_read(&a, (str){ text, fread(text, 1, sizeof text, stdin) }, str_of(argv[1]));
    puts(robots_allows(&r, str_of(argv[2])) ? "true" : "false");
    arena_free(&a);
    return 0;
}
