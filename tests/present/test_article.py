"""`article.show()`: the text with its claims marked, whatever the text is."""

from __future__ import annotations

import re
from datetime import date
from html import unescape
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.models import Article
from briefing.present.article import MarkedArticle, show_extraction
from briefing.present.stretches import cut
from briefing.present.unseen import made_visible, pieces
from tests.claims import article, casualty, change, extraction, point

TEXT = (
    "Rebels reportedly captured the town of Sake on Tuesday, killing at least 12 soldiers and four "
    "civilians.\n\nThe army denied that it had lost Minova."
)
_VOID = {"br", "img"}
# What a template of ours may write; a text can add none.
_TAGS = set("style section header p ul li b span div details summary ol strong i".split())
_ATTRIBUTES = {"class", "dir", "tabindex", "role", "id"}


class Parsed(HTMLParser):
    """The tags, attributes and words of a page."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.paragraphs: list[str] = []
        self.skipping = 0
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag; collect words only in the text's own paragraphs."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        classes = (dict(attrs).get("class") or "").split()
        self.open.append("claim" if "claim" in classes else tag)
        if tag == "p":
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        """Every tag that ends is the one opened last."""
        opened = self.open.pop()
        assert tag == ("span" if opened == "claim" else opened)

    def handle_data(self, data: str) -> None:
        """Words outside the details of claims belong to the paragraph."""
        if "p" in self.open and "claim" not in self.open:
            self.paragraphs[-1] += data.replace("\u2060", "")


def show(text: str, title: str | None = None) -> MarkedArticle:
    """A text published on a Friday, shown."""
    day = date(2024, 11, 29)
    shown = Article("a1", "a1.txt", text, "00", title, title, published=day).show()
    assert isinstance(shown, MarkedArticle)
    return shown


def text_of(html: str) -> str:
    """The paragraphs of the text as they are read."""
    start, end = html.index('<div class="text">'), html.rindex("</div>")
    return "\n\n".join(Parsed(html[start : end + len("</div>")]).paragraphs)


def test_text_is_whole() -> None:
    """Marks and signs leave every word of the text in its place."""
    assert text_of(show(TEXT).html) == TEXT


def test_each_kind_and_certainty_has_a_mark() -> None:
    """Kind and certainty of a claim are classes of its words and of its sign, and in the legend."""
    html = show(TEXT).html
    for kind in ("casualties", "territory"):
        assert re.search(rf'<span class="marked [^"]*\b{kind} {kind}-reported', html)
    assert re.search(r'<span class="sign territory denied" tabindex="0"', html)
    legend = html[html.index('<ul class="legend">') : html.index("</ul>")]
    for words in ("2 casualty claims", "2 territorial claims", "reported", "denied"):
        assert words in legend


def test_sign_tells_its_claim() -> None:
    """A sign is reached by the tab key and names its claim to those who hear it."""
    html = unescape(show(TEXT).html)
    sign = re.search(r'<span class="sign casualties [^>]*aria-label="([^"]*)"[^>]*>◆<', html)
    assert sign
    assert sign[1] == "casualty claim, reported: killed: ≥ 12 soldiers"
    described = re.findall(r'aria-describedby="([^"]*)"', html)
    assert described
    assert [html.count(f' id="{one}"') for one in described] == [1] * len(described)


def test_overlapping_claims_share_their_words() -> None:
    """Words under two claims carry both marks, and no tag crosses another."""
    of = article(1)
    claims = (casualty(of, 0, end=30), change(of, 10, end=40))
    stretches = [s for p in cut(of.text, claims) for s in p]
    assert [s.claims for s in stretches] == [(0,), (0, 1), (1,), ()]
    html = show_extraction(
        extraction(of, casualties=(claims[0],), territory=(claims[1],), summary=(point(of),))
    ).html
    assert re.search(r'"marked s0 casualties casualties-\w+ (\S+ )*s1 territory territory-', html)
    assert text_of(html) == of.text


HOSTILE = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</style></section><style>*{display:none}</style>",
    "&lt;b&gt; {{ 7 * 7 }} {% raw %}",
    "javascript:alert(1)",
    "' onmouseover='alert(1)",
]


@pytest.mark.parametrize("words", HOSTILE)
def test_text_is_never_markup(words: str) -> None:
    """A text adds no tag and no attribute, wherever it comes to stand; it is read as it is."""
    text = f"{words} Rebels killed 12 {words} herders in Sake on Tuesday, {words} said."
    shown = show(text, words)
    parsed = Parsed(shown.html)
    assert parsed.open == []
    assert parsed.tags <= _TAGS
    assert {a for a in parsed.attributes if not a.startswith("aria-")} <= _ATTRIBUTES
    assert text_of(shown.html) == text


def test_article_made_by_hand_is_safe() -> None:
    """An id that is no hash becomes no attribute."""
    html = Article('x" onfocus="alert(1)', "a", TEXT, "0").show().html  # type: ignore[attr-defined]
    assert Parsed(html).attributes & {"onfocus"} == set()


UNSEEN = [
    ("plain", "plain"),
    ("a\u202etxet", "a[U+202E]txet"),  # would turn the line round
    ("kill\u200bed", "kill[U+200B]ed"),  # zero width
    ("a\u200b\u200b\u200bb", "a[U+200B and 2 more]b"),  # many tell once
    ("\x1b[31mred", "[U+001B][31mred"),  # a terminal's colour
    ("فارسی‌ها", "فارسی‌ها"),  # Persian is spelled with a joiner
    ("Hà Nội", "Hà Nội"),
    ("Z" + "\u0351" * 30 + "a", "Z" + "\u0351" * 4 + "a"),  # accents that run over lines
]


@pytest.mark.parametrize(("text", "shown"), UNSEEN)
def test_unseen_signs_are_named(text: str, shown: str) -> None:
    """What a reader cannot see is named, what spells words stays."""
    assert made_visible(text) == shown


@settings(max_examples=100)
@given(st.text(max_size=60))
def test_no_unseen_sign_is_left(text: str) -> None:
    """Whatever the text, no mark of direction and no control is put out."""
    left = {c for piece in pieces(text) for c in piece.text if ord(c) < 32 and c not in "\t\n"}
    assert left == set()
    assert not set("\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u200e\u200f") & set(
        made_visible(text)
    )


def test_nothing_found_is_said() -> None:
    """A text without claims says so, and has no list."""
    html = show("The harvest was good.").html
    assert "No claims were found in this text." in html
    assert "All claims as a list" not in html


def test_shown_in_a_terminal() -> None:
    """Without a display there is a sentence and no markup."""
    told = repr(show(TEXT))
    assert told.startswith("a1.txt: 2 casualty claims, ")
    assert "<" not in told
