/* SPDX-License-Identifier: MIT */
/* petik: finds the subcommand, reads its options and runs it. */
#include <signal.h>
#include <string.h>

#include "base/nearest.h"
#include "command/command.h"
#include "command/help.h"

enum { MOST_COMMANDS = 32 };

static int unknown_command(const char *name) {
    const char *names[MOST_COMMANDS + 1] = { "help" };
    size_t n = 1;
    for (; n <= MOST_COMMANDS && command_get(n - 1); n++) names[n] = command_get(n - 1)->name;
    const char *near = nearest_name(name, names, n);
    if (near) return usage_error("unknown command %s; did you mean %s?", name, near);
    return usage_error("unknown command %s; \"petik --help\" lists them", name);
}

static int run_command(const command *c, int argc, char **argv) {
    arena home = { 0 };
    options o;
    error e = { 0 };
    int status;
    if (options_parse(&o, &home, c->mask, argc, argv, &e) < 0) {
        status = usage_error("%s; see \"petik %s --help\"", e.text, c->name);
    } else if (o.value[OPTION_HELP]) {
        help_command(stdout, c);
        status = finish_stdout();
    } else if (o.value[OPTION_VERSION]) {
        help_version(stdout);
        status = finish_stdout();
    } else {
        status = c->run(&o);
    }
    arena_free(&home);
    return status;
}

static int help_main(const char *name) {
    const command *c = name ? command_find(name) : NULL;
    if (name && !c) return unknown_command(name);
    if (c) help_command(stdout, c);
    else help_program(stdout);
    return finish_stdout();
}

int main(int argc, char **argv) {
    signal(SIGPIPE, SIG_IGN); /* a write then fails with EPIPE, and the lines before it are whole */
    if (argc < 2) {
        help_program(stderr);
        return EXIT_USAGE;
    }
    const char *name = argv[1];
    if (strcmp(name, "help") == 0 || strcmp(name, "-h") == 0 || strcmp(name, "--help") == 0)
        return help_main(argc > 2 ? argv[2] : NULL);
    if (strcmp(name, "-V") == 0 || strcmp(name, "--version") == 0) {
        help_version(stdout);
        return finish_stdout();
    }
    const command *c = command_find(name);
    if (!c) return name[0] == '-' ? usage_error("unknown option %s; see \"petik --help\"", name) : unknown_command(name);
    return run_command(c, argc - 2, argv + 2);
}
