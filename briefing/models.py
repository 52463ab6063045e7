"""What flows through the house: articles in, claims out.

Everything here is a record: a later stage makes a new one, it never edits one. Offsets count
characters (not bytes) of ``Article.text``; ``article.text[claim.start:claim.end] == claim.quote``
holds for every claim.
"""

from __future__ import annotations

from dataclasses import field
from datetime import date, datetime
from typing import Literal

from briefing.records import record

Outcome = Literal["killed", "injured", "missing", "detained", "displaced"]
QuantityKind = Literal["exact", "about", "at_least", "at_most", "range", "vague", "none"]
Mention = Literal["new", "known", "others", "share"]
VictimGroup = Literal["civilians", "combatants", "mixed", "unknown"]
Basis = Literal[
    "named",  # the telling names it
    "word",  # the telling has a word for it ("the rebels"), the article the name
]
Action = Literal[
    "captured", "recaptured", "withdrew", "handed_over", "advanced", "entered", "besieged", "cut"
]
Certainty = Literal["confirmed", "reported", "claimed", "alleged", "contested", "denied"]
SourceKind = Literal[
    "party", "government", "monitor", "medical", "un", "media", "witness", "unnamed", "expert"
]
ImplicationKind = Literal["effect", "assessment", "fear_or_intention", "risk_or_outlook"]
Theme = Literal["military", "diplomatic", "humanitarian", "economic", "political"]
DateBasis = Literal["stated", "relative", "counted", "dateline", "assumed", "unknown"]
SAID: tuple[DateBasis, ...] = ("stated", "relative", "counted")  # of a day that the text gives
PlaceKind = Literal[
    "settlement", "admin1", "country", "area", "airport", "base", "highway", "crossing", "site"
]
Role = Literal[
    "trigger", "count", "people", "taken", "subject",
    "source", "certainty", "place", "spot", "time",
    "perpetrator", "suspect", "gainer", "loser", "rule",
]  # fmt: skip


@record(frozen=True)
class Span:
    """A stretch of an article's text, ``start`` inclusive, ``end`` exclusive, in characters."""

    start: int
    end: int


@record(frozen=True)
class Reference:
    """Who first gave a figure that an article repeats, as stated in its front matter."""

    claimant: str
    via: str | None = None
    url: str | None = None


@record(frozen=True)
class Copy:
    """The same text where another outlet carries it, or where it lies a second time in the desk."""

    path: str
    sha256: str
    publisher: str | None = None
    url: str | None = None
    published: date | None = None


@record(frozen=True)
class Origin:
    """Where a text came from, as the front matter says that `briefing add` writes."""

    published_at: datetime | None = None  # with its own time zone, where one is stated
    fetched: datetime | None = None  # likewise
    original: str | None = None  # the file as it came, relative to the article's folder
    original_sha256: str | None = None
    excerpt: bool = False  # a feed's summary or the open part of a paid article


@record(frozen=True)
class Article:
    """One text as it was read. ``text`` is clean prose: paragraphs separated by a blank line."""

    id: str  # first 12 hex digits of the SHA-256 of the file's bytes
    path: str  # relative to the desk where it lies inside it, with forward slashes
    text: str
    sha256: str
    title: str | None = None
    publisher: str | None = None
    author: str | None = None
    published: date | None = None
    url: str | None = None
    language: str = "en"
    sample: bool = False
    references: tuple[Reference, ...] = ()
    origin: Origin = Origin()
    copies: tuple[Copy, ...] = ()  # it counts once, however many carry it
    version_of: str | None = None  # the id of the article that it repeats with other figures

    def show(self) -> object:
        """The text with its claims marked, for a notebook to display."""
        from briefing.present.article import show_article

        return show_article(self)


@record(frozen=True)
class Sentence(Span):
    """One sentence; ``paragraph`` counts from 0. Headings count as sentences of their own."""

    text: str = ""
    index: int = 0
    paragraph: int = 0
    heading: bool = False


@record(frozen=True)
class Quantity:
    """A count with its uncertainty, in persons or items.

    ``exact`` low = best = high; ``at_least`` low = best, high is None (open upwards); ``at_most``
    only high; ``range`` low and high, best None; ``about`` low = best = high, read as an
    approximation; ``vague`` all None, the words stand in ``as_written``; ``none`` all zero.
    """

    kind: QuantityKind
    low: int | None
    best: int | None
    high: int | None
    as_written: str


@record(frozen=True)
class When:
    """A day or window. ``date_prec`` follows UCDP: 1 day, 2 = 2-6 days, 3 week, 4 month, 5 year."""

    start: date | None = None
    end: date | None = None
    date_prec: int | None = None
    as_written: str | None = None
    basis: DateBasis = "unknown"
    at: Span | None = field(default=None, compare=False)  # where ``as_written`` stands


