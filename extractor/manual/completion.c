/* SPDX-License-Identifier: MIT */
/* Completion in bash, zsh and fish. */
#include <string.h>

#include "manual/manual.h"

/* Text within single quotes; in zsh's specifications brackets and colons are marked too. */
static void put_quoted(FILE *to, const char *text, const char *marked) {
    for (const char *c = text; *c; c++) {
        if (*c == '\'') fputs("'\\''", to);
        else fprintf(to, "%s%c", strchr(marked, *c) ? "\\" : "", *c);
    }
}

static const char BASH_START[] =
    "# bash completion for petik. Made from petik's tables of commands and options.\n"
    "_petik_files() {\n"
    "    local IFS=$'\\n'\n"
    "    compopt -o filenames 2>/dev/null\n"
    "    COMPREPLY=($(compgen \"$1\" -- \"$cur\"))\n"
    "}\n"
    "_petik_words() {\n"
    "    COMPREPLY=($(compgen -W \"$1\" -- \"$cur\"))\n"
    "    [[ ${#COMPREPLY[@]} -ne 1 || ${COMPREPLY[0]} != *= ]] || compopt -o nospace 2>/dev/null\n"
    "}\n"
    "_petik() {\n"
    "    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]} command=${COMP_WORDS[1]}\n"
    "    COMPREPLY=()\n"
    "    # --name=value is three words.\n"
    "    if [[ $cur == '=' ]]; then cur=\n"
    "    elif [[ $prev == '=' ]]; then prev=${COMP_WORDS[COMP_CWORD-2]}\n"
    "    fi\n";

static void bash_offer(FILE *to, offer o) {
    if (o.kind == OFFER_WORDS) fprintf(to, "_petik_words '%s'", o.words);
    else if (o.kind == OFFER_NOTHING) fputs(":", to);
    else fprintf(to, "_petik_files %s", o.kind == OFFER_FILES ? "-f" : "-d");
}

static void bash_values(FILE *to, const command *c) {
    for (option_id i = 0; i < OPTION_COUNT; i++) {
        const option_row *row = option_get(i);
        if (!(row->commands & c->mask) || !row->value) continue;
        fprintf(to, "        %s:-%c|%s:--%s) ", c->name, row->letter, c->name, row->name);
        bash_offer(to, offer_of_value(row));
        fputs("; return ;;\n", to);
    }
}

static void bash_command(FILE *to, const command *c) {
    offer o = offer_of_operand(c);
    fprintf(to, "        %s:-*) _petik_words '", c->name);
    const char *space = "";
    for (option_id i = 0; i < OPTION_COUNT; i++) {
        const option_row *row = option_get(i);
        if (!(row->commands & c->mask)) continue;
        fprintf(to, "%s--%s%s", space, row->name, row->value ? "=" : "");
        space = " ";
    }
    fprintf(to, "' ;;\n        %s:*) ", c->name);
    if (o.kind == OFFER_WORDS) fputs("if [[ $COMP_CWORD -gt 2 ]]; then _petik_files -f; else ", to);
    bash_offer(to, o);
    fputs(o.kind == OFFER_WORDS ? "; fi ;;\n" : " ;;\n", to);
}

void completion_for_bash(FILE *to) {
    fputs(BASH_START, to);
    fputs("    if [[ $COMP_CWORD -eq 1 ]]; then\n        _petik_words 'help", to);
    for (size_t i = 0; command_get(i); i++) fprintf(to, " %s", command_get(i)->name);
    fputs(" --help --version'\n        return\n    fi\n    case $command:$prev in\n", to);
    for (size_t i = 0; command_get(i); i++) bash_values(to, command_get(i));
    fputs("    esac\n    case $command:$cur in\n        help:*) _petik_words '", to);
    for (size_t i = 0; command_get(i); i++) fprintf(to, "%s%s", i ? " " : "", command_get(i)->name);
    fputs("' ;;\n", to);
    for (size_t i = 0; command_get(i); i++) bash_command(to, command_get(i));
    fputs("    esac\n}\ncomplete -F _petik petik\n", to);
}

static void zsh_offer(FILE *to, offer o) {
    if (o.kind == OFFER_WORDS) fprintf(to, "(%s)", o.words);
    else if (o.kind == OFFER_FILES) fputs("_files", to);
    else if (o.kind == OFFER_FOLDERS) fputs("_files -/", to);
    else fputc(' ', to);
}

