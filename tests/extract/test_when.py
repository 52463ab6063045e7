"""When an event happened: the day of a statement, of an incident, of a report."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.lexicon import load
from briefing.models import When
from tests.extract.documents import read_casualties, read_incidents

FRIDAY = date(2024, 11, 29)

WHEN = [
    # the day of a statement is not the day of the event
    ("On Monday a bomb killed two men, police said in Goma on Thursday.", date(2024, 11, 25)),
    ("The army yesterday confirmed the death of two men in a raid on Monday.", date(2024, 11, 25)),
    (
        "A bomb exploded on Monday. Boko Haram claimed the attack on Thursday and said it killed "
        "two men.",
        date(2024, 11, 25),
    ),
    # … nor is that of what was written, but that of a raid is
    (
        "Rebels attacked Sake on Sunday. A report in Tuesday's issue of the Daily said two men "
        "were killed in the raid.",
        date(2024, 11, 24),
    ),
    ("Two men died in Monday's raid, Thursday's statement said.", date(2024, 11, 25)),
    # the day belongs to the event where the verb beside it tells of it
    ("Police said gunmen on Thursday killed two men.", date(2024, 11, 28)),
    # how rare something is dates nothing
    ("Two men were killed in Goma, the worst attack there this year.", date(2024, 11, 26)),
    ("Two men died in Konna, the second ambush in Mali this month.", date(2024, 11, 26)),
    ("This month two men were killed in Rafah.", date(2024, 11, 1)),
    # what a clause adds of a person has its own day
    ("A cook, who had come to Goma on Tuesday, was killed on Monday.", date(2024, 11, 25)),
    ("A cook, who had come to Goma on 3 May, was killed.", date(2024, 11, 26)),
    ("The raid killed a cook who was shot on Monday.", date(2024, 11, 25)),
    # a later paragraph of the incident keeps its first day
    (
        "A bomb exploded in Goma on Monday.\n\nShops burned until Tuesday.\n\nTwo men were killed.",
        date(2024, 11, 25),
    ),
    # a heading has the day of the text below it
    ("Two men killed in Goma\n\nGunmen attacked a bar on Monday.", date(2024, 11, 25)),
    # the dateline's day holds where the text gives no other
    ("GOMA (Nov. 27) – Gunmen killed two men in a bar.", date(2024, 11, 27)),
    ("GOMA (Nov. 27) – Gunmen killed two men in a bar on Monday.", date(2024, 11, 25)),
    # in a list of days a line without one has that of the entry above it
    (
        "3 May: Rebels shelled Goma.\n\n9 May: Rebels entered Goma.\n\nTwo men were killed.",
        date(2024, 5, 9),
    ),
    # a day that is still to come dates nothing: then it is the three days before the report
    (
        "The summit is set for the talks scheduled for 3 December. A cook was killed.",
        date(2024, 11, 26),
    ),
    ("The trial is due to begin on 3 January. A cook was killed.", date(2024, 11, 26)),
    ("Elections are to be held in January. A cook was killed.", date(2024, 11, 26)),
    ("Talks will resume on Monday. A cook was killed.", date(2024, 11, 26)),
    ("The talks planned for Monday began. A cook was killed on Tuesday.", date(2024, 11, 26)),
    ("The cook, who will be buried on Friday, was killed on Monday.", date(2024, 11, 25)),
    # a part of a count has days of its own, which are not the count's
    (
        "Since May 2023, 90 attacks caused 300 deaths, including 40 raids this year in Goma.",
        date(2023, 5, 1),
    ),
    (
        "Since Monday shells killed 30 people, among them 12 who died on Thursday.",
        date(2024, 11, 25),
    ),
    # … but a day behind a comma is again
    (
        "After months of calm, 30 people, including cooks, were killed on Thursday.",
        date(2024, 11, 28),
    ),
    # a day in a name is none
    ("A rally of the 4 June Movement was broken up. A cook was killed.", date(2024, 11, 26)),
    # by another clock the night of the report is the next day's, and not that of the year before
    ("The bomb that killed two men went off at 0130 GMT on 30 November.", date(2024, 11, 30)),
    # a count runs from the day on which what "since" names began
    (
        "Ninety nurses have been killed since the war on the clinics began there in 2021.",
        date(2021, 1, 1),
    ),
    # a law's day is no day of the report
    (
        "The releases began under the laws issued on 3 May.\n\nA cook was killed.",
        date(2024, 11, 26),
    ),
    # another incident has no part in it
    (
        "A bomb exploded in Goma on Monday.\n\nElsewhere, gunmen killed two men.",
        date(2024, 11, 26),
    ),
]


@pytest.mark.parametrize(("text", "day"), WHEN)
def test_when(text: str, day: date) -> None:
    """The day is the event's own, else its incident's, else the report's."""
    assert read_casualties(text)[0].when.start == day


