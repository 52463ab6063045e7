"""Days that are a statement's, days counted from one, and windows that end on one."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.models import When
from tests.extract.documents import read_casualties, read_changes


def _november(first: int, last: int | None = None) -> tuple[date, date]:
    return date(2024, 11, first), date(2024, 11, last or first)


ACCUSED = [
    # whoever accuses somebody on a day does so then: what was done had been by that day
    ("Colombo accused the Tigers on Monday of killing nine patients in Vavuniya.", (23, 25)),
    ("The army on Wednesday blamed the group for the deaths of 12 herders in Duko.", (25, 27)),
    # what is condemned on a day was before it, what follows the deed is the deed's own day
    ("The envoy condemned on Wednesday the killing of five nurses in Maroua.", (25, 27)),
    ("The envoy condemned the raid on Tuesday that killed five nurses in Maroua.", (26,)),
    ("The envoy accused troops of firing on a crowd on Sunday, killing six in Juba.", (24,)),
    # a sentence that opens with the day of who speaks, as the tense of what was before shows
    ("On Wednesday, officials said raiders had killed five nurses in Maroua.", (25, 27)),
    ("On Wednesday, officials said, raiders killed five nurses in Maroua.", (27,)),
    # the day of talks that are ahead
    ("Ahead of talks on Saturday, shelling killed nine people in Bara.", (26, 28)),
    ("Shelling killed nine people during talks on Saturday in Bara.", (23,)),
]


@pytest.mark.parametrize(("text", "days"), ACCUSED)
def test_day_of_an_accusation(text: str, days: tuple[int, ...]) -> None:
    """The day on which somebody is accused or blamed is not that of the deed."""
    assert _window(read_casualties(text)[0].when) == _november(*days)


COUNTED = [
    # back from the day on which it is said
    ("Police said on Wednesday that a bomb had killed four in Cali the day before.", (26,)),
    ("Police said on Tuesday that raiders had killed nine in Kaduna two nights earlier.", (24,)),
    ("Officials spoke in Cali on Thursday. A day earlier four men were killed there.", (27,)),
    # … and not where the sentence tells another day first
    ("Police said on Thursday that after a raid on Monday nine men had died a day later.", (26,)),
    # from the day of what a clause tells
    ("Nine men were killed in Bara the day after the truce began on Monday.", (26,)),
    ("Nine men were killed in Bara two days before the truce began on Monday.", (23,)),
    # a clause without a day gives none
    ("Nine men were killed in Bara a week after the truce collapsed.", (26, 28)),
]


@pytest.mark.parametrize(("text", "days"), COUNTED)
def test_day_counted_from_a_statement(text: str, days: tuple[int, ...]) -> None:
    """ "The day before" counts from the statement's day, "the day after …" from its clause's."""
    assert _window(read_casualties(text)[0].when) == _november(*days)


WINDOWS = [
    # up to a day
    ("In the 48 hours to Thursday, nine men were killed in Bara.", (26, 28)),
    ("In the three days to Wednesday, nine men were killed in Bara.", (25, 27)),
    ("In the week ending 24 November, nine men were killed in Bara.", (18, 24)),
    ("Nine men were killed in Bara overnight into Wednesday.", (26, 27)),
    # up to the day of the statement
    ("Medics said on Wednesday that nine men had died in Bara in the past 24 hours.", (26, 27)),
    ("Medics said on Wednesday that nine men had been killed in Bara since Sunday.", (24, 27)),
    # told on a Friday, "since Friday" is a week
    ("Nine men have been killed in Bara since Friday.", (22, 29)),
    ("Nine men have been killed in Bara since the start of the week.", (25, 29)),
    # two days before a verb and a count, unlike a day and a count
    ("Raids on November 25 and 26 killed 12 people in Bara.", (25, 26)),
    ("On November 25 and 26 men were killed in Bara.", (25,)),
    # parts of a week and of a month that is over
    ("Nine men were killed in Bara at the end of last week.", (22, 24)),
    ("Nine men were killed in Bara early this month.", (1, 10)),
    ("Nine men were killed in Bara between late Monday and early Tuesday.", (25, 26)),
    # an age with "more than", unlike what is only measured by it
    ("Nine men were killed in Bara more than a week ago.", (22,)),
    # where somebody goes is no window
    ("Gunmen went from Bara to Kosti on Thursday, killing nine men.", (28,)),
]


@pytest.mark.parametrize(("text", "days"), WINDOWS)
def test_windows_that_end_on_a_day(text: str, days: tuple[int, ...]) -> None:
    """A window that is counted up to a day ends there, and not with the report."""
    assert _window(read_casualties(text)[0].when) == _november(*days)


CLAUSES = [
    # each clause has its own day behind it
    (
        "Nine men were killed in Bara on Tuesday and four were killed in Sake on Wednesday.",
        [26, 27],
    ),
    (
        "Rebels killed nine men in Bara on Monday, and soldiers killed four in Sake on Tuesday.",
        [25, 26],
    ),
    # counts that share a verb
    ("Two soldiers were killed on Monday and three on Tuesday in Bara.", [25, 26]),
    # one day for both clauses where only the first has one
    ("Nine men were killed in Bara on Tuesday and four were wounded.", [26, 26]),
]


@pytest.mark.parametrize(("text", "days"), CLAUSES)
def test_each_clause_has_its_day(text: str, days: list[int]) -> None:
    """A day before "and" dates nothing in a clause behind it that has a day of its own."""
    found = sorted(read_casualties(text), key=lambda claim: claim.start)
    assert [claim.when.start for claim in found] == [date(2024, 11, day) for day in days]


def test_a_time_is_no_part_of_a_name() -> None:
    """ "Retook Sake two days earlier": Sake was taken, on a day counted from the statement's."""
    [claim] = read_changes("The army said on Thursday it had retaken Sake two days earlier.")
    assert [place.name for place in claim.places] == ["Sake"]
    assert _window(claim.when) == _november(26)


