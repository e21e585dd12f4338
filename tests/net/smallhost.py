# SPDX-License-Identifier: MIT
"""A host with a feed and a few right pages beside what a test adds to it, all of which can be bad."""
import listings
import pagemarkup
from listener import Listener, kind_of
from stories import SECTIONS, Stories

STORIES = Stories()


class SmallHost(Listener):
    """pages: path -> bytes, text, or a function of (connection, request) that answers; first: number of its first story."""

    def __init__(self, count=3, first=0, host="127.0.0.1", tls=None, robots="User-agent: *\nDisallow:\n"):
        self.pages = {}
        super().__init__(self.answer_page, host, tls)
        self.stories = STORIES.some(count, first)
        self.extra = []
        self.pages["/robots.txt"] = robots
        for story in self.stories:
            self.pages[story.path] = self.page_of(story)
        self.write_feed()

    def page_of(self, story):
        return pagemarkup.article(story, self.root, SECTIONS, self.stories[:2], self.stories[:2])

    def write_feed(self):
        """The pages of tests stand between the first story and the others."""
        every = [*self.stories[:1], *self.extra, *self.stories[1:]]
        self.pages["/feed"] = listings.rss(every, self.root)

    def add(self, answer, number=9000):
        """A further story in the feed; answer replaces its page. Its address."""
        story = STORIES.story(number)
        self.extra.append(story)
        self.pages[story.path] = answer or self.page_of(story)
        self.write_feed()
        return self.root + story.path

    def answer_page(self, connection, request):
        page = self.pages.get(request.path)
        if page is None:
            return connection.reply(404, "<h1>Tidak ditemukan</h1>")
        if callable(page):
            return page(connection, request)
        return connection.reply(200, page, kind=kind_of(request.path))

    @property
    def feed(self):
        return self.root + "/feed"

    def addresses(self):
        """Of the right pages, sorted."""
        return sorted(self.root + s.path for s in self.stories)
