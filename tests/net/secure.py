# SPDX-License-Identifier: MIT
"""TLS: certificates are checked, sources.conf can name others to trust, and HTTP/2 is spoken where the server does."""
import os

import certificates
import faults
import listings
import webserver
from newsweb import NewsWeb
from program import Program, together
from smallhost import SmallHost

BAD = [("untrusted", ["127.0.0.1"], False, "certificate|trust|verif|signed", False), ("another name", ["kabar.example"], False, "certificate|name|match|verif", True),
       ("over", ["127.0.0.1"], True, "expired|certificate|verif", True)]


def check_bad(tally, petik, folder):
    for what, hosts, over, said, trusted in BAD:
        made = certificates.make(folder, what.replace(" ", "-"), hosts, over)
        with SmallHost(2, tls=certificates.context(*made)) as sick, SmallHost(2, first=100, host="127.0.0.2") as well:
            program = Program(petik, os.path.join(folder, "run-" + what)).write({"sakit": {"feed": sick.feed}, "sehat": {"feed": well.feed}},
                                                                                certificates=made[0] if trusted else None)
            done = program.run()
            together(tally, f"a certificate that is bad: {what}", (done.status == 1, done), (done.says(sick.feed, said) or done.says(sick.root + "/robots.txt", said), done),
                     (not sick.requests(), sick.requests()), (program.stored() == well.addresses(), program.stored()), (done.seconds < 10, done.seconds))


def check_plain(tally, petik, folder):
    """https:// of a server that does not speak TLS, and http:// of one that does."""
    made = certificates.make(folder, "plain", ["127.0.0.1"])
    with SmallHost(1) as clear, SmallHost(1, host="127.0.0.2", tls=certificates.context(*made)) as closed, SmallHost(2, first=100, host="127.0.0.3") as well:
        addresses = [clear.feed.replace("http:", "https:"), closed.feed.replace("https:", "http:")]
        program = Program(petik, os.path.join(folder, "run-plain")).write({"satu": {"feed": addresses[0]}, "dua": {"feed": addresses[1]}, "sehat": {"feed": well.feed}})
        done = program.run()
        together(tally, "TLS with whom speaks none, and none with whom does", (done.status == 1, done), (program.stored() == well.addresses(), done), (done.seconds < 10, done.seconds),
                 (all(a.rsplit("/", 1)[0] in done.err for a in addresses), done))


def check_upgrade(tally, petik, folder):
    """A feed over HTTP whose pages are over TLS by now."""
    made = certificates.make(folder, "upgrade", ["127.0.0.1"])
    with SmallHost(1) as clear, SmallHost(4, first=50, tls=certificates.context(*made)) as closed:
        clear.pages["/feed"] = listings.rss(closed.stories, clear.root)
        for story in closed.stories:
            clear.pages[story.path] = faults.redirect(closed.root + story.path, 301)
        program = Program(petik, os.path.join(folder, "run")).write({"desa": {"feed": clear.feed}}, certificates=made[0])
        done = program.run()
        together(tally, "pages that have moved to TLS", (done.status == 0 and not done.err, done), (program.stored() == closed.addresses(), program.stored()))
        asked = len(clear.requests()) + len(closed.requests())
        done = program.run()
        tally.check(done.status == 0 and len(clear.requests()) + len(closed.requests()) == asked + 1, "and are not asked for again", clear.requests()[-4:] + closed.requests()[-4:])


def check_second(tally, petik, folder):
    if not webserver.is_there():
        tally.skip("nginx is not installed: no HTTP/2")
        return
    made = certificates.make(folder, "own", ["127.0.0.1"])
    with NewsWeb(os.path.join(folder, "web"), 30, certificate=made, secure=True) as web:
        program = Program(petik, os.path.join(folder, "run")).write(web.sources(), certificates=made[0])
        done = program.run()
        versions = {r.version for r in web.requests()}
        together(tally, "a site over TLS with a certificate of its own", (done.status == 0 and not done.err, done), (program.stored() == sorted(web.site.addresses()), len(program.stored())),
                 (versions == {"HTTP/2.0"}, versions))
        records, said, _ = program.archived()
        together(tally, "what came over HTTP/2 is read out of the archive", (said.status == 0 and not said.err, said), (web.site.addresses() <= {r["url"] for r in records}, len(records)))


def check(tally, petik, folder, _venv):
    if not certificates.is_there():
        tally.skip("openssl is not installed")
        return
    for part in (check_bad, check_plain, check_upgrade, check_second):
        os.makedirs(os.path.join(folder, part.__name__))
        part(tally, petik, os.path.join(folder, part.__name__))
