"""Summary points: which sentences carry an article, and how they are cut."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from briefing.extract import extract
from briefing.extract.analysis import analyse
from briefing.extract.implications.claim import extract_implications
from briefing.extract.summary.points import extract_summary, similar
from briefing.extract.summary.trimming import trim
from briefing.extract.summary.weighing import content_of, cues_in, weigh_sentences
from briefing.language import tokenize
from briefing.language.tokens import lowered
from briefing.lexicon import load
from briefing.models import (
    Article,
    Attribution,
    Casualty,
    Quantity,
    Span,
    SummaryPoint,
    TerritorialChange,
    When,
)
from tests.extract.documents import read

ARTICLE = """GOMA, Congo — The M23 group has entered Bukavu, a city of 1.3 million people. \
"We came to bring order," its spokesman said. At least 120 people were killed on the road to \
Kavumu, the ministry said on Monday.

A long war

The rebellion was founded in 2012 and is named after an agreement of 23 March. Kigali condemned \
the statement of the council. Residents were seen walking home along the lake in the evening. \
Does anybody believe in talks? The army withdrew from Nyabibwe. Sign up for our newsletter."""


def claim_fields(text: str, quote: str, letter: str) -> dict[str, Any]:
    """The common fields of a claim on the sentence of ``text`` that holds ``quote``."""
    start = text.index(quote)
    sentence = next(s for s in read(text).sentences if s.start <= start < s.end)
    return {
        "id": f"0123456789ab-{letter}{start}",
        "article_id": "0123456789ab",
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence_start": sentence.start,
        "sentence_end": sentence.end,
        "sentence": sentence.text,
        "attribution": Attribution(),
        "certainty": "reported",
        "certainty_words": None,
        "when": When(),
        "rule": "test",
    }


def killed(text: str, quote: str, count: int) -> Casualty:
    """A toll told by ``quote``."""
    return Casualty(
        **claim_fields(text, quote, "c"),
        outcome="killed",
        quantity=Quantity("at_least", count, count, None, str(count)),
        victim="people",
        victim_group="unknown",
        victim_side=None,
        place=None,
        perpetrator=None,
        means=None,
    )


def withdrew(text: str, quote: str) -> TerritorialChange:
    """A withdrawal told by ``quote``."""
    return TerritorialChange(
        **claim_fields(text, quote, "t"),
        action="withdrew",
        gainer=None,
        loser=None,
        places=(),
        quantity=None,
        unit=None,
    )


TOLL = killed(ARTICLE, "At least 120 people were killed", 120)
RETREAT = withdrew(ARTICLE, "The army withdrew from Nyabibwe")


def points() -> list[SummaryPoint]:
    """The summary of the article above."""
    return extract_summary(read(ARTICLE), [TOLL], [RETREAT], [])


def test_points_carry_the_claims_and_nothing_else() -> None:
    """Tolls, withdrawals and the lead; no heading, history, question, talk or page furniture."""
    assert [point.text for point in points()] == [
        "The M23 group has entered Bukavu, a city of 1.3 million people.",
        "At least 120 people were killed on the road to Kavumu, the ministry said on Monday.",
        "The army withdrew from Nyabibwe.",
    ]


def test_the_heaviest_claim_weighs_most() -> None:
    """A toll of 120 comes before a withdrawal."""
    weights = {point.claims: point.weight for point in points() if point.claims}
    assert weights[(TOLL.id,)] > weights[(RETREAT.id,)]


def test_points_name_the_claims_they_cover() -> None:
    """Each point carries the ids of the claims in its sentence."""
    assert [point.claims for point in points()] == [(), (TOLL.id,), (RETREAT.id,)]


def test_background_claims_do_not_make_a_point() -> None:
    """A toll of long ago is no news."""
    past = replace(TOLL, background=True)
    texts = [point.text for point in extract_summary(read(ARTICLE), [past], [], [])]
    assert not any("120" in text for text in texts)


def test_a_denied_claim_makes_no_point() -> None:
    """What is told only to be denied does not carry an article."""
    denied = replace(RETREAT, certainty="denied")
    points = extract_summary(read(ARTICLE), [], [denied], [])
    assert not any(denied.id in point.claims for point in points)


def test_a_megabyte_without_a_full_stop_is_bearable() -> None:
    """Trimming must not slow down on what is no sentence, and its points stand in the text."""
    text = "Troops, who held the hill, which they took, were shelled " * 10_000
    points = extract_summary(read(text), [], [], [])
    assert points
    assert all(text[point.start : point.end] == point.quote for point in points)


def test_quotes_stand_at_their_offsets() -> None:
    """The quote is the exact span of the text."""
    assert all(ARTICLE[point.start : point.end] == point.quote for point in points())


def test_the_same_thing_is_told_once() -> None:
    """Two sentences with the same content give one point."""
    text = (
        "Shells killed nine villagers in Kupiansk on Sunday. "
        "Officials in Kharkiv opened a shelter for the winter. "
        "On Sunday shells killed nine villagers near Kupiansk, police said. "
        "The power came back in the evening after two days of work."
    )
    tolls = [killed(text, "Shells killed nine", 9), killed(text, "shells killed nine", 9)]
    assert sum("nine villagers" in p.text for p in extract_summary(read(text), tolls, [], [])) == 1


def test_an_article_without_claims_still_has_a_point() -> None:
    """Where no claim was found the sentence that leads stands for the article."""
    text = "The two ministries agreed on a list of crossings. Trucks are to roll next month."
    assert len(extract_summary(read(text), [], [], [])) == 1


DANGLING = [
    # what is left of a list
    "The first three fell before noon; the last one holds out.",
    load("summary")["remnants"]["example"],
    # a count of what another sentence names
    "Air defences brought down 90 of them.",
    # the head of what comes after it
    "The governor of the province made this offer of talks:\n\n",
    # a pronoun
    "They were killed on the road to the mine.",
    # … also behind where or when it was
    "In Memba, in Nampula province, they burned the old mine.",
    load("summary")["pronouns"]["example"],
    # what "this" and "some" are
    load("summary")["pronouns"]["example_pointing"],
    "Some have left the villages near the mine for good.",
    "Nobody was wounded, and the boxes reached the mine.",
    # which town it is
    load("summary")["definites"]["example"],
    # somebody's own words, and nobody to say them
    "“Nine of my neighbours were killed by the shells.”",
]


@pytest.mark.parametrize("text", DANGLING)
def test_what_cannot_stand_alone_weighs_less(text: str) -> None:
    """A sentence that needs the one before it weighs less than one that does not."""
    whole = "Shells killed nine villagers near the old mine."
    light, heavy = weigh_sentences(read(f"{text} {whole}"), ())
    assert light.weight < heavy.weight


def test_an_opinion_weighs_less() -> None:
    """A sentence in the first person weighs less than the same in the third."""
    text = load("summary")["first_person"]["example"]
    (ours,) = weigh_sentences(read(text), ())
    (theirs,) = weigh_sentences(read(text.replace("our ", "the ")), ())
    assert ours.weight < theirs.weight


def test_a_noun_after_first_stands_alone() -> None:
    """ "The first convoy" says itself what it is."""
    (point,) = weigh_sentences(read("The first convoy reached the town on Monday."), ())
    (other,) = weigh_sentences(read("A further convoy reached the town on Monday."), ())
    assert point.weight == other.weight


def test_the_newest_days_weigh_most() -> None:
    """In a chronicle what is long past weighs less than what is new; its entries' days are kept."""
    text = (
        "[2021-03-02] Rebels shelled the airport at Kora.\n"
        "[2022-06-10] Rebels shelled the airport at Sarin.\n"
        "[2022-06-12] Rebels shelled the airport at Tuma."
    )
    old, *new = weigh_sentences(read(text), ())
    assert all(point.weight > old.weight for point in new)
    assert [point.when.as_written for point in new] == ["2022-06-10", "2022-06-12"]


