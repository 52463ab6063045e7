"""How chronicles and the weeks of other wars put things, in words of our own."""

from __future__ import annotations

import pytest

from briefing.places import find_places
from tests.extract.documents import read_casualties, read_changes

ASSUMED = "2024-11-26"  # the first of the three days before the report
DAYS = [
    # what "since" opens is a window, whatever began there
    ("At least 40 people have been killed since May 2023 in Goma.", "2023-05-01", True),
    ("Some 900 miners have died since Deby's son took office on April 28.", "2024-04-28", True),
    ("More than 200 farmers have died in Sake since the M23 returned in July.", "2024-07-01", True),
    ("Since he was sworn in on 20 January, gunmen have killed 34 judges.", "2024-01-20", True),
    # a comparison opens none
    ("The raid, the deadliest since March 2023, killed at least 60 men.", ASSUMED, False),
    (
        "A guard was killed, the first such death since Gomis took over in late June.",
        ASSUMED,
        False,
    ),
    ("In one of the worst days for the army since the war began, 14 men died.", ASSUMED, False),
    (
        "Over 700 pilgrims died in the deadliest stampede since the 2003 invasion began.",
        ASSUMED,
        False,
    ),
    # the day of something else
    ("Rebels killed nine cooks near Bunia ahead of Saturday's summit.", ASSUMED, False),
    ("Nine men died as raiders tried to disrupt the January 30 election.", ASSUMED, False),
    ("Raiders killed two men for warning against voting in Sunday's election.", ASSUMED, False),
    ("Six people died in Monday's attack on a market.", "2024-11-25", False),
    ("Six people were killed in Sunday's vote.", "2024-11-24", False),
    # of the sum alone
    ("Jets killed nine in Sake, bringing total deaths since March to 412.", ASSUMED, False),
    ("Two clerks were killed, taking this year's tally of clerks killed to 60.", ASSUMED, False),
    # words inside of other words
    ("Two SAS officers were captured in Basra.", ASSUMED, False),
    ("Three attacks on commercial areas of Balad killed 60.", ASSUMED, False),
]


@pytest.mark.parametrize(("text", "start", "total"), DAYS)
def test_days_and_windows(text: str, start: str, total: bool) -> None:
    """From when on people were killed, and whether many events are summed up."""
    claim = read_casualties(text)[0]
    assert (str(claim.when.start), claim.running_total) == (start, total)


def test_what_stands_behind_since_has_its_day() -> None:
    """What opens a window happened on the day with which that opens."""
    text = "Some 40 people have been killed since rebels captured Sake on 3 November."
    (change,) = read_changes(text)
    (claim,) = read_casualties(text)
    assert str(change.when.start) == str(change.when.end) == "2024-11-03"
    assert (str(claim.when.start), str(claim.when.end)) == ("2024-11-03", "2024-11-29")


SUMS = [
    ("A bomb killed two men, bringing total British deaths since May to 95.", 95),
    ("Three men were shot, taking the total of judges killed to 21.", 21),
    ("The number of people who have died since the invasion began is 24,865.", 24865),
    ("The number of miners killed when jets hit Sake is 40, medics said.", 40),
]


@pytest.mark.parametrize(("text", "count"), SUMS)
def test_sums(text: str, count: int) -> None:
    """Totals in a clause of their own, and of those "who have died"."""
    assert read_casualties(text)[-1].quantity.best == count


SAID = [
    ("Rebels continued their attacks on Sake, killing five cooks.", None),
    ("The army maintained its siege of Sake, killing five cooks.", None),
    ("Rebels posted snipers on roofs in Sake, killing five cooks.", None),
    ("The army declared a curfew in Sake after five cooks were killed.", None),
    ("The government announced talks after raiders killed five cooks.", None),
    ("The government stands accused of idleness after raids left five cooks dead.", None),
    ("The army continued that five cooks had died in Sake.", "army"),
    ("The army maintains five cooks died in Sake.", "army"),
    ("The army announced the death of five cooks after an ambush.", "army"),
    ("The army accused the rebels of killing five cooks in Sake.", "army"),
]


@pytest.mark.parametrize(("text", "source"), SAID)
def test_deeds_are_no_statements(text: str, source: str | None) -> None:
    """Who does something says nothing by it."""
    (claim,) = read_casualties(text)
    assert claim.attribution.source_original == source


SPELLED = [
    ("Rebels shot down a plane near Sloviansk, in Ukraine.", "Slovyansk", "UA"),
    ("Gunmen attacked a rally in Odessa.", "Odesa", "UA"),
    ("Two men died in Odessa, Texas.", "Odessa", "US"),
    ("Troops shelled Tokmak.", "Tokmak", "UA"),
    ("Five herders were killed in Menaka, Mali.", "Ménaka", "ML"),
]


@pytest.mark.parametrize(("text", "name", "country"), SPELLED)
def test_towns_of_two_spellings(text: str, name: str, country: str) -> None:
    """The town whose main name is the written one in other letters, or that the text places."""
    place = find_places(text)[0]
    assert (place.name, place.country) == (name, country)


