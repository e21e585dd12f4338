/* SPDX-License-Identifier: MIT */
/* petik said, petik points: what somebody said or declared, with what makes it checkable. */
#include <jansson.h>

#include "command/asked.h"

/* How a speaker was found, for people. */
static const char *finding(str from) {
    if (str_eq(from, STR("cue"))) return "named beside the words";
    if (str_eq(from, STR("coreference"))) return "named before";
    if (str_eq(from, STR("headline"))) return "named in the headline";
    return "speaker not named";
}

/* The strings of a JSON list with "; " between them. */
static void add_list(buf *b, str list) {
    json_t *strings = json_loadb(list.p, list.n, 0, NULL), *one;
    size_t i;
    json_array_foreach(strings, i, one) buf_format(b, "%s%s", i ? "; " : "", json_string_value(one));
    json_decref(strings);
}

static void add_line(buf *b, const char *label, str text) {
    if (text.n) buf_format(b, "  %s%.*s\n", label, STR_ARG(text));
}

static void add_who(asked *a, const passage *p) {
    buf *b = &a->out;
    str day = p->said.p ? p->said : p->published;
    buf_format(b, "%.*s  %s", (int)(day.n < 10 ? day.n : 10), day.p ? day.p : "", a->color ? "\033[1m" : "");
    str name = p->name.p ? p->name : p->office.p ? p->office : STR("(nobody named)");
    buf_format(b, "%.*s%s", STR_ARG(name), a->color ? "\033[0m" : "");
    if (p->name.p && p->office.p) buf_format(b, ", %.*s", STR_ARG(p->office));
    if (p->person.p && p->name.p && !str_eq(p->person, p->name)) buf_format(b, " (= %.*s)", STR_ARG(p->person));
    buf_add_char(b, '\n');
}

static void add_evidence(buf *b, const passage *p) {
    if (p->kind.p) {
        buf_format(b, "  %.*s; %s", STR_ARG(p->kind), finding(p->from));
        if (p->cue.p) buf_format(b, ": %.*s", STR_ARG(p->cue));
        if (p->reader.p) buf_format(b, "; read by %.*s", STR_ARG(p->reader));
        buf_format(b, " [%.*s%s%.*s]\n", STR_ARG(p->rule), p->finder.p ? ", " : "", STR_ARG(p->finder));
        return;
    }
    buf_format(b, "  %.*s%s%.*s", STR_ARG(p->force), p->topic.p ? ", about " : "", STR_ARG(p->topic));
    if (p->to.n > 2) {
        buf_add(b, STR(", to "));
        add_list(b, p->to);
    }
    buf_format(b, " [%.*s]\n", STR_ARG(p->rule));
}

static void add_source(buf *b, const passage *p) {
    buf_add(b, STR("  "));
    if (p->outlet.p) buf_format(b, "%.*s, ", STR_ARG(p->outlet));
    buf_format(b, "%.*s", STR_ARG(p->published.p ? p->published : STR("day not known")));
    buf_format(b, ": %.*s\n", STR_ARG(p->title.p ? p->title : p->source));
    add_line(b, "", p->link.p ? p->link : p->source);
    add_line(b, "archived: ", p->archive);
    add_line(b, "copy of that day: ", p->copy);
    if (p->also.p) {
        buf_add(b, STR("  the same words: "));
        add_list(b, p->also);
        buf_add_char(b, '\n');
    }
}

static void add_text(asked *a, const passage *p) {
    bool direct = str_eq(p->kind, STR("direct"));
    add_who(a, p);
    buf_format(&a->out, direct ? "  “%.*s”\n" : "  %.*s\n", STR_ARG(p->text));
    add_evidence(&a->out, p);
    if (p->around.n > p->text.n + 2) add_line(&a->out, "in: ", p->around);
    add_source(&a->out, p);
    buf_add_char(&a->out, '\n');
}

#define FIELD(name) { #name, ANSWER_TEXT, p->name, 0 }
#define NUMBER(name) { #name, ANSWER_NUMBER, STR_NONE, p->name }
#define LIST(name) { #name, ANSWER_LIST, p->name, 0 }
#define NAMED(key, name) { key, ANSWER_TEXT, p->name, 0 }

static bool add_fields(asked *a, const passage *p) {
    const answer_field statement[] = {
        NUMBER(id), FIELD(kind), FIELD(text), NAMED("speaker", name), FIELD(office), FIELD(person), FIELD(said), FIELD(published), FIELD(outlet),
        FIELD(title), FIELD(url), FIELD(link), FIELD(copy), FIELD(archive), FIELD(source), FIELD(digest), NUMBER(article), NUMBER(start), NUMBER(end),
        FIELD(around), NAMED("speaker_from", from), FIELD(cue), NAMED("speaker_rule", finder), NAMED("read_by", reader), FIELD(rule), LIST(also),
    };
    const answer_field point[] = {
        NUMBER(id), FIELD(text), FIELD(force), FIELD(topic), NAMED("by", name), FIELD(office), FIELD(person), LIST(to), FIELD(published), FIELD(outlet),
        FIELD(title), FIELD(url), FIELD(link), FIELD(copy), FIELD(archive), FIELD(source), FIELD(digest), NUMBER(article), NUMBER(start), NUMBER(end),
        FIELD(around), FIELD(rule),
    };
    if (a->question.points) return asked_fields(a, point, sizeof point / sizeof *point);
    return asked_fields(a, statement, sizeof statement / sizeof *statement);
}

/* A passage_function. */
static int tell(const passage *p, void *payload) {
    asked *a = payload;
    if (!add_fields(a, p)) add_text(a, p);
    return asked_flush(a);
}

/* A passage_function. */
static int count_one(const passage *p, void *payload) {
    (void)p;
    ++*(size_t *)payload;
    return 0;
}

/* What somebody asks of others is often no statement but a point: says when the same question finds some. */
static void hint_at_points(asked *a) {
    question q = a->question;
    size_t n = 0;
    q.points = true;
    if (a->count || a->json || a->csv || q.direct || q.who == ASKED_NOBODY) return;
    if (passages_each(a->db, &q, count_one, &n, &a->e) == 0 && n > 0)
        buf_format(&a->out, "But %zu point%s: ask petik points the same.\n", n, n == 1 ? "" : "s");
}

static int answer(const options *o, bool points) {
    asked a;
    int status = asked_open(&a, o);
    if (status != EXIT_DONE) return status;
    a.question.points = points;
    status = passages_each(a.db, &a.question, tell, &a, &a.e);
    if (status == 0 && !points) hint_at_points(&a);
    return asked_close(&a, status, points ? "point" : "statement");
}

int said_main(const options *o) { return answer(o, false); }

int points_main(const options *o) { return answer(o, true); }