static void zsh_option(FILE *to, const option_row *row) {
    static const char *const MARKED = "[]:\\";
    fprintf(to, " \\\n            '(-%c --%s)'{-%c%s,--%s%s}'[", row->letter, row->name, row->letter, row->value ? "+" : "", row->name,
            row->value ? "=" : "");
    put_quoted(to, row->help, MARKED);
    fputc(']', to);
    if (row->value) {
        fprintf(to, ":%s:", row->value);
        zsh_offer(to, offer_of_value(row));
    }
    fputc('\'', to);
}

static void zsh_command(FILE *to, const command *c) {
    offer o = offer_of_operand(c);
    fprintf(to, "        %s)\n        _arguments -s -S", c->name);
    for (option_id i = 0; i < OPTION_COUNT; i++)
        if (option_get(i)->commands & c->mask) zsh_option(to, option_get(i));
    if (o.kind == OFFER_WORDS) fputs(" \\\n            '1:what:", to), zsh_offer(to, o), fputs("' '*:file:_files'", to);
    else if (o.kind == OFFER_FILES) fputs(" \\\n            '*:file:_files'", to);
    fputs("\n        ;;\n", to);
}

void completion_for_zsh(FILE *to) {
    fputs("#compdef petik\n# Made from petik's tables of commands and options.\n"
          "_petik() {\n    local -a commands\n    commands=(\n        'help:all about one command'\n", to);
    for (size_t i = 0; command_get(i); i++) {
        fprintf(to, "        '%s:", command_get(i)->name);
        put_quoted(to, command_get(i)->summary, "\\:");
        fputs("'\n", to);
    }
    fputs("    )\n"
          "    if (( CURRENT == 2 )) || [[ ${words[2]} == help ]]; then\n"
          "        _describe command commands\n"
          "        return\n"
          "    fi\n"
          "    local name=${words[2]}\n"
          "    shift words\n"
          "    (( CURRENT-- ))\n"
          "    case $name in\n", to);
    for (size_t i = 0; command_get(i); i++) zsh_command(to, command_get(i));
    fputs("    esac\n}\n_petik \"$@\"\n", to);
}

/* Text within single quotes, as fish reads them. */
static void put_fish(FILE *to, const char *text) {
    for (const char *c = text; *c; c++) fprintf(to, "%s%c", strchr("'\\", *c) ? "\\" : "", *c);
}

static void fish_option(FILE *to, const command *c, const option_row *row) {
    offer o = offer_of_value(row);
    fprintf(to, "complete -c petik -n '__fish_seen_subcommand_from %s' -s %c -l %s", c->name, row->letter, row->name);
    if (o.kind == OFFER_WORDS) fprintf(to, " -x -a '%s'", o.words);
    else if (o.kind == OFFER_FOLDERS) fputs(" -x -a '(__fish_complete_directories)'", to);
    else if (o.kind == OFFER_FILES) fputs(" -r -F", to);
    else if (row->value) fputs(" -x", to);
    fputs(" -d '", to);
    put_fish(to, row->help);
    fputs("'\n", to);
}

static void fish_command(FILE *to, const command *c) {
    offer o = offer_of_operand(c);
    fprintf(to, "complete -c petik -n __fish_use_subcommand -f -a %s -d '", c->name);
    put_fish(to, c->summary);
    fputs("'\n", to);
    for (option_id i = 0; i < OPTION_COUNT; i++)
        if (option_get(i)->commands & c->mask) fish_option(to, c, option_get(i));
    if (o.kind == OFFER_WORDS)
        fprintf(to, "complete -c petik -n '__fish_seen_subcommand_from %s; and not __fish_seen_subcommand_from %s' -f -a '%s'\n", c->name,
                o.words, o.words);
    else if (o.kind == OFFER_NOTHING) fprintf(to, "complete -c petik -n '__fish_seen_subcommand_from %s' -f\n", c->name);
}

void completion_for_fish(FILE *to) {
    fputs("# Made from petik's tables of commands and options.\n"
          "complete -c petik -n __fish_use_subcommand -f -a help -d 'all about one command'\n", to);
    for (size_t i = 0; command_get(i); i++) fish_command(to, command_get(i));
    fputs("complete -c petik -n '__fish_seen_subcommand_from help' -f -a '", to);
    for (size_t i = 0; command_get(i); i++) fprintf(to, "%s%s", i ? " " : "", command_get(i)->name);
    fputs("'\n", to);
}