COUNTED = [
    # from the day told before, and on from there
    ("Two men died on Monday. A day later a cook was killed.", date(2024, 11, 26)),
    (
        "Two men died on 3 May. Nobody was held. Two days earlier a cook was killed.",
        date(2024, 5, 1),
    ),
    ("Two men died on 3 May. The next day one fled. A day later a cook died.", date(2024, 5, 5)),
    ("Two men died on Monday; the following morning a cook was killed.", date(2024, 11, 26)),
    ("Two men died on Monday. Hours later a cook was killed.", date(2024, 11, 25)),
    (
        "Two men died on Monday. It was like one just a day prior, where a cook died.",
        date(2024, 11, 24),
    ),
    # not from the day of a statement
    (
        "Two men died on Monday, the army said in a statement issued in Goma on Thursday. The day "
        "before, a cook was killed.",
        date(2024, 11, 24),
    ),
]


ANSWERED: list[tuple[str, list[tuple[int | None, str | None]]]] = [
    # what was answered is undated, and in no place but its own
    (
        "Rebels killed 12 people in Goma on Monday in retaliation for a raid that killed four.",
        [(25, "Goma"), (None, None)],
    ),
    # the day and the place that stand with it are its own, and not the attack's
    (
        "Rebels killed 12 people in Goma on Monday in response to an attack on Sake on Saturday "
        "that killed four.",
        [(25, "Goma"), (23, "Sake")],
    ),
    (
        "Shells killed 12 people in Goma on Monday. The shelling was revenge for an attack in "
        "Sake, in which at least four soldiers died.",
        [(25, "Goma"), (None, "Sake")],
    ),
    # the count of a treaty or a toll is answered by nobody
    (
        "Rebels killed 12 people in Goma on Monday in answer to a law. Four more died in Sake.",
        [(25, "Goma"), (25, "Sake")],
    ),
]


@pytest.mark.parametrize(("text", "told"), ANSWERED)
def test_what_an_attack_answers_was_before(
    text: str, told: list[tuple[int | None, str | None]]
) -> None:
    """What somebody took revenge for has its own day and place, never those of the revenge."""
    claims = read_casualties(text)
    days = [claim.when.start.day if claim.when.start else None for claim in claims]
    places = [claim.place.name if claim.place else None for claim in claims]
    assert list(zip(days, places, strict=True)) == told


@pytest.mark.parametrize(("text", "day"), COUNTED)
def test_days_counted_from_another(text: str, day: date) -> None:
    """ "A day later" counts from the event told before, not from the report."""
    assert read_casualties(text)[-1].when.start == day


@pytest.mark.parametrize("opening", ["A day later", "The next day", "Last week", "A month ago"])
def test_time_is_no_victim(opening: str) -> None:
    """A time with which a sentence opens does not take the place of who was killed."""
    assert read_casualties(f"{opening}, a cook was killed.")[0].victim == "cook"


def test_counted_from_no_day() -> None:
    """Where no day was told before, nothing counts from it."""
    assert read_casualties("A day later a cook was killed.")[0].when.basis == "assumed"


ASIDE = [
    # text, day of the first count, of the last
    (
        "A bomb killed nine men on Tuesday, a day after rebels killed a cook in Goma.",
        date(2024, 11, 26),
        date(2024, 11, 25),
    ),
    (
        "Three days after rebels killed a cook, a bomb killed nine men on Tuesday.",
        date(2024, 11, 23),
        date(2024, 11, 26),
    ),
    (
        "Nine men died on Tuesday, the day before soldiers killed a cook.",
        date(2024, 11, 26),
        date(2024, 11, 27),
    ),
    # no day to count from: the days before the report
    (
        "A bomb killed nine men on 3 May. The raid came two days after rebels killed a cook.",
        date(2024, 5, 3),
        date(2024, 11, 26),
    ),
]