def test_a_year_that_is_over_weighs_less() -> None:
    """What happened last year is no news of this week, unless a relative clause says it."""
    text = (
        "Rebels shelled the airport at Kora on 9 June 2022. Rebels shelled the airport at Tuma "
        "last year. Rebels shelled the airport at Sarin, which the army took in 2019."
    )
    article = Article("a1", "a1.txt", text, "00", published=date(2022, 6, 10))
    _, old, new = weigh_sentences(analyse(article), ())
    assert new.weight > old.weight + 1


PAIRS = [
    # what years have brought is no news of the week
    (
        "At least 400 people were killed on the road to Kavumu.",
        "At least 400 people were killed on the road to Kavumu over the past seven years.",
    ),
    # who "he" is and which men "these men" are stands in another sentence
    ("The miners left at noon, Okello said.", "The miners left at noon, he said."),
    ("At noon miners left the hills.", "At noon these miners left the hills."),
    # a sentence that holds no event is none, wherever it stands
    ("Shells hit the lower bridge at noon.", "Children sold honey at the lower bridge at noon."),
]  # fmt: skip


@pytest.mark.parametrize(("heavy", "light"), PAIRS)
def test_news_that_stands_alone_weighs_more(heavy: str, light: str) -> None:
    """Of two sentences that differ in one thing only, the one fit for a summary weighs more."""
    weights = []
    for text in (heavy, light):
        found = extract(Article("a1", "a1.txt", text, "00"))
        (point,) = weigh_sentences(read(text), found.casualties)
        weights.append(point.weight)
    assert weights[0] > weights[1] + 1


