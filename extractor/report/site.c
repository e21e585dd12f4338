/* SPDX-License-Identifier: MIT */
/* realpath is of the X/Open part of POSIX. */
#define _XOPEN_SOURCE 700
#include "report/site.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/limits.h"
#include "report/sitewriter.h"

/* What a report consists of. The first is how a report is known. */
static const char *const PARTS[] = { "petik-report.json", "index.html", "search.html", "rules.html", "report.css", "report.js",
                                     "articles", "officials", "data" };
enum { PART_COUNT = sizeof PARTS / sizeof *PARTS, LONGEST_PATH = 4096 };

static int fail(const char *path, error *e) {
    return error_set(e, ERROR_OUTPUT, "%s: %s", path, strerror(errno ? errno : EIO));
}

static bool is_part(const char *name) {
    for (size_t i = 0; i < PART_COUNT; i++)
        if (strcmp(PARTS[i], name) == 0) return true;
    return false;
}

static bool is_dots(const char *name) { return strcmp(name, ".") == 0 || strcmp(name, "..") == 0; }

/* Whether path may become the report: there is nothing yet, an empty folder, or a report and nothing else. */
static int check(const char *path, error *e) {
    char marker[LONGEST_PATH], foreign[256] = "";
    struct stat s;
    struct dirent *entry;
    if (stat(path, &s) != 0) return errno == ENOENT ? 0 : fail(path, e);
    if (!S_ISDIR(s.st_mode)) return error_set(e, ERROR_OUTPUT, "%s: there is a file of that name; a report is a folder", path);
    DIR *d = opendir(path);
    if (!d) return fail(path, e);
    bool empty = true;
    while ((entry = readdir(d))) {
        if (is_dots(entry->d_name)) continue;
        empty = false;
        if (!is_part(entry->d_name)) snprintf(foreign, sizeof foreign, "%s", entry->d_name);
    }
    closedir(d);
    snprintf(marker, sizeof marker, "%s/%s", path, PARTS[0]);
    if (empty || (!*foreign && access(marker, F_OK) == 0)) return 0;
    if (*foreign) return error_set(e, ERROR_OUTPUT, "%s: has files that are not of a report, such as %s; name another folder", path, foreign);
    return error_set(e, ERROR_OUTPUT, "%s: is no report of petik's, as %s is not in it; name another folder", path, PARTS[0]);
}

/* The folder as it is to be called: where a link leads, and without slashes at the end. NULL: it cannot be one. */
static char *plain_path(const char *path) {
    struct stat s;
    char *copy = stat(path, &s) == 0 ? realpath(path, NULL) : strdup(path);
    size_t n = copy ? strlen(copy) : 0;
    while (n > 1 && copy[n - 1] == '/') copy[--n] = '\0';
    return copy;
}

/* A hidden name in the folder that path stands in: mkdtemp fills in the last letters. NULL: no memory. */
static char *name_beside(const char *path) {
    const char *slash = strrchr(path, '/');
    int folder = slash ? (int)(slash - path) + 1 : 0;
    size_t size = strlen(path) + sizeof "..XXXXXX";
    char *name = malloc(size);
    if (name) snprintf(name, size, "%.*s.%s.XXXXXX", folder, path, path + folder);
    return name;
}

/* A folder of that name that others may read as far as the user's mask lets them. */
static int make_folder(char *name) {
    mode_t mask = umask(0);
    umask(mask);
    if (!mkdtemp(name)) return -1;
    return chmod(name, 0777 & ~mask);
}

static int remove_tree(int parent, const char *name, int depth) {
    struct stat s;
    struct dirent *entry;
    if (unlinkat(parent, name, 0) == 0) return 0;
    if (depth > LIMIT_DEPTH || fstatat(parent, name, &s, AT_SYMLINK_NOFOLLOW) != 0 || !S_ISDIR(s.st_mode)) return -1;
    int file = openat(parent, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
    DIR *d = file < 0 ? NULL : fdopendir(file);
    if (!d) {
        if (file >= 0) close(file);
        return -1;
    }
    while ((entry = readdir(d)))
        if (!is_dots(entry->d_name)) remove_tree(dirfd(d), entry->d_name, depth + 1);
    closedir(d);
    return unlinkat(parent, name, AT_REMOVEDIR);
}

static void release(site *s) {
    site_writer_end(s->writer, NULL, NULL);
    if (s->root >= 0) close(s->root);
    free(s->beside);
    free(s->path);
    *s = (site){ .root = -1 };
}

int site_begin(site *s, const char *path, error *e) {
    *s = (site){ .given = path, .root = -1 };
    errno = 0;
    int status = *path ? check(path, e) : error_set(e, ERROR_OUTPUT, "a report needs the name of a folder");
    if (status < 0) return status;
    s->path = plain_path(path);
    s->beside = s->path ? name_beside(s->path) : NULL;
    if (s->beside && make_folder(s->beside) == 0) s->root = open(s->beside, O_RDONLY | O_DIRECTORY);
    if (s->root >= 0) s->writer = site_writer_start(s->root);
    if (s->writer) return 0;
    fail(path, e);
    release(s);
    return ERROR_OUTPUT;
}

int site_write(site *s, const char *name, const buf *content, error *e) {
    if (content->full) return error_set(e, ERROR_OUTPUT, "%s/%s: too large", s->given, name);
    int why = site_writer_add(s->writer, name, buf_str(content));
    return why ? error_set(e, ERROR_OUTPUT, "%s: %s", s->given, strerror(why)) : 0;
}

/* Puts the new folder in the place of the old one, which is then called aside. */
static int exchange(const site *s, const char *aside, error *e) {
    if (rename(s->path, aside) != 0) return fail(s->given, e);
    if (rename(s->beside, s->path) == 0) return 0;
    fail(s->given, e);
    if (rename(aside, s->path) != 0) error_set(e, ERROR_OUTPUT, "%s: what stood there is now %s", s->given, aside);
    return ERROR_OUTPUT;
}

int site_commit(site *s, error *e) {
    int status = site_writer_end(s->writer, s->given, e);
    s->writer = NULL;
    if (status == 0) status = check(s->path, e);
    if (status < 0) return status;
    errno = 0;
    if (rename(s->beside, s->path) != 0) { /* that works when nothing, or an empty folder, is there */
        char *aside = name_beside(s->path);
        status = aside && make_folder(aside) == 0 ? exchange(s, aside, e) : fail(s->given, e);
        if (aside && status == 0) remove_tree(AT_FDCWD, aside, 0);
        else if (aside) rmdir(aside); /* fails, as it should, when the old report is in it */
        free(aside);
    }
    if (status == 0) release(s);
    return status;
}

void site_drop(site *s) {
    site_writer_end(s->writer, NULL, NULL);
    s->writer = NULL;
    if (s->beside) remove_tree(AT_FDCWD, s->beside, 0);
    release(s);
}