@pytest.mark.parametrize(("text", "first", "last"), ASIDE)
def test_what_only_dates_another_event(text: str, first: date, last: date) -> None:
    """ "A day after rebels killed a cook": the cook died the day before."""
    claims = read_casualties(text)
    assert (claims[0].when.start, claims[-1].when.start) == (first, last)


def test_what_only_dates_an_attack_is_another() -> None:
    """The attack from which a day is counted is not the one that it dates."""
    text = "A bomb killed nine men in Bunia on Tuesday, a day after rebels killed a cook in Goma."
    places = [attack.place for attack in read_incidents(text)]
    assert [place.as_written for place in places if place] == ["Bunia", "Goma"]


SPOKEN = [
    # day and place with which a sentence opens are the speaker's where the event has its own place
    ("In Geneva on Thursday, the UN said nine men had died in Goma.", date(2024, 11, 26)),
    ("On Thursday in Geneva the UN said nine men had died in Goma.", date(2024, 11, 26)),
    ("In Goma on Thursday, police said nine men had died.", date(2024, 11, 28)),
    ("In Goma on Thursday, rebels killed nine men in Sake.", date(2024, 11, 28)),
    # a day that owns the attack is no day of speaking
    ("The mission condemns Monday's attack, which cost nine men their lives.", date(2024, 11, 25)),
    ("Officials on Thursday denied Tuesday's killing of nine men in Goma.", date(2024, 11, 26)),
]


@pytest.mark.parametrize(("text", "day"), SPOKEN)
def test_day_of_the_speaker(text: str, day: date) -> None:
    """What somebody says elsewhere has not the day on which it is said."""
    assert read_casualties(text)[0].when.start == day


UNPUBLISHED = [
    # a dateline with its year is the day from which the text counts
    ("GOMA, Congo (Nov. 27, 2024)\nGunmen killed two men yesterday.", date(2024, 11, 26)),
    ("Goma, 27 Nov 94 (Reuter) -- Gunmen killed two men last night.", date(1994, 11, 26)),
    # the head may say the year
    ("Release 2024-11-05\nGOMA, Congo (Nov. 27)\nGunmen killed two men today.", date(2024, 11, 27)),
    ("Evening update, Nov. 27, 2024\n\nGunmen killed two men today.", date(2024, 11, 27)),
    # a bulletin counts from the end of its period
    ("Period: 10 - 16 March 2025\n\nGunmen killed two men on 12 March.", date(2025, 3, 12)),
    # whatever dash ends it
    ("GOMA, Congo (Nov. 27, 2024) \u2212 Gunmen killed two men yesterday.", date(2024, 11, 26)),
    # without a year the day stays open
    ("GOMA, Congo (Nov. 27) – Gunmen killed two men today.", None),
    # a bracket after a name is no dateline
    ("Kasereka (Nov. 27, 2024) was built by hand. Gunmen killed two men today.", None),
]


@pytest.mark.parametrize(("text", "day"), UNPUBLISHED)
def test_when_unpublished(text: str, day: date | None) -> None:
    """Where no day of publication is known, the head of the text gives it or none does."""
    assert read_casualties(text, None)[0].when.start == day


def test_inherited_day_is_marked() -> None:
    """A day that another paragraph gives is not called stated."""
    text = "A bomb exploded in Goma on 25 November.\n\nTwo men were killed."
    when = read_casualties(text)[0].when
    assert when == When(date(2024, 11, 25), date(2024, 11, 25), 1, "25 November", "dateline")


def test_lexicon_example_leaves_the_incident() -> None:
    """The rule's own example has no part in what was told before it."""
    example = load("circumstances")["anew"]["example"]
    text = f"A bomb exploded in Goma on Monday.\n\n{example}"
    assert read_casualties(text)[0].when.basis == "assumed"