def test_this_week_points_at_no_sentence() -> None:
    """ "This week" says when, and not who."""
    this, a = (weigh_sentences(read(f"{it} shells hit the lower bridge."), ())[0].weight
               for it in ("This week", "On Monday"))  # fmt: skip
    assert this == a


def test_effects_abroad_make_points() -> None:
    """A measure that a neighbour took weighs more than a remark about it."""
    text = (
        "The war in Sudan goes on. Officials in Juba spoke of it on Monday in the capital. "
        "Chad has closed its border with Sudan because of the war."
    )
    document = read(text)
    told = extract_implications(document)
    _, remark, measure = weigh_sentences(document, told)
    assert measure.weight > remark.weight + 2


@pytest.mark.parametrize("text", ["", "42", "Home · News · Sport\n\nShare this"])
def test_nothing_gives_nothing(text: str) -> None:
    """Without a sentence there is no point."""
    assert extract_summary(read(text), [], [], []) == []


@pytest.mark.parametrize("cue", load("summary")["cue"], ids=lambda cue: str(cue["name"]))
def test_every_cue_fires_on_its_example(cue: dict[str, Any]) -> None:
    """The sentence beside a cue must fire that cue."""
    assert cue["name"] in cues_in(lowered(tokenize(cue["example"])))


CUES = [
    ("All crossings have been closed since Monday.", "measure"),
    ("Norway has withdrawn its staff.", "measure"),
    ("Baku lifted the transit ban.", "measure"),
    ("The embassy ordered all of its remaining staff to leave.", "measure"),
    ("Both sides signed a framework for peace.", "turn"),
    ("The president announces the start of a military operation in Darfur.", "turn"),
    ("At the table in Kampala all sides agreed on steps towards calm.", "turn"),
    ("Millions of Liberians vote in the first free elections.", "turn"),
    ("The rebels released four UN observers.", "turn"),
]


def test_monitors_who_agree_are_no_turn() -> None:
    """Sides and leaders make agreements; observers agree on what they see."""
    assert "turn" not in cues_in(lowered(tokenize("Monitors agree that the road is bad.")))


@pytest.mark.parametrize(("text", "cue"), CUES)
def test_measures_and_turns_are_cues(text: str, cue: str) -> None:
    """What states do about a war, and what ends one, weighs more than talk."""
    assert cue in cues_in(lowered(tokenize(text)))