DOERS = [
    ("A convoy near Bria was attacked by rebels on Monday, killing nine cooks.", "rebels"),
    ("The raid on Bria by bandits left nine cooks dead.", "bandits"),
    ("Chad's army moved to oust rebels occupying the airport, killing nine.", "Chad"),
    ("Rebels shot down a plane chartered by the UN, killing all nine on board.", "Rebels"),
    ("Bandits attacked a village held by rebels since May, killing nine cooks.", "Bandits"),
    ("Gunmen ambush convoy near Bria, killing nine cooks", "Gunmen"),
    ("An RAF plane crashed near Bria, killing nine.", None),
]


@pytest.mark.parametrize(("text", "doer"), DOERS)
def test_who_did_it(text: str, doer: str | None) -> None:
    """Who attacked, in the passive, behind a participle and in a headline."""
    (claim,) = read_casualties(text)
    assert claim.perpetrator == doer
    assert str(claim.when.start) in ("2024-11-25", "2024-11-26")


HEADLINES = [
    ("Insurgents murder senior judge Omar Ali and his son in Goma.", [("killed", 1)] * 2),
    ("Suspected jihadists massacre 30 villagers in Bria", [("killed", 30)]),
    ("RSF fighters shell camp near Nyala, kill nine", [("killed", 9)]),
    ("Army troops raid hospital in Jenin, arrest 20", [("detained", 20)]),
    # two fates, one count: no more than that
    ("The blast left 12 dead and wounded in Bria.", [("killed", None), ("injured", None)]),
    ("The blast left 12 dead and wounded 30 in Bria.", [("killed", 12), ("injured", 30)]),
    # hurt
    ("At least 50 nuns were severely beaten in Goma.", [("injured", 50)]),
    ("Two reporters were beaten outside a base in Goma.", [("injured", 2)]),
    ("Kenya was beaten by two goals.", []),
    ("A man stabbed two nurses in Goma.", [("injured", 2)]),
    ("Two nurses were stabbed to death in Goma.", [("killed", 2)]),
    ("Two nurses were stabbed and killed in Goma.", [("killed", 2)]),
    # no count
    ("Omar Ali, the number two of the clan, was shot dead.", [("killed", 1)]),
    # not done, or not news
    ("Parliament is split over executing the rebel Omar Ali.", []),
    ("Troops stormed a jail and released 67 people held in custody over the May riots.", []),
]


@pytest.mark.parametrize(("text", "counts"), HEADLINES)
def test_counts(text: str, counts: list[tuple[str, int | None]]) -> None:
    """How many, and what befell them."""
    assert [(c.outcome, c.quantity.best) for c in read_casualties(text)] == counts


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Relatives of 17 men killed in Goma want an inquiry.", None),
        ("Relatives of 17 men killed on Monday in Goma want an inquiry.", "2024-11-25"),
    ],
)
def test_the_dead_whose_kin_speak(text: str, day: str | None) -> None:
    """When they were killed is known only where it stands with it."""
    (claim,) = read_casualties(text)
    assert (claim.when.start and str(claim.when.start)) == day


HANDS = [
    ("Rebels claim capture of Kidal", ["captured"]),
    ("Rome will begin withdrawing its troops from Herat in May.", []),
    ("The army is to begin pulling out of Kidal.", []),
    ("The army has begun withdrawing from Kidal.", ["withdrew"]),
]


@pytest.mark.parametrize(("text", "actions"), HANDS)
def test_hands(text: str, actions: list[str]) -> None:
    """What changed hands, in a headline; what is only to begin did not."""
    assert [claim.action for claim in read_changes(text)] == actions


AHEAD = [
    ("The operation sets conditions for the ultimate liberation of Raqqa.", []),
    ("Troops will clear the valley and enable the liberation of Raqqa.", []),
    ("Ultimately, the liberation of Raqqa will free the valley.", []),
    ("A fifth has been cleared since the liberation of Mosul began in October.", []),
    ("The army announced the liberation of Raqqa.", ["captured"]),
]


@pytest.mark.parametrize(("text", "actions"), AHEAD)
def test_what_is_still_to_be_taken(text: str, actions: list[str]) -> None:
    """A liberation that is prepared, hoped for or under way has taken nothing yet."""
    assert [claim.action for claim in read_changes(text)] == actions


def test_over_the_same_period() -> None:
    """What began long ago and has gone on since gives a window up to the report."""
    text = (
        "The siege of Darayya began four years ago. Since then nobody has left. "
        "Over the same period more than 2,000 people have been killed."
    )
    claim = read_casualties(text)[-1]
    assert (str(claim.when.start), str(claim.when.end)) == ("2020-11-30", "2024-11-29")


PAST = [
    ("The 1984 anti-Sikh riots in Delhi, where 3,000 people died, are remembered.", "1984-01-01"),
    ("He stands trial over the killing of 142 men in a 1982 massacre.", "1982-01-01"),
    ("In the 2014 Gaza war 2,200 people died.", "2014-01-01"),
    ("Three veterans of the 1980 war were killed on Monday.", "2024-11-25"),
]


@pytest.mark.parametrize(("text", "start"), PAST)
def test_years_that_name_a_war(text: str, start: str) -> None:
    """A year before a war or a massacre dates what happened in it, and not whoever fought in it."""
    (claim,) = read_casualties(text)
    assert str(claim.when.start) == start
