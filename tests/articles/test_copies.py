"""One wire story in several outlets is one source; two reports on one event stay two."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, date, datetime
from hashlib import sha256

import pytest

from briefing.articles.alike import Words, shares_its_text
from briefing.articles.copies import merge_copies, tell_copies
from briefing.models import Article, Origin

WIRE = """Shells hit the market of Tal Amrin shortly after nine on Thursday morning, killing at \
least 15 people who had come in from the villages around it, the provincial health office said.

Rescue workers dug through the stalls until dusk. A doctor at the town's one hospital said that \
31 wounded had been brought in, that seven of them were children, and that its blood bank was \
empty.

The army denied having fired on the town. It said in a statement that its guns had answered \
mortar rounds from an olive grove two kilometres to the west.

The opposition council called the attack the worst since the summer and asked for observers. \
Both sides have accused each other of breaking the ceasefire that mediators announced in \
October.

Traders said that the road to the coast, along which most of the region's flour is brought, was \
closed by noon. Bread had sold out in the bakeries of the district by the evening.

Diplomats in the capital said that talks planned for next week would go ahead. Neither \
delegation has said whether it will attend, and the mediator's office declined to comment."""
PARAGRAPHS = WIRE.split("\n\n")
OTHER = """A mortar strike on a crowded market left a small farming town in mourning on Thursday \
as hospital staff counted at least 15 dead.

Umm Yusuf had sent her son for tomatoes. She found his bicycle in front of the bakery, she said, \
its wheel still turning, and then she stopped looking.

Tal Amrin lies between two front lines that have hardly moved in a year. Its market is the only \
place where people from both sides still meet, and the provincial health office says that is why \
it was full.

The army says that it returned fire. The council says that nobody had fired first. What is \
certain, a teacher said, is that the school stays shut."""
LIVE_MORE = """The mediators said late on Thursday that both delegations had agreed to an \
inquiry under a retired judge, whose report is due before the end of the year.

A convoy of nine lorries with flour and medicine reached the district after midnight, the first \
in a week, and was unloaded under the lights of fire engines. Drivers said they had been \
searched four times.

Schools will stay shut until Sunday, the council said, and burials were to be held in three \
cemeteries so that no large crowd would gather in any one of them."""
QUOTING = f"""Why does a market keep being hit? Three letters from readers asked that this week, \
and I have no answer that is shorter than this column.

{PARAGRAPHS[0]}

That is how the agencies told it. Every word of it is true and it explains nothing. The guns on \
the ridge were put there in spring, when the last truce broke, and everybody who buys onions \
below them knows it.

{PARAGRAPHS[3]}

An inquiry will come, and it will find that shells fall where guns point. I have read eleven \
such reports. Each has a map, a list of names and a paragraph of regret, and each was written by \
somebody who had never carried a crate across that square. Ask the porters instead. They will \
tell you at which hour it is quiet.

So here is my answer to the letters: it is hit because it is there, because it is full, and \
because on both sides somebody profits when it is empty. Nothing in the statement of either army \
contradicts that."""


def article(text: str, publisher: str | None = "Some Wire", day: int = 28) -> Article:
    """An article of that text; its path is made from what it holds."""
    digest = sha256(f"{text}{publisher}{day}".encode()).hexdigest()
    path = f"articles/{(publisher or 'nobody').lower().replace(' ', '-')}-{day}.md"
    return Article(
        id=digest[:12],
        path=path,
        text=text,
        sha256=digest,
        publisher=publisher,
        published=date(2024, 11, day),
        url=f"https://example.org/{publisher}/{day}",
    )


def test_a_wire_story_in_five_outlets_is_one_source() -> None:
    """A whole text, that of who had it first, and every publisher with its address."""
    week = [
        article(WIRE, "Some Wire", 28),
        article("\n\n".join(PARAGRAPHS[:5]), "Morning Paper", 28),  # its end is cut
        article(f"{WIRE}\n\nReporting by our correspondents.", "Evening Paper", 29),
        article(f"Market shelled in Tal Amrin\n\n{WIRE}", "A Broadcaster", 29),  # its own headline
        article(WIRE.replace("kilometres", "kilometers"), "Paper Abroad", 30),
    ]
    (one,) = merge_copies(week)
    assert (one.publisher, one.published) == ("Some Wire", date(2024, 11, 28))
    assert one.text == WIRE
    others = [(c.publisher, c.published, c.url) for c in one.copies]
    assert others == [(a.publisher, a.published, a.url) for a in week[1:]]
    assert len(tell_copies([one])) == 4
    assert tell_copies([one])[0] == (
        "articles/morning-paper-28.md carries the text of articles/some-wire-28.md; "
        "the two are one source."
    )


def test_the_longest_text_is_used_with_the_earliest_day() -> None:
    """Where who had it first has but a part."""
    week = [article("\n\n".join(PARAGRAPHS[:5]), "Paper", 27), article(WIRE, "Wire", 28)]
    (one,) = merge_copies(week)
    assert (one.publisher, one.text, one.published) == ("Wire", WIRE, date(2024, 11, 27))