def _window(when: When) -> tuple[date | None, date | None]:
    return when.start, when.end


SPOKEN_OF = [
    # the day of a written statement ahead of who makes it
    ("In a statement on Wednesday, the army said it had retaken Sake.", (25, 27)),
    ("The army announced on Wednesday the recapture of Sake.", (25, 27)),
    ("In a raid on Wednesday, the army retook Sake.", (27,)),
]


@pytest.mark.parametrize(("text", "days"), SPOKEN_OF)
def test_day_of_a_written_statement(text: str, days: tuple[int, ...]) -> None:
    """A change told in a statement of some day had come about by then; in a raid, on that day."""
    assert _window(read_changes(text)[0].when) == _november(*days)


def test_day_of_the_raid_for_which_somebody_is_arrested() -> None:
    """ "Arrested two men over Sunday's raid": the arrest and the raid have a day each."""
    text = "Police on Tuesday arrested two men over Sunday's raid that killed nine people in Sake."
    found = sorted(read_casualties(text), key=lambda claim: claim.start)
    assert [claim.when.start for claim in found] == [date(2024, 11, 26), date(2024, 11, 24)]


SAID_TODAY = [
    # who spoke on the day of the report may speak of that day, and so may all behind
    ("A raid left 18 dead in Goma, police said on Friday.", (27, 29)),
    (
        "Police said on Friday they were at work.\n\nFive men were killed.",
        (27, 29),
    ),
    # … not of who spoke the day before, nor where nobody did
    ("Police said on Thursday they were at work.\n\nFive men were killed.", (26, 28)),
    ("Five men were killed.\n\nPolice said on Friday they were at work.", (26, 28)),
    # what is announced has the day that the text gives behind, and no other
    ("The army said on Friday nine men had died in Goma. The raid took place on 3 November.", (3,)),
    ("Police said on Friday two nurses were killed in Gao. They were ambushed on Monday.", (25,)),
    ("Nine men died, a nurse said. Their village was attacked on Monday.", (25,)),
    # the day on which somebody gives a toll is not that of the deaths
    ("Gunmen raided Goma on Monday. The mayor put the toll at 79 on Wednesday.", (25,)),
    ("Gunmen shot at Goma on Monday. Police gave this toll on Wednesday: 79 dead.", (25,)),
    # a fight that had broken out before, and what "also" happened on the day told last
    ("The guard was killed in clashes that broke out on Monday in Goma.", (26, 28)),
    ("Rebels fled Amirli on Monday. On Wednesday a bomb hit Taji. A mine also killed six.", (27,)),
    # a month before what happened in it, and a verb before it
    ("The October massacre in Goma left nine men dead.", None),
]


@pytest.mark.parametrize(("text", "days"), SAID_TODAY)
def test_day_by_what_the_text_tells(text: str, days: tuple[int, ...] | None) -> None:
    """An undated event has the days up to the last on which somebody spoke of it."""
    told = _window(read_casualties(text)[0].when)
    assert told == (_november(*days) if days else (date(2024, 10, 1), date(2024, 10, 31)))


BEGUN = [
    # from when the text says that the war, or attacks, have gone on
    ("Fighting erupted in April 2023.\n\nThe war has killed 9,000 people.", date(2023, 4, 1)),
    ("Rebels have led raids since 2015. More than 2,000 people have died.", date(2015, 1, 1)),
    ("Fighting broke out on 15 April. Since then 600 people have died.", date(2024, 4, 15)),
    # … which no start, two of them, or one in another country do not tell
    ("The war has killed 9,000 people.", None),
    ("A war began in 2005. Fighting erupted in May 2023. The war has killed 9,000 people.", None),
    ("A war began in Chad in 2005.\n\nThe war in Sudan has killed 9,000 people.", None),
]


@pytest.mark.parametrize(("text", "start"), BEGUN)
def test_a_war_counts_from_its_start(text: str, start: date | None) -> None:
    """What a war has cost is of all days since the text says that it began."""
    assert read_casualties(text)[0].when.start == start
