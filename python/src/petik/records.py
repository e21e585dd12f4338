"""What an article holds. Keys and values are those of the record that "petik extract" writes; what is not known is None.

start and end are Unicode code points into Article.text, which is what Python slices by: article.text[x.start:x.end] == x.text.
Dates are ISO 8601 as exact as they are known ("2024", "2024-10", "2024-10-15", "2024-10-15T09:00+07:00", "2024-10-15/2024-10-17")."""
from __future__ import annotations

import dataclasses
import json
from typing import Any


def _record(cls):
    return dataclasses.dataclass(frozen=True, slots=True)(cls)


@_record
class Person:
    """Who made the article."""

    name: str
    role: str | None  #: reporter, editor, photographer, contributor, agency


@_record
class Published:
    """When the article was published, and how that is known."""

    value: str | None
    from_: str | None  #: json-ld, meta, time-element, url, feed, body, option


@_record
class Date:
    """An expression of time."""

    text: str
    start: int
    end: int
    type: str  #: TIMEX3: DATE, TIME, DURATION, SET
    value: str | None  #: ISO 8601; None when it stays open
    conflict: str | None  #: "weekday": the printed weekday is not that day's
    rule: str


@_record
class Mention:
    """A place where an official or institution is named."""

    text: str
    start: int
    end: int
    rule: str


@_record
class Official:
    """Who holds an office."""

    name: str | None  #: None when only the office is named
    title: str  #: the office in its written-out standard spelling
    acting: str | None  #: Pj, Plt, Plh, Pjs
    of: str | None  #: jurisdiction or body as written
    region: str | None  #: Kemendagri code, such as 35.74
    rank: str | None  #: in police or army
    degrees: str | None
    mentions: tuple[Mention, ...]


@_record
class Institution:
    """An institution that is named."""

    name: str
    type: str | None  #: government, election, military, police, …
    region: str | None
    mentions: tuple[Mention, ...]
    same_as: str | None  #: the record whose abbreviation this one is


@_record
class Speaker:
    """Who says a statement; all None when nobody can be named."""

    name: str | None
    office: str | None
    from_: str | None  #: cue, coreference, headline
    rule: str | None
    read_by: str | None  #: who read the words for the speaker


@_record
class Cue:
    """The words that say that somebody speaks."""

    text: str
    start: int
    end: int


@_record
class Span:
    """A passage, in code points."""

    start: int
    end: int


@_record
class Statement:
    """What was said."""

    kind: str  #: direct, indirect
    text: str
    start: int
    end: int
    speaker: Speaker
    cue: Cue | None
    rule: str
    continues: Span | None  #: the statement that this one goes on with


@_record
class Declarer:
    """Who declares a point; all None when nobody can be named."""

    name: str | None
    office: str | None


@_record
class Passage:
    """A passage and its words."""

    text: str
    start: int
    end: int


@_record
class Point:
    """A pledge, appeal, obligation or prohibition."""

    text: str
    start: int
    end: int
    number: int | None  #: that the article gives it in a list
    force: str  #: pledge, appeal, obligation, prohibition
    topic: str | None
    by: Declarer
    to: tuple[str, ...]  #: who it is addressed to
    rule: str
    again: tuple[Passage, ...]  #: where the article says it again


@_record
class Regulation:
    """A law, decree or letter that is named."""

    text: str
    start: int
    end: int
    kind: str
    number: str | None
    year: int | None
    rule: str
    issuer: str | None


@_record
class Warning:  # noqa: A001 (the record's name)
    """What is doubtful in the article or its records."""

    code: str
    message: str
    start: int
    end: int


@_record
class Event:
    """A declaration, signing, meeting or the like."""

    kind: str
    text: str
    start: int
    end: int
    date: str | None
    place: str | None
    organiser: str | None
    leader: str | None
    participants: tuple[str, ...]
    rule: str


_INSIDE: dict[type, dict[str, type]] = {
    Official: {"mentions": Mention},
    Institution: {"mentions": Mention},
    Statement: {"speaker": Speaker, "cue": Cue, "continues": Span},
    Point: {"by": Declarer, "again": Passage},
}


def _make(cls: type, value: Any) -> Any:
    """A JSON value as an object of the class; keys that a newer library adds are left to Article.to_dict."""
    if value is None:
        return None
    if isinstance(value, list):
        return tuple(_make(cls, x) for x in value)
    inside, out = _INSIDE.get(cls, {}), {}
    for name in cls.__slots__:
        x = value.get(name.rstrip("_"))
        out[name] = _make(inside[name], x) if name in inside else tuple(x) if isinstance(x, list) else x
    return cls(**out)


def _value(key: str, doc: str, kind: str = "str | None"):
    def get(self):
        return self.to_dict()[key]
    get.__annotations__["return"] = kind
    get.__name__ = key
    return property(get, doc=doc)


def _list(key: str, cls: type):
    def get(self):
        return self._made(key, cls)
    get.__annotations__["return"] = f"tuple[{cls.__name__}, ...]"
    get.__name__ = key
    return property(get, doc=f"{cls.__doc__} In the order of the text.")


class Article:
    """An article and its records. Made by petik.extract; also from a line that petik extract wrote: Article(line).

    The record is read out of its JSON when a field is asked for, so that who only passes `json` on does not pay for it."""

    __slots__ = ("json", "refused", "_dict", "_objects")

    #: the record as petik extract writes it: UTF-8, one line, closed by a line feed
    json: bytes
    #: why a page is no article ("index-page", "paywall", …; see petik_refused); None for an article
    refused: str | None

    def __init__(self, json: bytes, refused: str | None = None):
        self.json, self.refused, self._dict, self._objects = json, refused, None, {}

    def to_dict(self) -> dict[str, Any]:
        """The record as json.loads gives it, with all its keys; the article's own, not a copy."""
        if self._dict is None:
            self._dict = json.loads(self.json)
        return self._dict

    def _made(self, key: str, cls: type) -> Any:
        if key not in self._objects:
            self._objects[key] = _make(cls, self.to_dict()[key])
        return self._objects[key]

    petik = _value("petik", "version of the library that read it", "str")
    rules = _value("rules", "digest of the rules", "str")
    id = _value("id", "sha256 of the text", "str")
    source = _value("source", "path, a line's own id, path:line, path@offset in a web archive, or address")
    url = _value("url", "address")
    fetched = _value("fetched", "when it was fetched, ISO 8601")
    title = _value("title", "headline")
    publisher = _value("publisher", "who published it, as the page or input says")
    dateline = _value("dateline", "place at the start of the article")
    text = _value("text", "the title on the first line, then one paragraph a line", "str")
    modified = _value("modified", "when the page says that it was changed, ISO 8601")
    section = _value("section", "section of the site")
    language = _value("language", "language that the page declares")
    byline = _list("byline", Person)
    dates = _list("dates", Date)
    officials = _list("officials", Official)
    institutions = _list("institutions", Institution)
    statements = _list("statements", Statement)
    points = _list("points", Point)
    regulations = _list("regulations", Regulation)
    warnings = _list("warnings", Warning)
    events = _list("events", Event)

    @property
    def published(self) -> Published:
        """When it was published, and how that is known."""
        return self._made("published", Published)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Article) and self.json == other.json

    def __hash__(self) -> int:
        return hash(self.json)

    def __reduce__(self):
        return Article, (self.json, self.refused)

    def __repr__(self) -> str:
        return f"<petik.Article {self.source or '-'}: {self.title!r}>"
