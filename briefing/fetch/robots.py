"""What a site's robots.txt allows (RFC 9309)."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.robotparser import RobotFileParser

NAME = "briefing"  # by which a robots.txt may speak of this program
_UNAVAILABLE = range(400, 500)  # there are no rules: all may be fetched
_UNREACHABLE = range(500, 600)  # rules may exist and are not known: nothing may


@dataclass(frozen=True)
class Rules:
    """A site's rules; ``unknown`` says why nothing may be fetched where they are not known."""

    parser: RobotFileParser
    unknown: str = ""

    def allow(self, url: str) -> bool:
        """Whether this address may be fetched."""
        return not self.unknown and self.parser.can_fetch(NAME, url)

    @property
    def pause(self) -> float:
        """Seconds that the site wants between two requests."""
        return float(self.parser.crawl_delay(NAME) or 0)


def read_rules(origin: str, status: int, body: bytes) -> Rules:
    """Return the rules of a robots.txt that came with this HTTP status."""
    parser = RobotFileParser()
    if status in _UNREACHABLE:
        return unread_rules(origin, f"it answers {status}")
    text = "" if status in _UNAVAILABLE else body.decode("utf-8", errors="replace")
    parser.parse(text.removeprefix("\ufeff").splitlines())
    return Rules(parser)


def unread_rules(origin: str, reason: str) -> Rules:
    """The rules of a site whose robots.txt could not be read, for this reason."""
    return unknown_rules(
        f"was not fetched, for {origin}/robots.txt, which says what may be, "
        f"could not be read: {reason}"
    )


def unknown_rules(reason: str) -> Rules:
    """The rules of a site of which nothing could be fetched."""
    return Rules(RobotFileParser(), reason)