LONG = "The militia took the villages of Baro, Kela, Tuma and Sindo on Friday"
TRIMS = [
    # a dateline goes
    ("KHARTOUM, Sudan (AP) — Shells hit the market.", "Shells hit the market."),
    ("Prague (Czechoslovakia), 21 May 88 (EFE) -- [TEXT] Talks began.", "Talks began."),
    # so do the day of a chronicle, the hour of a live page and the bullet of a list
    ("[2021-04-09] Shells hit the market.", "Shells hit the market."),
    ("14:30 GMT: Shells hit the market.", "Shells hit the market."),
    ("7.30 p.m. MSK – Shells hit the market.", "Shells hit the market."),
    ("• Shells hit the market.", "Shells hit the market."),
    # … the dash of a note, whoever speaks in a transcript, and a town set in capitals
    ("- Shells hit the market.", "Shells hit the market."),
    ("[Diaz] Shells hit the market.", "Shells hit the market."),
    ("SURIN, Thailand: Shells hit the market.", "Shells hit the market."),
    # … but not what a figure begins with
    ("14:30 was the hour of the strike.", "14:30 was the hour of the strike."),
    # a connecting word goes
    ("However, the road stayed open.", "The road stayed open."),
    ("But the road stayed open.", "The road stayed open."),
    # … but not one that belongs to its verb
    ("Still standing, the bridge carries tanks.", "Still standing, the bridge carries tanks."),
    # what it "also" did stands elsewhere
    ("The army also took the town of Baro.", "The army took the town of Baro."),
    ("The army has also taken Baro.", "The army has taken Baro."),
    # … but not who "also" did it, nor what goes on with "but also"
    ("Police and also marines took Baro.", "Police and also marines took Baro."),
    ("Not only Baro but also Kela fell.", "Not only Baro but also Kela fell."),
    # an opening phrase with its comma
    ("In the meantime, the bridge fell.", "The bridge fell."),
    # a comment at the end goes
    (f"{LONG}, underscoring how weak the garrison had become.", f"{LONG}."),
    # a figure in it stays
    (f"{LONG}, raising the number to 40.", f"{LONG}, raising the number to 40."),
    # who says so stays
    (f"{LONG}, which residents said was calm.", f"{LONG}, which residents said was calm."),
    # a denial and a doubt stay, wherever they stand
    (
        "The airbase at Sarin, which the army denies having left, was taken by the militia today.",
        "The airbase at Sarin, which the army denies having left, was taken by the militia today.",
    ),
    (
        f"{LONG}, adding that the count may be wrong.",
        f"{LONG}, adding that the count may be wrong.",
    ),
    # a relative clause that goes on with the news stays
    (f"{LONG}, where they signed a truce.", f"{LONG}, where they signed a truce."),
    (f"{LONG}, which were shelled at noon.", f"{LONG}, which were shelled at noon."),
    (f"{LONG}, where fighting has halved trade.", f"{LONG}, where fighting has halved trade."),
    # … and one that only says what something is goes
    (f"{LONG}, which is a trading town.", f"{LONG}."),
    (f"{LONG}, which had been quiet.", f"{LONG}."),
    # an inserted clause before the verb goes
    (
        "Turkish gunners on the hills, who had been on alert, returned fire at the old positions.",
        "Turkish gunners on the hills returned fire at the old positions.",
    ),
    # … and stays where no verb follows: it may be a list
    (
        "They met monks, who had walked for days, nurses and many soldiers of the old army.",
        "They met monks, who had walked for days, nurses and many soldiers of the old army.",
    ),
    # a dateline goes, also where the state's name holds "of"
    ("GOMA, Democratic Republic of Congo (Wire) - Rebels left Kora.", "Rebels left Kora."),
    # a missing full stop is set
    ("the column reached Homs at noon", "The column reached Homs at noon."),
]


@pytest.mark.parametrize(("sentence", "expected"), TRIMS)
def test_trimming(sentence: str, expected: str) -> None:
    """What is cut leaves a sentence; what carries a claim, a figure or a source is not cut."""
    assert trim(sentence, tokenize(sentence), [])[1] == expected


@pytest.mark.parametrize("name", ["openers", "connectives", "comments", "inserts", "bearing"])
def test_trimming_examples(name: str) -> None:
    """The example beside a list of words must be cut to what stands beside it."""
    rule = load("summary")[name]
    assert trim(rule["example"], tokenize(rule["example"]), [])[1] == rule["keeps"]


def test_nothing_with_a_claim_is_cut() -> None:
    """A comment that holds a claim stays."""
    text = f"{LONG}, prompting the army to abandon its base there."
    kept = Span(text.index("abandon"), len(text) - 1)
    assert trim(text, tokenize(text), [kept])[1] == text


SIMILAR = [
    # the same event in other words
    (
        "Nine miners were killed in Bor on Sunday",
        "On Sunday nine miners were killed near Bor",
        True,
    ),
    # another place and count
    ("Nine miners were killed in Bor on Sunday", "Forty soldiers surrendered at Avdiivka", False),
    # nothing to compare
    ("", "Forty soldiers surrendered at Avdiivka", False),
]


@pytest.mark.parametrize(("first", "second", "same"), SIMILAR)
def test_similar(first: str, second: str, same: bool) -> None:
    """Likeness counts the content that both share."""
    one, two = (content_of(lowered(tokenize(text))) for text in (first, second))
    assert (similar(one, two) >= load("summary")["alike"]) is same
