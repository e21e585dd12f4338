# SPDX-License-Identifier: MIT
"""The invented site, served by nginx, or by the tests' own server where that is not installed."""
import os

import listener
import newssite
import stories
import webserver

LISTINGS = ("/feed", "/atom.xml", "/sitemap", "/robots.txt", "/index.html")


def is_article(request):
    return not request.path.startswith(LISTINGS) and not request.path.endswith("/")


class NewsWeb:
    """site: newssite.Site; root: its address. certificate: also over TLS with HTTP/2, which needs nginx."""

    def __init__(self, folder, count, certificate=None, own=False, host="127.0.0.1", buffer=False, secure=False, newest=stories.NEWEST, **facts):
        files = os.path.join(folder, "site")
        os.makedirs(files)
        apart = {"apart": facts.pop("apart")} if "apart" in facts else {}
        if webserver.is_there() and not own:
            self.server = webserver.WebServer(os.path.join(folder, "nginx"), files, host, certificate, buffer)
        else:
            self.server = listener.Listener(listener.folder_answer(files), host)
        self.root = self.server.secure if secure else self.server.root
        self.site = newssite.Site(files, self.root, count, stories.Stories(newest, **apart), **facts)

    def requests(self, since=0.0):
        return self.server.requests(since)

    def articles(self, since=0.0):
        """Paths of the articles asked for."""
        return [r.path for r in self.requests(since) if is_article(r)]

    def listings(self, since=0.0):
        return [r for r in self.requests(since) if not is_article(r)]

    def sources(self, **keys):
        """For sources.conf: all ways to find its articles."""
        return {"kabar": {"feed": [self.root + "/feed", self.root + "/atom.xml"], "sitemap": [self.root + "/sitemap.xml", self.root + "/sitemap-berita.xml"],
                          "start": self.root + "/", **keys}}

    def feed_alone(self, **keys):
        return {"kabar": {"feed": self.root + "/feed", **keys}}

    def close(self):
        return self.server.close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.server.close()
