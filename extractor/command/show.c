/* SPDX-License-Identifier: MIT */
/* petik show: a summary to read of what petik extract wrote. */
#include <jansson.h>
#include <unistd.h>

#include "base/limits.h"
#include "command/columns.h"
#include "command/command.h"
#include "command/summary.h"
#include "source/reader.h"

/* One line; false when it is no record. */
static bool show_line(summary *s, str line, const char *path, size_t number) {
    json_error_t e;
    json_t *record = json_loadb(line.p, line.n, 0, &e);
    bool shown = record && summary_article(s, stdout, record);
    if (!record) fprintf(stderr, "petik: %s:%zu:%d: %s\n", path, number, e.column, e.text);
    else if (!shown) fprintf(stderr, "petik: %s:%zu: not a line that petik extract wrote\n", path, number);
    json_decref(record);
    return shown;
}

/* EXIT_DONE, or EXIT_INPUTS when something could not be read. */
static int show_input(summary *s, reader *r, const char *path) {
    error e = { 0 };
    stream *in;
    int status = EXIT_DONE, code;
    if (stream_open(&in, path, NULL, &e) < 0) {
        fprintf(stderr, "petik: %s\n", e.text);
        return EXIT_INPUTS;
    }
    reader_start(r, in);
    for (;;) {
        str line;
        e.code = 0;
        code = reader_line(&line, r, LIMIT_OUTPUT, &e);
        if (code == READER_END) break;
        if (code == ERROR_LIMIT) fprintf(stderr, "petik: %s:%zu: %s\n", path, r->line, e.text);
        else if (code < 0) fprintf(stderr, "petik: %s\n", e.text);
        else if (str_trim(line).n == 0 || show_line(s, line, path, r->line)) continue;
        status = EXIT_INPUTS;
        if (ferror(stdout)) break;
    }
    stream_close(in);
    return status;
}

int show_main(const options *o) {
    static const char *const standard[] = { "-" };
    bool named = o->operand_count > 0;
    const char *const *paths = named ? o->operands : standard;
    size_t n = named ? o->operand_count : 1;
    if (!named && isatty(STDIN_FILENO))
        return usage_error("nothing to show: name a file, or pipe the output of petik extract into petik show");
    summary s = summary_make(color_wanted(stdout));
    reader r = { 0 };
    int status = EXIT_DONE;
    for (size_t i = 0; i < n && !ferror(stdout); i++)
        if (show_input(&s, &r, paths[i]) != EXIT_DONE) status = EXIT_INPUTS;
    summary_total(&s, stdout);
    reader_free(&r);
    summary_free(&s);
    int finished = finish_stdout();
    return finished != EXIT_DONE ? finished : status;
}