@record(frozen=True)
class Place(Span):
    """A place as the text names it and, where it could be resolved, what it is.

    Unresolved: ``geonameid``, ``latitude`` and ``longitude`` are None and ``name`` is as written.
    ``where_prec`` follows UCDP: 1 exact, 2 within 25 km, 3 ADM2, 4 ADM1, 5 line or fuzzy area,
    6 country. Coordinates are WGS 84 degrees.
    """

    as_written: str = ""
    name: str = ""
    kind: PlaceKind = "settlement"
    country: str | None = None  # ISO 3166-1 alpha-2
    admin1: str | None = None
    latitude: float | None = None
    longitude: float | None = None
    where_prec: int | None = None
    geonameid: int | None = None
    direction: str | None = None  # "western" in "western Aleppo"
    within: tuple[Place, ...] = ()  # where the text puts it, narrowest first: district, province

    @property
    def resolved(self) -> bool:
        """Whether the name is known to stand for a point or a country."""
        known_country = self.kind == "country" and self.country is not None
        return self.latitude is not None or known_country


@record(frozen=True)
class Attribution:
    """Who says so. ``source_original`` is None where the article speaks in its own voice."""

    source_original: str | None = None
    kind: SourceKind | None = None
    cue: str | None = None  # "said", "according to", "reportedly"
    direct: bool = False  # in quotation marks


@record(frozen=True)
class Reason(Span):
    """Words of the article that made one part of a claim; ``how``: by which rule or way."""

    role: Role = "trigger"
    how: str = ""


@record(frozen=True)
class Claim:
    """What every claim carries. ``rule`` names the lexicon rule that found it."""

    id: str  # article id, letter of the kind, start offset: "3fa1c09be2d4-c512"
    article_id: str
    start: int
    end: int
    quote: str
    sentence_start: int
    sentence_end: int
    sentence: str
    attribution: Attribution
    certainty: Certainty
    certainty_words: str | None  # the words that decided it: "reportedly", "verified"
    when: When
    rule: str
    because: tuple[Reason, ...] = field(default=(), kw_only=True)  # its words, for --explain


@record(frozen=True)
class Casualty(Claim):
    """People killed, injured, missing, detained or displaced."""

    outcome: Outcome
    quantity: Quantity
    victim: str | None  # as written: "Iranian senior military advisor"
    victim_group: VictimGroup
    victim_side: str | None  # canonical actor name
    place: Place | None
    perpetrator: str | None  # canonical actor name, attributed by the text, never inferred
    means: str | None  # "airstrike", as the lexicon names it
    subset: bool = False  # "including 12 children": part of another figure, never added
    running_total: bool = False  # "raising the toll to": never added to its parts
    background: bool = False  # before the period: history told in passing
    mention: Mention = "new"  # "a man", "the man", "two others", "one of the men"
    also_at: tuple[Place, ...] = ()  # further places of one list, of which the count is not parted
    one_attack: bool = False  # "in an attack in Ituri": one incident, however wide its place
    where_description: str | None = None  # the spot in the text's words: "crowded market"


@record(frozen=True)
class Incident(Claim):
    """An attack, whether or not it hurt anybody, told over one sentence or several."""

    event_type: str  # as ACLED has it: "Explosions/Remote violence"
    sub_event_type: str
    perpetrator: str | None  # the organisation held responsible, by its canonical name
    basis: Basis | None  # on what ground
    suspect: str | None  # where none is: at whom the article points most, a lead and no finding
    suspect_score: float | None  # how strongly, from 0 to 1
    attacker: str | None  # who did it in the telling's own words: "masked gunmen"
    target: str | None  # the armed body or group that was attacked, as written
    place: Place | None
    means: str | None
    background: bool = False  # before the period: history told in passing
    sentences: tuple[int, ...] = ()  # offsets of the sentences that tell it
    also_at: tuple[Place, ...] = ()  # further places that the text names in one list with it
    where_description: str | None = None  # the spot in the text's words: "crowded market"


@record(frozen=True)
class TerritorialChange(Claim):
    """A place or a number of places that changed hands, or moved towards it."""

    action: Action
    gainer: str | None
    loser: str | None
    places: tuple[Place, ...]
    quantity: Quantity | None  # "over 40 towns": a count without names
    unit: str | None  # what is counted or taken: "towns", "military base", "positions"
    part: str | None = None  # "main terminal": a part and not the whole place
    background: bool = False


@record(frozen=True)
class Implication(Claim):
    """What the conflict has brought, may bring or is feared to bring for a subject."""

    subjects: tuple[str, ...]  # canonical names: "Russia", "European Union", "the wider region"
    kind: ImplicationKind
    theme: Theme
    modality: tuple[str, ...]  # the text's own words: ("could", "potentially")
    weight: float  # what its words count for; only for ordering inside one edition


@record(frozen=True)
class SummaryPoint(Claim):
    """One thing that happened, in the source's words trimmed to what is needed."""

    text: str
    weight: float  # only for ordering inside one edition
    claims: tuple[str, ...] = ()  # ids of the claims it covers


@record(frozen=True)
class Extraction:
    """All that one article says. Ordered by offset, so that the same text gives the same list."""

    article: Article
    casualties: tuple[Casualty, ...] = ()
    incidents: tuple[Incident, ...] = ()
    territory: tuple[TerritorialChange, ...] = ()
    implications: tuple[Implication, ...] = ()
    summary: tuple[SummaryPoint, ...] = ()
    places: tuple[Place, ...] = ()
    notes: tuple[str, ...] = field(default=())  # what could not be fixed, one sentence each
    unread: tuple[str, ...] = ()  # what is not in English, one sentence each

    def show(self) -> object:
        """The article's text with these claims marked, for a notebook to display."""
        from briefing.present.article import show_extraction

        return show_extraction(self)
