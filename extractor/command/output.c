#include "command/output.h"

#include <errno.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

enum { BUFFER_SIZE = 256 * 1024 };

static int fail(output *o, error *e) {
    int why = errno ? errno : EIO;
    o->broken = true;
    o->gone = why == EPIPE;
    return error_set(e, ERROR_OUTPUT, "%s: %s", o->path, strerror(why));
}

/* A name in the folder of path that is hidden and not in use, and a file open under it. */
static int open_beside(output *o) {
    const char *slash = strrchr(o->path, '/');
    size_t folder = slash ? (size_t)(slash - o->path) + 1 : 0;
    size_t size = strlen(o->path) + sizeof "..XXXXXX";
    o->beside = malloc(size);
    if (!o->beside) return -1;
    snprintf(o->beside, size, "%.*s.%s.XXXXXX", (int)folder, o->path, o->path + folder);
    int file = mkstemp(o->beside);
    if (file < 0) {
        free(o->beside);
        o->beside = NULL;
        return -1;
    }
    struct stat old;
    mode_t mask = umask(0);
    umask(mask);
    /* Failing here leaves a file that only its owner reads, which is no reason to stop. */
    (void)!fchmod(file, stat(o->path, &old) == 0 ? old.st_mode & 0777 : 0666 & ~mask);
    return file;
}

int output_open(output *o, const char *path, error *e) {
    struct stat s;
    *o = (output){ .path = path };
    errno = 0;
    if (strcmp(path, "-") == 0) {
        o->path = "standard output";
        o->file = stdout;
    } else if (stat(path, &s) == 0 && !S_ISREG(s.st_mode)) {
        o->file = fopen(path, "w");
    } else {
        int file = open_beside(o);
        o->file = file < 0 ? NULL : fdopen(file, "w");
        if (!o->file && file >= 0) close(file);
    }
    if (!o->file) {
        fail(o, e);
        output_drop(o);
        return ERROR_OUTPUT;
    }
    if (o->file != stdout || !isatty(STDOUT_FILENO)) setvbuf(o->file, NULL, _IOFBF, BUFFER_SIZE);
    return 0;
}

int output_write(output *o, str s, error *e) {
    errno = 0;
    return fwrite(s.p, 1, s.n, o->file) == s.n ? 0 : fail(o, e);
}

int output_commit(output *o, error *e) {
    errno = 0;
    if (fflush(o->file) != 0 || ferror(o->file)) return fail(o, e);
    if (o->beside && fsync(fileno(o->file)) != 0) return fail(o, e);
    if (o->file != stdout) {
        FILE *file = o->file;
        o->file = NULL;
        if (fclose(file) != 0) return fail(o, e);
    }
    if (o->beside && rename(o->beside, o->path) != 0) return fail(o, e);
    free(o->beside);
    o->beside = NULL;
    return 0;
}

void output_drop(output *o) {
    if (o->file && o->file != stdout) fclose(o->file);
    o->file = NULL;
    if (o->beside) unlink(o->beside);
    free(o->beside);
    o->beside = NULL;
}
