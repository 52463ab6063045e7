"""A site's robots.txt is asked first and kept to."""

from __future__ import annotations

import pytest

from briefing.fetch import FetchError
from tests.fetch.server import Answer, Site, fetcher, page, raw, redirect

CLOSED = "User-agent: briefing\nDisallow: /private/\n\nUser-agent: *\nDisallow: /\n"


def test_what_is_closed_is_not_fetched(site: Site) -> None:
    """The rules for this program are kept to; the rest of the site is open; they are read once."""
    site.answers |= {"/robots.txt": page(CLOSED, media="text/plain"), "/a": page("A page")}
    site.answers["/private/b"] = page("Secret")
    one = fetcher()
    assert one.get(site.url("/a")).data == b"A page"
    with pytest.raises(FetchError, match=r"^is closed to programs by http://127.0.0.1:\d+/robots"):
        one.get(site.url("/private/b"))
    assert site.asked == ["/robots.txt", "/a"]


def test_a_redirect_to_what_is_closed_is_not_followed(site: Site) -> None:
    """The rules are asked at each step."""
    site.answers |= {"/robots.txt": page(CLOSED), "/a": redirect("/private/b")}
    with pytest.raises(FetchError, match=r"^is closed to programs"):
        fetcher().get(site.url("/a"))
    assert "/private/b" not in site.asked


@pytest.mark.parametrize(
    "answer",
    [
        page("", 404),
        page("Who are you?", 403),
        page(""),
        page(b"\xff\xfe\x00 no rules at all", media="image/png"),
        page("\ufeffUser-agent: *\nAllow: /"),  # with a byte order mark
    ],
)
def test_without_rules_all_is_open(site: Site, answer: Answer) -> None:
    """No file, or one that forbids nothing (RFC 9309)."""
    site.answers |= {"/robots.txt": answer, "/a": page("A page")}
    assert fetcher().get(site.url("/a")).data == b"A page"


@pytest.mark.parametrize(
    ("answer", "told"),
    [
        (page("Oops", 500), "it answers 500"),
        (page(b"#" * 600_000), "it has more than 0.5 MB, the limit"),
        (raw(b"HTTP/1.1 200 OK\r\n\r\n"), None),
        (redirect("/robots.txt"), "it redirects in a circle"),
    ],
)
def test_rules_that_are_not_known(site: Site, answer: Answer, told: str | None) -> None:
    """Where rules may exist and cannot be read, nothing is fetched (RFC 9309)."""
    site.answers |= {"/robots.txt": answer, "/a": page("A page")}
    if told is None:  # an empty file without a length is a file
        assert fetcher().get(site.url("/a")).data == b"A page"
        return
    with pytest.raises(FetchError, match=r"^was not fetched, for .*/robots\.txt") as caught:
        fetcher().get(site.url("/a"))
    assert told in str(caught.value)
