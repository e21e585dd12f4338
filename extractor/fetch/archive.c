/* SPDX-License-Identifier: MIT */
#include "fetch/archive.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/limits.h"
#include "fetch/openfile.h"
#include "fetch/recorder.h"

struct archive {
    arena home;
    arena names; /* of the file under way */
    const char *folder;
    archive_facts facts;
    recorder rec;
    int fd;           /* of the file under way; -1: there is none */
    uint64_t written; /* bytes of it, all whole records */
    const char *name; /* that it will have */
    const char *path; /* that it has */
    unsigned serial;  /* files begun */
    bool fresh;       /* its name may not be on the disk yet */
};

static int told(error *e, const char *path) { return error_set(e, ERROR_OUTPUT, "%s: %s", path, strerror(errno)); }

static const char *kept(arena *a, const char *text) { return text ? arena_copy(a, str_of(text)).p : NULL; }

int archive_open(archive **out, const char *folder, const archive_facts *facts, error *e) {
    str path = str_of(folder);
    while (path.n > 1 && path.p[path.n - 1] == '/') path.n--;
    archive *w = calloc(1, sizeof *w);
    if (!w || !recorder_open(&w->rec)) {
        free(w);
        return error_set(e, ERROR_OUTPUT, "%s: no memory or no random numbers for archives", folder);
    }
    w->fd = -1;
    w->folder = arena_copy(&w->home, path).p;
    w->facts = (archive_facts){ .software = kept(&w->home, facts->software), .agent = kept(&w->home, facts->agent),
                                .contact = kept(&w->home, facts->contact), .size = facts->size ? facts->size : LIMIT_ARCHIVE };
    int status = mkdir(w->folder, 0777) != 0 && errno != EEXIST ? told(e, folder) : openfile_recover(w->folder, e);
    if (status == 0) *out = w;
    else archive_close(w, NULL);
    return status;
}

/* Whether the ".open" file just made is this run's alone: another run may have found it before it was locked and removed it as empty, or have
 * completed one of the same name just before. */
static bool is_claimed(archive *w, const char *complete) {
    struct stat st;
    if (flock(w->fd, LOCK_EX | LOCK_NB) != 0 || fstat(w->fd, &st) != 0 || st.st_nlink == 0) return false;
    if (access(complete, F_OK) != 0) return true;
    unlink(w->path);
    return false;
}

/* A name that no file has, complete or under way; the ".open" file is made, and locked, so that it is not recovered yet. */
static int begin_file(archive *w, time_t now, error *e) {
    char stamp[32];
    struct tm t = { 0 };
    gmtime_r(&now, &t);
    strftime(stamp, sizeof stamp, "%Y%m%dT%H%M%SZ", &t);
    while (w->fd < 0) {
        arena_reset(&w->names);
        w->name = arena_format(&w->names, "petik-%s-%05u.warc.gz", stamp, ++w->serial).p;
        w->path = arena_format(&w->names, "%s/%s.open", w->folder, w->name).p;
        str complete = arena_format(&w->names, "%s/%s", w->folder, w->name);
        w->fd = open(w->path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (w->fd < 0 && errno != EEXIST) return told(e, w->path);
        if (w->fd < 0 || is_claimed(w, complete.p)) continue;
        close(w->fd);
        w->fd = -1;
    }
    w->written = 0;
    w->fresh = true;
    return 0;
}

/* It is closed, and so unlocked, only when it has its name. */
static int finish_file(archive *w, error *e) {
    int status = 0;
    if (w->fd < 0) return 0;
    if (w->written == 0) {
        if (unlink(w->path) != 0) status = told(e, w->path);
    } else {
        if (fsync(w->fd) != 0) status = told(e, w->path);
        if (status == 0) status = openfile_complete(w->path, e);
        if (status == 0) status = openfile_sync_folder(w->folder, e);
    }
    if (close(w->fd) != 0 && status == 0) status = told(e, w->path);
    w->fd = -1;
    return status;
}

/* All that was recorded, in one call where the system allows it, so that a kill cuts one member at most; a disk that is full leaves the file as
 * it was. */
static int append(archive *w, error *e) {
    str rest = buf_str(&w->rec.out);
    while (rest.n > 0) {
        ssize_t n = write(w->fd, rest.p, rest.n);
        if (n < 0 && errno == EINTR) continue;
        if (n < 0) {
            int status = told(e, w->path);
            if (ftruncate(w->fd, (off_t)w->written) == 0) lseek(w->fd, (off_t)w->written, SEEK_SET);
            return status;
        }
        rest = str_cut(rest, (size_t)n, rest.n);
    }
    w->written += w->rec.out.n;
    return 0;
}

int archive_write(str *place, arena *a, archive *w, const exchange *x, const char *body_digest, error *e) {
    int64_t now = clock_wall();
    int status = w->fd >= 0 && w->written >= w->facts.size ? finish_file(w, e) : 0;
    if (status < 0) return status;
    if (w->fd < 0) status = begin_file(w, (time_t)(now / 1000), e);
    if (status < 0) return status;
    recorder_clear(&w->rec);
    if (w->written == 0) recorder_info(&w->rec, &w->facts, w->name, now);
    size_t at = recorder_exchange(&w->rec, x, body_digest);
    if (w->rec.out.full) return error_set(e, ERROR_LIMIT, "%.*s: too long for the archive", STR_ARG(x->url));
    uint64_t offset = w->written + at;
    status = append(w, e);
    if (status == 0) *place = arena_format(a, "%s/%s@%" PRIu64, w->folder, w->name, offset);
    return status;
}

int archive_sync(archive *w, error *e) {
    if (w->fd < 0) return 0;
    if (fsync(w->fd) != 0) return told(e, w->path);
    int status = w->fresh ? openfile_sync_folder(w->folder, e) : 0;
    if (status == 0) w->fresh = false;
    return status;
}

int archive_close(archive *w, error *e) {
    if (!w) return 0;
    int status = finish_file(w, e);
    recorder_free(&w->rec);
    arena_free(&w->names);
    arena_free(&w->home);
    free(w);
    return status;
}
