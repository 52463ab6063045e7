"""A server may misbehave as it likes: one sentence, soon, and nothing too large is kept."""

from __future__ import annotations

import gzip
import threading
import zlib
from dataclasses import replace

import pytest

from briefing import __version__
from briefing.fetch import FetchError
from tests.fetch.server import QUICK, Answer, Site, fetcher, free_port, page, raw, redirect

OK = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n"
TEXT = "<p>The army left the town.</p>"


def failure(site: Site, path: str = "/a") -> str:
    """Why a path gave nothing."""
    with pytest.raises(FetchError) as caught:
        fetcher().get(site.url(path))
    return str(caught.value)


def test_a_page(site: Site) -> None:
    """Its bytes, its type and charset, where it was found; the program says who it is."""
    site.answers["/a"] = page(TEXT.encode("cp1251"), media="text/HTML; charset=windows-1251")
    found = fetcher().get(f" {site.url('/a')}#part")
    assert (found.url, found.data) == (site.url("/a"), TEXT.encode())
    assert (found.media, found.charset) == ("text/html", "windows-1251")
    assert site.agents[0].startswith(f"briefing/{__version__} (")


@pytest.mark.parametrize(
    ("packed", "encoding"),
    [(gzip.compress(TEXT.encode()), "gzip"), (zlib.compress(TEXT.encode()), "deflate")],
)
def test_a_packed_page_is_unpacked(site: Site, packed: bytes, encoding: str) -> None:
    """By the two ways of packing that are asked for."""
    site.answers["/a"] = page(packed, Content_Encoding=encoding)
    assert fetcher().get(site.url("/a")).data == TEXT.encode()


def test_a_page_without_a_length(site: Site) -> None:
    """It ends where the server closes, or says so piece by piece."""
    site.answers["/a"] = raw(OK + b"Connection: close\r\n\r\n", b"<p>One", b" two.</p>")
    site.answers["/b"] = raw(
        OK + b"Transfer-Encoding: chunked\r\n\r\n", b"4\r\none \r\n", b"3\r\ntwo\r\n0\r\n\r\n"
    )
    assert fetcher().get(site.url("/a")).data == b"<p>One two.</p>"
    assert fetcher().get(site.url("/b")).data == b"one two"


def test_redirects_are_followed(site: Site) -> None:
    """Relative ones too; the page's address is where they end."""
    site.answers |= {"/a": redirect("b?x=1"), "/b?x=1": redirect(site.url("/c d"), 308)}
    site.answers["/c%20d"] = page(TEXT)
    assert fetcher().get(site.url("/a")).url == site.url("/c%20d")


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (page("Gone", 404), "has no such page (404). Check the address"),
        (page("Gone", 410), "has taken the page away (410)"),
        (page("Pay", 403), "refuses programs, or asks for a login (403). Save the page from"),
        (page("Slow down", 429), "asks for fewer requests (429). Try again later"),
        (page("Oops", 500), "has an error of its own (500). Try again later"),
        (page("Oops", 503), "has an error of its own (503). Try again later"),
        (page("?", 300), "sent no page (300). Save it from your browser"),
        (page(" \n"), "is an empty page"),
        (redirect("/a"), "redirects in a circle"),
        (redirect("file:///etc/passwd"), 'begins with "file:"; only http and https are fetched'),
        (redirect("ftp://example.org/"), 'begins with "ftp:"; only http and https are fetched'),
        (redirect("http://user:word@example.org/"), "holds a user name or password. Leave it out"),
        (redirect("https:///x"), "names no server. Check it"),
        (redirect("http://[::1/"), "redirects to what is not a web address"),
        (redirect("http://example.org:99999/"), "is not a web address. Check it"),
        (page(b"x" * 1_000_001), "has more than 1 MB, the limit, and was not read further"),
        (raw(OK + b"Content-Length: 999999999\r\n\r\n"), "has more than 1 MB, the limit"),
        (raw(OK + b"\r\n", b"x" * 600_000, b"x" * 600_000), "has more than 1 MB, the limit"),
        (page(TEXT, Content_Encoding="br"), 'is packed as "br", which was not asked for'),
        (page(TEXT, Content_Encoding="gzip"), "sent a packed page that cannot be unpacked"),
        (page(gzip.compress(b"x" * 999)[:-9], Content_Encoding="gzip"), "broke off in the middle"),
        (raw(OK + b"Content-Length: 99\r\n\r\nshort"), "broke off in the middle of the answer"),
        (raw(b"SSH-2.0-OpenSSH\r\n"), "broke off in the middle of the answer"),
        (raw(OK + b"X: y\r\n" * 300 + b"\r\n"), "broke off in the middle of the answer"),
    ],
)
def test_bad_answers(site: Site, answer: Answer, told: str) -> None:
    """Each is told in half a sentence, with what to do where something can be done."""
    site.answers["/a"] = answer
    assert failure(site).startswith(told)


