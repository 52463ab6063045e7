"""What a text goes on with: who did it, who says so, and where it was."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article, Casualty


def read(text: str) -> list[Casualty]:
    """The casualty claims of a text of 6 March 2024."""
    article = Article("a", "a.md", text, "a", published=date(2024, 3, 6))
    return list(extract(article).casualties)


DOERS = [
    # the second count of a sentence that goes on with an attack, as the first
    (
        "M23 rebels raided Sake, killing nine people.\n\nThe hospital was full. Two nurses died "
        "and three others were hurt.",
        ["M23", "M23", "M23"],
    ),
    # "the bandits" who do more are those of whom no more was told before
    (
        "Bandits killed nine people in Zurmi on Sunday.\n\nThe bandits looted shops, residents "
        "said. They left at noon. The police said 12 people died in the attack.",
        ["Bandits", "Bandits"],
    ),
    # of two raids told at first the second may be told again by where it was
    (
        "Bandits killed nine people in Kuru village of Tsafe, in Zamfara State, and Marara "
        "village of Danmusa, in Katsina State.\n\nWhile six were killed in the Zamfara attack, "
        "three people died in the Katsina attack.",
        ["Bandits", "Bandits", "Bandits"],
    ),
]


@pytest.mark.parametrize(("text", "doers"), DOERS)
def test_goes_on_with_who_did_it(text: str, doers: list[str | None]) -> None:
    """A count that goes on with an attack is of whoever made that."""
    assert [claim.perpetrator for claim in read(text)] == doers


SOURCES = [
    # a part of those of whom the sentence before tells
    ("Nine people died in Sake, the mayor said. Two of them were nurses.", ["mayor", "mayor"]),
    # … also where the sentence before tells of more than one count
    (
        "Nine people died and twelve were hurt in Sake, the mayor said. Rebels shot two of the "
        "dead in their homes.",
        ["mayor", "mayor", "mayor"],
    ),
    # another source for the part
    (
        "Nine people died in Sake, the mayor said. Two of them were nurses, a doctor said.",
        ["mayor", "doctor"],
    ),
    # no part of them
    ("Nine people died in Sake, the mayor said. Two soldiers died in Goma.", ["mayor", None]),
]


@pytest.mark.parametrize(("text", "sources"), SOURCES)
def test_goes_on_with_who_says_so(text: str, sources: list[str | None]) -> None:
    """Who counts people is also the source of which part of them is told next."""
    assert [claim.attribution.source_original for claim in read(text)] == sources


PLACES = [
    # a town without a name is not the dateline's: the one that the text names next
    (
        "SANAA, Yemen (AP) – Missiles hit a government-held city on Sunday, killing two people."
        "\n\nThe attack was the latest by the Houthis on Marib.",
        ["Ma'rib"],
    ),
    # … or none, and so the state
    ("PORT-AU-PRINCE – Gangs killed nine people in a small town on Sunday.", ["Haiti"]),
    # it is the dateline's where the town is no longer a strange one
    ("GOMA – Gunmen killed nine people in the city on Sunday.", ["Goma"]),
    # "a city" is here no place, but whose
    ("GOMA – Gunmen killed nine people at a city market on Sunday.", ["Goma"]),
    # each half of a contrast that opens with "while" has its own
    ("While nine people were killed in Sake, four people died in Goma.", ["Sake", "Goma"]),
]


@pytest.mark.parametrize(("text", "places"), PLACES)
def test_a_town_without_a_name_is_not_where_the_report_was_written(
    text: str, places: list[str | None]
) -> None:
    """What is told of some town happened where the text says next, or somewhere in the state."""
    assert [claim.place.name if claim.place else None for claim in read(text)] == places


ANOTHER_DAY = (
    "Gunmen killed a teacher in Iresu on Monday.\n\nThe governor called it a murder.\n\n"
    "On Sunday morning, a gang killed six guards in Fafu.\n\n"
    "Four people were hurt in the attack, police said."
)


def test_an_attack_of_another_day_and_town_is_the_one_that_goes_on() -> None:
    """A paragraph that opens with another day and town tells of its own attack, and so does what
    follows it."""
    last = read(ANOTHER_DAY)[-1]
    assert last.place
    assert last.place.name == "Fafu"
    assert str(last.when.start) == "2024-03-03"


def test_a_later_day_in_the_same_town_is_of_the_same_attack() -> None:
    """What befell people a day later in the town told before breaks nothing off."""
    text = ANOTHER_DAY.replace("Fafu", "Iresu")
    last = read(text)[-1]
    assert last.place
    assert last.place.name == "Iresu"


RAIDED = [
    # what was raided, and not what it lies in
    (
        "Gunmen raided Mozo and Gansu localities in the Tsaga and Savo divisions, injuring three "
        "people.",
        "Mozo",
    ),
    # … but where the people were shot, if a verb behind the raid says so
    ("Gunmen raided Mozo and shot at people in Konduga, killing two of them.", "Konduga"),
    # … and not beyond a verb that strikes nothing
    ("Gunmen left Mozo in a bus near Bama, killing two people.", "Bama"),
]


@pytest.mark.parametrize(("text", "place"), RAIDED)
def test_a_raid_that_ends_in_deaths_was_where_it_struck(text: str, place: str) -> None:
    """A participle tells what came of the attack before it, at the place that was attacked."""
    (claim,) = read(text)
    assert claim.place
    assert claim.place.name == place


IN_THE_VERB = [
    # the day inside the verb, as South Asian and Nigerian papers have it
    ("Two soldiers were on Monday killed in Goma.", 2, "2024-03-04"),
    # … with its part
    ("Nine villagers were on Tuesday night shot dead by bandits.", 9, "2024-03-05"),
    # … of a single person
    ("A teacher was on Sunday abducted in Jos.", 1, "2024-03-03"),
]


@pytest.mark.parametrize(("text", "count", "day"), IN_THE_VERB)
def test_reads_a_day_inside_the_verb(text: str, count: int, day: str) -> None:
    """A day between "were" and "killed" parts no verb."""
    (claim,) = read(text)
    assert (claim.quantity.best, str(claim.when.start)) == (count, day)


def test_a_day_behind_be_is_no_verb() -> None:
    """Who "were on Monday in Goma" suffered nothing."""
    assert read("Nine soldiers were on Monday in Goma.") == []


WHO_SPEAKS = [
    # an official of whom a clause says more, behind a name with which the sentence might end
    (
        "Four rebels were killed in a raid in Goma, an official, who asked not to be named, said.",
        ["official"],
    ),
    # … where the name is the speaker's, and the official explains it
    ("Four rebels were killed in Goma, Ali Oke, an official, who was hurt, said.", ["Ali Oke"]),
    # who is named at the end of a quotation of two paragraphs has said the first as well
    (
        "“Gunmen killed seven men in Goma.\n\n“Nine people are missing,” Ali Oke, a farmer, said.",
        ["Ali Oke", "Ali Oke"],
    ),
    # … and not what another quotation holds, which has ended
    (
        "“Gunmen killed seven men in Goma.”\n\n“Nine people are missing,” Ali Oke, a farmer, said.",
        [None, "Ali Oke"],
    ),
]


@pytest.mark.parametrize(("text", "sources"), WHO_SPEAKS)
def test_hears_who_speaks_at_the_end(text: str, sources: list[str | None]) -> None:
    """The source stands behind what is said, however much is told of it there."""
    assert [claim.attribution.source_original for claim in read(text)] == sources


DOERS_NAMED = [
    # whom people are taken for
    ("Nine people were killed in Sake by persons suspected to be bandits.", "bandits"),
    # … and not whoever only suspects
    ("Nine people were killed in Sake by men whom the army suspected.", None),
    # nobody kills his own side
    ("The Houthi attack ended with a strike killing 90 Houthis in Marib.", None),
]


@pytest.mark.parametrize(("text", "doer"), DOERS_NAMED)
def test_names_no_doer_but_the_one_that_is_meant(text: str, doer: str | None) -> None:
    """Who did it is whom the text takes them for, and none of the dead."""
    (claim,) = read(text)
    assert claim.perpetrator == doer


SPOTS = [
    # where they went next is another place
    ("Rebels stayed in Sake, killing six people, before moving on to Goma.", "Sake"),
    # what an attack that somebody made struck
    ("A strike carried out by the army against Goma killed six people.", "Goma"),
    # several attacks are not the one that is told next
    (
        "At least 42 people were killed in attacks in Zamfara State.\n\nThe incident took place in "
        "Gusau.",
        "Zamfara",
    ),
    # … while one attack may be
    (
        "At least 42 people were killed in an attack in Zamfara State.\n\nThe incident took place "
        "in Gusau.",
        "Gusau",
    ),
    # a town in the province that was told first
    (
        "A strike in Zamfara State shook the market.\n\nJets had hit a house in Gusau.\n\nThe "
        "strike killed six people, a nurse said.",
        "Gusau",
    ),
]


@pytest.mark.parametrize(("text", "place"), SPOTS)
def test_finds_the_spot(text: str, place: str) -> None:
    """Of the places told that one counts where people were harmed."""
    (claim,) = read(text)
    assert claim.place
    assert claim.place.name == place


def test_displaced_people_among_the_dead_are_dead() -> None:
    """What the victims were is not what befell them."""
    claims = read(
        "An attack on Sake killed 50 civilians. About 42 of the victims are displaced people."
    )
    assert {claim.outcome for claim in claims} == {"killed"}