def test_a_text_with_its_day_goes_before_a_longer_print() -> None:
    """A page that was printed has its menu and address beside the text, and no day."""
    page = article(WIRE)
    printed = replace(article(f"Home World Sport\n\n{WIRE}\n\n{OTHER[:250]}"), published=None)
    for order in ((page, printed), (printed, page)):
        (one,) = merge_copies(order)
        assert (one.text, len(one.copies)) == (WIRE, 1)
    (alone,) = merge_copies([printed, replace(page, published=None)])
    assert alone.text == printed.text


def test_of_one_day_the_time_decides() -> None:
    """Who had it first, where both say at what time."""
    at = [Origin(datetime(2024, 11, 28, hour, tzinfo=UTC)) for hour in (9, 7)]
    week = [replace(article(WIRE, f"Paper {n}"), origin=origin) for n, origin in enumerate(at)]
    assert merge_copies(week)[0].publisher == "Paper 1"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (article(WIRE), article(OTHER, "Morning Paper")),  # two reports on one event
        (article(WIRE), article(QUOTING, "A Columnist")),  # one is quoted at length
        # A live page with much that is new, whichever end it is added at.
        (article(WIRE, "Live", 28), article(f"{WIRE}\n\n{LIVE_MORE}", "Live", 29)),
        (article(WIRE, "Live", 28), article(f"{LIVE_MORE}\n\n{WIRE}", "Other", 29)),
        # The first telling, filled in a day later by somebody else.
        (article("\n\n".join(PARAGRAPHS[:2]), "Wire", 27), article(WIRE, "Paper", 28)),
        # Two short texts with a common turn of phrase.
        (article("Nobody was hurt, police said."), article("Nobody was hurt, the army said.", "B")),
    ],
)
def test_what_is_not_the_same_stays_two(first: Article, second: Article) -> None:
    """In either order, and neither is changed."""
    assert merge_copies([first, second]) == [first, second]
    assert merge_copies([second, first]) == [second, first]


@pytest.mark.parametrize(
    ("old", "new"), [("at least 15", "at least 19"), ("that seven of", "that nine of")]
)
def test_other_figures_make_a_new_version(old: str, new: str) -> None:
    """The toll went up: both tellings are wanted, and the later one says whose it is."""
    first, second = article(WIRE), article(WIRE.replace(old, new), "Morning Paper", 29)
    later = replace(second, version_of=first.id)
    assert merge_copies([first, second]) == [first, later]
    assert merge_copies([second, first]) == [later, first]


def test_copies_of_each_version() -> None:
    """Each version has its own copies; a third version is one of the first or the second."""
    texts = [WIRE, WIRE.replace("least 15", "least 19"), WIRE.replace("least 15", "least 21")]
    week = [article(text, f"Paper {n}", 27 + n) for n, text in enumerate([*texts, texts[1]])]
    merged = merge_copies(week)
    assert [len(one.copies) for one in merged] == [0, 1, 0]
    assert merged[0].version_of is None
    assert {one.version_of for one in merged[1:]} <= {one.id for one in merged}
    assert None not in {one.version_of for one in merged[1:]}


@pytest.mark.parametrize(
    "copy",
    [
        article("\n\n".join(PARAGRAPHS[:2]), "Morning Paper", 28),  # the first third only
        article(WIRE.upper(), "Loud Paper", 28),
        article(WIRE.replace("\n\n", "\n\n* * *\n\n"), "Starred Paper", 28),
        article(f"Posted on 29 November 2024.\n\n{WIRE}", "Dated Paper", 28),  # no figure
        replace(article(WIRE, None), published=None),  # neither publisher nor day
    ],
)
def test_what_is_the_same_is_one(copy: Article) -> None:
    """Whatever an outlet does to a story, short of telling something else."""
    (one,) = merge_copies([article(WIRE), copy])
    assert one.published == date(2024, 11, 28)
    assert {one.publisher, *(c.publisher for c in one.copies)} == {"Some Wire", copy.publisher}


def test_a_day_after_posting_is_no_figure() -> None:
    """The day on which each outlet posted it makes no update of a copy."""
    first = article(f"Posted on 28 November 2024.\n\n{WIRE}")
    second = article(f"Posted on 29 November 2024.\n\n{WIRE}", "Dated Paper", 29)
    assert len(merge_copies([first, second])) == 1


def test_the_order_is_that_of_the_first_of_each() -> None:
    """So that citation numbers follow the day on which a story was first told."""
    week = [
        article("\n\n".join(PARAGRAPHS[:4]), "Paper", 27),
        article(OTHER, "Other", 28),
        replace(article(WIRE, "Wire", 29), published=None),
    ]
    merged = merge_copies(week)
    assert [one.publisher for one in merged] == ["Wire", "Other"]
    assert merged[0].published == date(2024, 11, 27)


def test_many_articles_are_compared_with_few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts that share sentences are not each compared with each."""
    compared = []

    def counted(shorter: Words, longer: Words) -> bool:
        compared.append((shorter, longer))
        return shares_its_text(shorter, longer)

    monkeypatch.setattr("briefing.articles.copies.shares_its_text", counted)
    draw = random.Random(4)
    sentences = [" ".join(draw.choices(WIRE.split(), k=18)) for _ in range(400)]
    texts = ["\n\n".join(draw.sample(sentences, k=12)) for _ in range(600)]
    merged = merge_copies([article(text, f"Paper {n}") for n, text in enumerate(texts)])
    assert len(merged) == 600
    assert len(compared) < 600