def test_a_gzip_bomb_is_not_unpacked(site: Site) -> None:
    """A few kilobytes that would make fifty megabytes stop at the limit."""
    site.answers["/a"] = page(gzip.compress(b"\0" * 50_000_000, 1), Content_Encoding="gzip")
    assert failure(site) == "has more than 1 MB, the limit, and was not read further"


def test_redirects_have_an_end(site: Site) -> None:
    """Each to a new address, for ever."""
    for n in range(9):
        site.answers[f"/{n}"] = redirect(f"/{n + 1}")
    assert failure(site, "/0") == "redirects more than 3 times"
    assert site.asked == ["/robots.txt", "/0", "/1", "/2", "/3"]


@pytest.mark.parametrize(
    "pieces",
    [
        (b"",),  # it never says a word
        (OK + b"Content-Length: 99\r\n\r\n", b""),  # it stops in the middle
    ],
)
def test_a_silent_server(site: Site, pieces: tuple[bytes, ...]) -> None:
    """It is left after the time-out between two pieces."""
    site.answers["/a"] = raw(*pieces, pause=0.05, site=site)
    assert failure(site) == "does not answer in time. Try again later"


@pytest.mark.parametrize(
    "pieces",
    [
        (OK, b"X: y\r\n"),  # headers without end, one now and then
        (OK + b"\r\n", b"x"),  # a page without end or length
        (OK + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n"),
        (OK + b"Content-Length: 99999\r\n\r\n", b"x"),
    ],
)
def test_an_endless_server(site: Site, pieces: tuple[bytes, ...]) -> None:
    """A byte now and then keeps nobody waiting longer than the deadline."""
    site.answers["/a"] = raw(*pieces, pause=0.05, site=site)
    assert failure(site) == "was not there in full after 0.6 s. Try again later"


def test_nobody_listens() -> None:
    """A port where nothing answers, and a name that is none."""
    closed = f"http://127.0.0.1:{free_port()}/"
    with pytest.raises(FetchError, match=r"^cannot be connected to"):
        fetcher().get(closed)
    with pytest.raises(FetchError, match=r"^names a server that is not known \(nobody\.invalid\)"):
        fetcher().get("http://nobody.invalid/")


def test_requests_to_one_server_wait_their_turn(site: Site) -> None:
    """One at a time, with the pause its rules ask for, up to a limit."""
    waits: list[float] = []
    site.answers["/robots.txt"] = page("User-agent: *\nCrawl-delay: 7")
    site.answers["/a"] = page(TEXT)
    one = fetcher(replace(QUICK, pause_seconds=3, longest_pause_seconds=5), wait=waits.append)
    for _ in range(3):
        one.get(site.url("/a"))
    assert len(waits) == 2
    assert all(4 < wait <= 5 for wait in waits)


def test_many_threads_may_fetch(site: Site) -> None:
    """No two requests meet at one server; the rules are read once."""
    busy, met = threading.Lock(), []

    def alone(handler: object) -> None:
        met.append(not busy.acquire(blocking=False))
        page(TEXT)(handler)  # type: ignore[arg-type]
        busy.release()

    site.answers["/a"] = alone
    one = fetcher()
    threads = [threading.Thread(target=one.get, args=(site.url("/a"),)) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert met == [False] * 6
    assert site.asked.count("/robots.txt") == 1
