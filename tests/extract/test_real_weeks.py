"""What weeks of real reporting got wrong, each rule in words of its own on another war."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.documents import read_casualties, read_changes

WHO = [
    # names in a row are people in a row
    ("Omar Ali, Musa Bah and Ana Diaz were killed.", ["Omar Ali", "Musa Bah", "Ana Diaz"]),
    ("Gen. Omar Ali, Goma Police Chief, was killed.", ["Gen. Omar Ali"]),
    # a port is where it was
    ("In Goma, the main port on the lake, judge Ana Diaz was shot dead.", ["judge Ana Diaz"]),
    # others have no name of somebody else
    ("Omar Ali and 15 others were killed.", ["Omar Ali", None]),
    # one man with a nickname and a post
    ("Omar Ali, the Fox, and military chief of the group, died.", ["Omar Ali"]),
]


@pytest.mark.parametrize(("text", "victims"), WHO)
def test_who_was_killed(text: str, victims: list[str | None]) -> None:
    """Each of them once."""
    assert [c.victim for c in read_casualties(text) if c.outcome == "killed"] == victims


def test_a_list_of_names_is_counted() -> None:
    """ "The following guards died: …": as many as are named."""
    text = (
        "The following guards died in the raid: sergeant Omar Ali, corporal Musa Bah, guard Ana "
        "Diaz, and guard Ida Oke. Three other civilians died."
    )
    counts = [(c.victim, c.quantity.best) for c in read_casualties(text)]
    assert counts == [("guards", 4), ("civilians", 3)]


WHEN = [
    # what is to come is neither today nor a year ago
    ("They will meet in Goma on 3-4 December. A cook was killed.", date(2024, 11, 26)),
    ("The summit of 5-6 December worries Goma. A cook was killed.", date(2024, 11, 26)),
    # the day of a source, of a decree, of when something began
    ("A cook was killed, according to the police on Monday.", date(2024, 11, 26)),
    (
        "The corps, set up by decree no 814 of 19 April, lost a man. A cook died.",
        date(2024, 11, 26),
    ),
    ("A cook died in an operation that began on 3 May.", date(2024, 11, 26)),
    ("It was learned on Monday that a cook was killed.", date(2024, 11, 26)),
    # behind a semicolon stands something else
    ("The army mourned the death of a cook; on Monday it buried him.", date(2024, 11, 26)),
]


@pytest.mark.parametrize(("text", "day"), WHEN)
def test_days_of_others(text: str, day: date) -> None:
    """A day that is not the event's dates it not: then it is the three days before the report."""
    dead = [claim for claim in read_casualties(text) if claim.outcome == "killed"]
    assert dead[-1].when.start == day


SIDES = [
    # what an attack answers was another's
    ("A bomb killed nine nurses in Goma in retaliation for the army's raid.", None),
    # nor did those do it who look for whoever did
    ("The police are looking for two friends of the assassin who murdered Omar Ali.", None),
    # searching houses is not the attack
    (
        "Two nurses were killed in Goma. The raids carried out by the police went on at night.",
        None,
    ),
    # whoever is of one kind with the attackers fell on their side
    ("The Zomi Liberation Front attacked Goma. Nine rebels died in the attack.", None),
]


@pytest.mark.parametrize(("text", "who"), SIDES)
def test_sides(text: str, who: str | None) -> None:
    """No side is held responsible that the text does not hold responsible."""
    assert read_casualties(text)[0].perpetrator == who


def test_too_many_attacks_for_one_event() -> None:
    """What 90 bombs have cost is a total."""
    assert read_casualties("Rebels have set off 90 bombs, killing 40 people.")[0].running_total
    assert not read_casualties("Rebels set off two bombs, killing 40 people.")[0].running_total


@pytest.mark.parametrize(
    "text",
    [
        "The troops had the aim of capturing Omar Ali.",
        "The men came to Goma with the mission of kidnapping a judge.",
    ],
)
def test_aims(text: str) -> None:
    """What is aimed at has not happened."""
    assert not read_casualties(text)


def test_a_theory_is_no_siege() -> None:
    """What a book teaches changes no hands."""
    assert not read_changes("The rebels follow the theory of capturing towns from the countryside.")


OLD = [
    ("In 1586 the port was captured by the pirates, who killed 20 men.", True),
    ("A century later the pirates killed 20 men.", True),
    ("In 1700 hours of fighting 20 men were killed.", False),
]


@pytest.mark.parametrize(("text", "old"), OLD)
def test_what_happened_centuries_ago(text: str, old: bool) -> None:
    """History, whatever year of today the words are near."""
    assert read_casualties(text)[0].background is old


def test_a_campaigns_dead_are_a_total() -> None:
    """ "During the current election campaign": of weeks, and of no one day."""
    text = "During the current election campaign three candidates have been murdered."
    assert read_casualties(text)[0].running_total


def test_those_who_were_held() -> None:
    """ "Difficulties regarding those who were held": no difficulties were held."""
    assert not read_casualties(
        "There are a few difficulties regarding those who have been arrested."
    )


def test_who_is_on_a_roll_is_one_of_a_count() -> None:
    """ "The wounded were …": each is a part of the count before, also those who were treated."""
    text = (
        "Five men were wounded. The wounded were Omar Ali, Musa Bah, and Isa Diaz, and two other "
        "men who were wounded in the leg."
    )
    assert [c.subset for c in read_casualties(text)] == [False, True, True, True, True]


def test_where_a_sentence_opens_with_a_way() -> None:
    """ "Into Kenya …": nothing before it says that anybody only wants to get there."""
    text = "Into Kenya the gunmen carried the war, killing 12 people."
    assert [c.quantity.best for c in read_casualties(text)] == [12]


NAMESAKES = [
    # one of that name: Ali is he
    ("Omar Ali was killed in Goma. Ali was killed on his way home.", ["Omar Ali", "Omar Ali"]),
    # two: nobody knows which
    (
        "Omar Ali was killed in Goma. Musa Ali was killed in Sake. Ali was killed on his way home.",
        ["Omar Ali", "Musa Ali", "Ali"],
    ),
]


@pytest.mark.parametrize(("text", "victims"), NAMESAKES)
def test_a_surname_of_two_is_nobodys(text: str, victims: list[str]) -> None:
    """A surname stands for a whole name of the text only where there is one."""
    assert [claim.victim for claim in read_casualties(text)] == victims


def test_what_is_taken_from_a_month_on() -> None:
    """ "From January": no place is called so."""
    text = "The army withdrew from January on from the town of Bama."
    assert [place.name for c in read_changes(text) for place in c.places] == ["Bama"]


ARTICLES = [
    # a name that begins with an article is one
    ("Mayor Omar al-Ali and two guards were killed in Goma.", ["Mayor Omar al-Ali", "guards"]),
    ("Police in Goma arrested Omar al-Ali.", ["Omar al-Ali"]),
    # and a town is nobody
    ("Soldiers captured Deir al-Zur.", []),
]


@pytest.mark.parametrize(("text", "victims"), ARTICLES)
def test_names_with_an_article(text: str, victims: list[str]) -> None:
    """ "Al" and its like stand inside the names of people and of towns."""
    assert [claim.victim for claim in read_casualties(text)] == victims


def test_a_town_that_begins_like_a_verb() -> None:
    """ "Tell" before a name is a hill, and the rebels were not captured."""
    text = "Rebels captured Tell Rifaat."
    assert not read_casualties(text)
    assert [place.name for c in read_changes(text) for place in c.places] == ["Tell Rifaat"]