@pytest.mark.parametrize(
    ("text", "perpetrator"),
    [
        ("Rebels raided a bar on Monday. A day later two men were killed.", None),
        ("Rebels raided a bar on Monday. Two men were killed.", "Rebels"),
    ],
)
def test_another_day_is_another_attack(text: str, perpetrator: str | None) -> None:
    """Who attacked the day before is not thereby who killed the day after."""
    assert read_casualties(text)[-1].perpetrator == perpetrator


SAME_PERIOD = [
    # text, the window of its second claim
    (
        "Between 20 and 26 October 70 people died in Goma, the UN said.\n\n"
        "In the same period, 28 people were wounded.",
        (date(2024, 10, 20), date(2024, 10, 26)),
    ),
    # the day of the statement is another
    (
        "Shelling killed 12 people in Kherson between 3 and 9 November. On Thursday police said 14 "
        "people had been wounded during that time.",
        (date(2024, 11, 3), date(2024, 11, 9)),
    ),
    (
        "At least 30 people died in Zamfara between April and June. In the same three months, 80 "
        "people were abducted.",
        (date(2024, 4, 1), date(2024, 6, 30)),
    ),
    # weekdays that bound a window, told on the day that names the first
    (
        "At least 40 people died in Gaza between Friday and Sunday. Over that period, 110 people "
        "were wounded.",
        (date(2024, 11, 22), date(2024, 11, 24)),
    ),
    # "at the same time" points at no window
    (
        "Between 20 and 26 October 70 people died in Goma.\n\nAt the same time, two people were "
        "killed on Monday in Bukavu.",
        (date(2024, 11, 25), date(2024, 11, 25)),
    ),
]


@pytest.mark.parametrize(("text", "window"), SAME_PERIOD)
def test_same_period(text: str, window: tuple[date, date]) -> None:
    """ "In the same period" is the window told last, whatever else is dated beside it."""
    when = read_casualties(text, FRIDAY)[1].when
    assert (when.start, when.end) == window


def test_each_count_has_its_day() -> None:
    """Counts of one verb have each the day behind them; one day holds for all before it."""
    apart = "Gunmen killed 12 people in Goma on Monday and five in Sake on Tuesday."
    days = [claim.when.start for claim in read_casualties(apart, FRIDAY)]
    assert days == [date(2024, 11, 25), date(2024, 11, 26)]
    said = "The raid killed 12 men and two women on Monday, officials said on Tuesday."
    days = [claim.when.start for claim in read_casualties(said, FRIDAY)]
    assert days == [date(2024, 11, 25)] * 2


CHRONICLE = [
    # an entry in the present tense tells its own day
    ("Gunmen enter a bar in Goma, killing two men.", FRIDAY),
    ("Two men are killed when a bomb explodes in Goma.", FRIDAY),
    ("Talks open in Juba. Shells fall on Malakal, leaving four porters dead.", FRIDAY),
    ("Two men are killed in Goma. The raid is one of a wave that has shaken the town.", FRIDAY),
    ("Talks between Kigali and a group led by Oke collapse. Two men die in Goma.", FRIDAY),
    ("A convoy carrying flour is attacked near Goma. Guards return fire, killing a man.", FRIDAY),
    # also what somebody says right behind it
    ("Rebels storm a bar in Goma. Police say two men were shot dead.", FRIDAY),
    # what such an entry looks back to has no day
    ("The group claims responsibility for a bombing that killed two men.", date(2024, 11, 26)),
    # nor has what a report tells of before it went out
    ("Two men were killed in Goma. Aid workers fear a siege.", date(2024, 11, 26)),
    ("Musa Bah is a suspect. He is the second man killed in Goma.", date(2024, 11, 26)),
    # a headline is in the present tense of what was before
    ("Gunmen enter a bar in Goma, killing two men", date(2024, 11, 26)),
    # a day that is said goes before
    ("Gunmen enter a bar in Goma on Monday, killing two men.", date(2024, 11, 25)),
]


@pytest.mark.parametrize(("text", "first"), CHRONICLE)
def test_a_chronicle_tells_its_own_day(text: str, first: date) -> None:
    """What an entry tells in the present tense happened on the day it bears."""
    assert read_casualties(text)[-1].when.start == first
