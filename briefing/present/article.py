"""The text of one article with its claims marked: what ``article.show()`` displays.

Each kind of claim has a sign, and most have a mark of their own (a wash, a heavy or a dotted line,
weight), so that marks may overlap; how certain a claim is shows in its fill, as everywhere in a
brief. The sign before a claim opens its details when it is pointed at, tapped or reached by the tab
key. Nothing of the text is ever read as markup.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from markupsafe import Markup

from briefing.design import load_design, scoped_tokens
from briefing.extract import extract
from briefing.extract.explain import explain, rules_of, title_of
from briefing.models import Article, Casualty, Claim, Extraction
from briefing.present.block import Block, make_block
from briefing.present.stretches import Stretch, cut
from briefing.present.unseen import made_visible, pieces
from briefing.wording import day, listed

_KINDS = ("casualties", "incidents", "territory", "implications", "summary")
_NAMES = {
    "casualties": ("casualty claim", "casualty claims"),
    "incidents": ("attack", "attacks"),
    "territory": ("territorial claim", "territorial claims"),
    "implications": ("implication", "implications"),
    "summary": ("summary point", "summary points"),
}
_GLYPHS = {"incidents": "✸", "territory": "⇄", "implications": "→", "summary": "★"}
_NO_ID = re.compile(r"[^\w-]")  # signs that an id in HTML should not have
_SCOPE = ".briefing-article"
_FOR_AUTHORS = ("trigger", "points", "weight")  # parts that --explain shows and a reader skips


@dataclass(frozen=True)
class MarkedArticle(Block):
    """An article as a notebook shows it; as text, what it holds."""

    told: str = ""

    def __repr__(self) -> str:
        return self.told


def show_article(article: Article) -> MarkedArticle:
    """The text of ``article`` with the claims that are extracted from it."""
    return show_extraction(extract(article))


def show_extraction(extraction: Extraction) -> MarkedArticle:
    """The text with claims that were extracted before, such as with a desk's region."""
    marked = [(kind, claim) for kind in _KINDS for claim in getattr(extraction, kind)]
    details = [_details(n, kind, claim) for n, (kind, claim) in enumerate(marked)]
    article, claims = extraction.article, [claim for _, claim in marked]
    html = make_block(
        "article",
        style=Markup(_style()),
        hovers=range(len(claims)),
        head=made_visible(article.title or article.path),
        about=made_visible(_about(article)),
        legend=_legend(details),
        notes=[made_visible(note) for note in (*extraction.unread, *extraction.notes)],
        paragraphs=[
            [_shown(article.text, stretch, details) for stretch in paragraph]
            for paragraph in cut(article.text, claims)
        ],
        claims=details,
    )
    told = listed(part["words"] for part in _legend(details)["kinds"]) or "no claims"
    return MarkedArticle(html.html, f"{article.path}: {told}. A notebook shows the text.")


def _shown(text: str, stretch: Stretch, details: list[dict[str, Any]]) -> dict[str, Any]:
    """A stretch with the classes of all claims over it."""
    over = [details[n] for n in stretch.claims]
    classes = [f"s{n['number']} {n['kind']} {n['kind']}-{n['certainty']}" for n in over]
    return {
        "pieces": list(pieces(text[stretch.start : stretch.end])),
        "classes": " ".join(dict.fromkeys(" ".join(classes).split())),
        "opened": [details[n] for n in stretch.opened],
    }


def _details(number: int, kind: str, claim: Claim) -> dict[str, Any]:
    parts = [part for part in explain(claim) if part.name not in _FOR_AUTHORS]
    return {
        "number": number,
        "id": f"{_NO_ID.sub('-', claim.article_id)}-claim-{number}",
        "kind": kind,
        "name": _NAMES[kind][0],
        "glyph": _glyph(kind, claim),
        "certainty": claim.certainty,
        "title": made_visible(title_of(claim)),
        "quote": list(pieces(claim.quote)),
        "parts": [(part.name, made_visible(part.read_as)) for part in parts],
        "rule": ", ".join(rules_of(claim)),
    }


def _glyph(kind: str, claim: Claim) -> str:
    if isinstance(claim, Casualty):
        return str(load_design()["outcomes"][claim.outcome]["glyph"])
    return _GLYPHS[kind]


def _legend(details: list[dict[str, Any]]) -> dict[str, Any]:
    """The kinds and certainties that are there, each with its sign."""
    kinds = []
    for kind in _KINDS:
        same = [one for one in details if one["kind"] == kind]
        if same:
            glyphs = dict.fromkeys(one["glyph"] for one in same)
            words = f"{len(same)} {_NAMES[kind][len(same) > 1]}"
            kinds.append({"kind": kind, "glyphs": "".join(glyphs), "words": words})
    certain = {one["certainty"] for one in details}
    return {"kinds": kinds, "certainty": [c for c in load_design()["certainty"] if c in certain]}


def _about(article: Article) -> str:
    published = day(article.published, year=True) if article.published else None
    return " · ".join(words for words in (article.publisher, published) if words)


@cache
def _style() -> str:
    sheet = files("briefing.present").joinpath("templates/article.css").read_text(encoding="utf-8")
    return scoped_tokens(_SCOPE) + sheet
