"""What agencies, missions, communiqués and diaries of many wars write, each rule in other words."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article
from tests.extract.documents import read_casualties

Counts = list[tuple[str, int | None]]

COUNTS: list[tuple[str, Counts]] = [
    # a toll whose sentence tells the attack between its noun and its verb
    (
        "The number of people killed when raiders stormed a bazaar in Khost has risen to 23.",
        [("killed", 23)],
    ),
    ("The number of miners killed since a shaft was shelled rose to 14.", [("killed", 14)]),
    ("The death toll stands at 19, a nurse said.", [("killed", 19)]),
    ("Death toll rises to 31.", [("killed", 31)]),
    # who did it stands before whom it befell
    ("They condemned the massacre by the rebels of 50 farmers in Ituri.", [("killed", 50)]),
    ("Police confirmed the murder by robbers of two nuns.", [("killed", 2)]),
    ("The abduction by gunmen of 12 pupils drew protests.", [("detained", 12)]),
    ("The raid led to the wounding of 20 porters.", [("injured", 20)]),
    # what a semicolon parts
    ("We were 30 in the cave; a baby died of thirst.", [("killed", 1)]),
    # who tells it is none of the hurt
    (
        "Shells killed six people and wounded nine, including children, two nurses told us, "
        "citing the mayor.",
        [("killed", 6), ("injured", 9)],
    ),
    # wounded who are flown out, thieves and ministers who get away, are not displaced
    ("The clinic has 31 wounded, of whom eight had been evacuated to Nairobi.", [("injured", 31)]),
    ("The bandits fled, and the governor fled. Two cooks died.", [("killed", 2)]),
    # who is free again, whom a firm wins over
    ("Troops freed 60 people held by the gang. Two cooks died.", [("killed", 2)]),
    ("The army rescued 12 girls abducted by the rebels. Two cooks died.", [("killed", 2)]),
    ("Ten hostages held in the hills were released. Two cooks died.", [("killed", 2)]),
    ("The bank captured new customers. Two cooks died.", [("killed", 2)]),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_counts(text: str, counts: Counts) -> None:
    """Each text gives these counts and no others."""
    found = [c for c in read_casualties(text) if c.quantity.kind != "none"]
    assert [(c.outcome, c.quantity.best or c.quantity.low) for c in found] == counts


def test_a_capture_with_a_day_is_told() -> None:
    """Who is free again was taken on the day that stands with it."""
    text = "The four cooks kidnapped on 11 November have been released."
    (claim,) = read_casualties(text)
    assert (claim.outcome, claim.when.start) == ("detained", date(2024, 11, 11))


SOURCES = [
    ("Nine farmers died, as sources spoke of up to 12 dead.", "sources"),
    ("Hospital staff spoke of 12 dead.", "hospital staff"),
    ("Shells killed six men, a nurse told us, citing the mayor.", "mayor"),
    ("Two traders were killed, a neighbour confided.", "neighbour"),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_sources(text: str, source: str) -> None:
    """Who speaks of a figure, or is cited for it, is its source."""
    assert read_casualties(text)[-1].attribution.source_original == source


@pytest.mark.parametrize(
    ("text", "means"),
    [
        ("Covid-19: two deaths.", "disease"),
        ("Cholera has claimed 40 lives.", "disease"),
        ("Nineteen evacuees have died of disease.", "disease"),
        ("An epidemic of cholera has killed 12 people.", "disease"),
        ("The flooding killed 55 people.", "natural disaster"),
        ("A drought has killed 91 people.", "natural disaster"),
    ],
)
def test_no_deaths_of_the_war(text: str, means: str) -> None:
    """Disease and floods are told as what people died of."""
    assert [claim.means for claim in read_casualties(text)] == [means]


WHEN = [
    # a count up to a day, and what happened on it
    ("Some 80 people have been killed in Goma since Sunday 24 November, when M23 came.", (24, 29)),
    ("The raid was the worst since Monday, when 40 people were killed in Sake.", (25, 25)),
    # the month that a count is measured against
    ("Drones killed 34 people on Tuesday, more than in all of July.", (26, 26)),
]


@pytest.mark.parametrize(("text", "days"), WHEN)
def test_days_behind_since(text: str, days: tuple[int, int]) -> None:
    """The window runs up to the report, the day is that of what "when" opens."""
    (claim,) = (c for c in read_casualties(text) if c.outcome == "killed")
    assert claim.when.start == date(2024, 11, days[0])
    assert claim.when.end == date(2024, 11, days[1])


LABELLED = [
    ("Soldiers died in Goma.\n\nBunia: 31 incidents, 44 killed, 12 abducted.", "Bunia"),
    ("Troops met in Goma. They left.\n\nBunia, Ituri: on Monday nine cooks were killed.", "Bunia"),
    ("The army chiefs met in Niamey.\n\nMali. Six miners were killed on Monday.", "Mali"),
    ("The army chiefs met in Niamey.\n\nMali: six miners were killed in a mine.", "Mali"),
    ("A bomb hit Goma.\n\nBunia, Ituri province: two cooks were killed on Monday.", "Bunia"),
    # at the head of a text it is a dateline
    ("GOMA: Nine cooks were killed on Monday in Sake.", "Sake"),
]


@pytest.mark.parametrize(("text", "place"), LABELLED)
def test_labels_are_places(text: str, place: str) -> None:
    """What stands under a place's name happened there, and not where the text was before."""
    claim = next(
        c for c in read_casualties(text) if c.outcome == "killed" and c.victim != "Soldiers"
    )
    assert claim.place is not None
    assert claim.place.as_written == place


@pytest.mark.parametrize("number", ["4.", "4)", "(b)", "(iv)"])
def test_numbered_findings_are_apart(number: str) -> None:
    """A finding has no day and no place from the one before it."""
    text = (
        "Findings follow.\n\n3. On 12 November soldiers shot dead two men in Sake.\n\n"
        f"{number} Raiders killed nine herders at a well. A cook saw it."
    )
    claim = read_casualties(text)[-1]
    assert claim.quantity.best == 9
    assert claim.place is None
    assert claim.when.start != date(2024, 11, 12)


UNKNOWN = [
    ("Two guards were killed last week at Makalo. They were buried in Goma.", "Makalo"),
    ("Raiders killed nine herders in the commune of Falango. A chief left Goma.", "Falango"),
    ("Nine soldiers died on Monday at Duko. The army flew others to Goma.", "Duko"),
]


@pytest.mark.parametrize(("text", "place"), UNKNOWN)
def test_places_that_no_map_has(text: str, place: str) -> None:
    """The words before a name say that it is where it happened, whatever maps know."""
    claim = read_casualties(text)[0]
    assert claim.place is not None
    assert claim.place.as_written == place


def test_a_chronicle_tells_one_event_a_paragraph() -> None:
    """Where paragraphs open with days, each tells of another event."""
    text = (
        "On 2 November soldiers shot dead two men in Sake.\n\nOn 9 November a shell killed a cook "
        "in Goma.\n\nIn the night of 20 November raiders burned huts at a well. A herder said: "
        '"I hid. I saw nine bodies on the road."'
    )
    claim = read_casualties(text)[-1]
    assert claim.quantity.best == 9
    assert claim.place is None
    assert claim.when.start == date(2024, 11, 20)


PERIODS = [
    "From July to September 2024 gangs killed 300 people. Police shot dead 106 people.",
    "Between July and September raiders killed 300 people. They were paid. Troops executed 106.",
    "From July to September 2024 the war went on. It was fierce. In all, 106 people were killed.",
]


@pytest.mark.parametrize("text", PERIODS)
def test_a_paragraph_keeps_its_period(text: str) -> None:
    """What has no day of its own is of the months with which its paragraph opens."""
    claim = read_casualties(text)[-1]
    assert claim.quantity.best == 106
    assert (claim.when.start, claim.when.end) == (date(2024, 7, 1), date(2024, 9, 30))


TOLLS = [
    "The number of dead has risen to 23, a nurse said. The raid on Tuesday was the first.",
    "Doctors put the number of wounded at 23. Tuesday's attack shocked the town.",
    "Of the wounded, 23 died, a nurse said. Tuesday's deadly ambush was claimed by nobody.",
]


@pytest.mark.parametrize("text", TOLLS)
def test_a_toll_is_of_the_day_of_its_attack(text: str) -> None:
    """A toll without a day is of the one attack that the report names by its day."""
    (claim,) = (c for c in read_casualties(text) if c.quantity.best == 23)
    assert claim.when.start == date(2024, 11, 26)


ISSUERS = [
    ("General Staff, Mali", "Communiqué No. 89", "claimed"),
    ("Amaq Agency", "Attack on a post", "claimed"),
    ("Ministry of Defence of Niger", "Daily bulletin", "claimed"),
    ("United Nations", "Press statement", "reported"),
    ("Daily Example", "Statement on JNIM", "reported"),
    ("Example Health Monitor", "Statement", "reported"),
]


@pytest.mark.parametrize(("publisher", "title", "certainty"), ISSUERS)
def test_whose_statement_it_is(publisher: str, title: str, certainty: str) -> None:
    """What an army, a ministry or an armed group tells is its claim; the UN is no party."""
    text = "Nine soldiers were killed in Gao on Monday. Others fled."
    article = Article(
        "a1", "a1.txt", text, "00", title=title, publisher=publisher, published=date(2024, 11, 29)
    )
    (claim,) = extract(article).casualties
    assert claim.certainty == certainty


def test_an_entry_gives_way_to_its_own_region() -> None:
    """ "Niger: …" says less than "in the Agadez region" in the same entry."""
    text = (
        "Mali: a cook was killed in Gao.\n\nNiger: two guards were buried. On Tuesday four bandits "
        "were killed in the Agadez region.\n\nChad: a bus burned."
    )
    claim = next(c for c in read_casualties(text) if c.quantity.best == 4)
    assert claim.place is not None
    assert claim.place.as_written == "Agadez"


YEARS = [
    "The raid on Monday killed a guard. In its ten years the mission had lost 310 peacekeepers.",
    "A guard died on Monday. Over the ten years of their war 310 peacekeepers were killed.",
    "On Monday the mission ended; 310 of its peacekeepers had died. In its two decades 310 "
    "peacekeepers were killed.",
]


@pytest.mark.parametrize("text", YEARS)
def test_what_years_have_cost_is_of_no_day(text: str) -> None:
    """The dead of many years did not die on the day that was told last."""
    claim = [c for c in read_casualties(text) if c.quantity.best == 310][-1]
    assert (claim.when.start, claim.background) == (None, True)


ARRIVALS: list[tuple[str, Counts]] = [
    ("11,240 people (1,606 households) have arrived in Goma from Sake.", [("displaced", 11240)]),
    ("Some 4,000 villagers arrived in the camp on Monday.", [("displaced", 4000)]),
    ("Nine families arrived in Goma.", [("displaced", 9)]),
    ("Some 300 soldiers arrived in the camp.", []),
    ("Ten ministers arrived at the shelter.", []),
    ("Some 400 pilgrims arrived in Goma.", []),
]


@pytest.mark.parametrize(("text", "counts"), ARRIVALS)
def test_arrivals(text: str, counts: Counts) -> None:
    """Who arrives where others are housed has fled; soldiers, ministers and pilgrims have not."""
    found = [(c.outcome, c.quantity.best) for c in read_casualties(text)]
    assert found == counts


@pytest.mark.parametrize(
    ("text", "group"),
    [
        ("Four Taliban were killed.", "combatants"),
        ("Two VDP were wounded.", "combatants"),
        ("Three M23 were killed.", "combatants"),
        ("Four French were killed.", "unknown"),
    ],
)
def test_members_of_an_armed_body(text: str, group: str) -> None:
    """Who bears an armed body's name fights for it; a nationality says nothing."""
    assert read_casualties(text)[0].victim_group == group


STATIONED = [
    "Our correspondent in Nairobi says that two men were killed. The shells fell on Goma.",
    "An analyst in Brussels says that two men were killed. The raid took place in Goma.",
    "Two men were killed, a diplomat in Nairobi said. The attack took place in Goma.",
]


@pytest.mark.parametrize("text", STATIONED)
def test_where_somebody_reports_from(text: str) -> None:
    """It did not happen where the correspondent is."""
    place = read_casualties(text)[0].place
    assert place is not None
    assert place.as_written == "Goma"


TALLIES = [
    ("Friendly side: six deaths; two trucks damaged.", None),
    ("Enemy side: 12 fighters neutralised; three trucks burned.", "Malian forces"),
    ("Enemy losses: nine dead.", "Malian forces"),
    ("Our losses: two dead.", None),
]


@pytest.mark.parametrize(("text", "by"), TALLIES)
def test_tallies_of_an_army(text: str, by: str | None) -> None:
    """A side is no place; its dead are combatants, the enemy's by who tells it."""
    whole = f"A patrol was ambushed on Monday.\n\nThe toll is as follows:\n\n{text}\n\nAll is calm."
    article = Article(
        "a1", "a1.txt", whole, "00", publisher="General Staff, Mali", published=date(2024, 11, 29)
    )
    claim = next(c for c in extract(article).casualties if c.outcome == "killed")
    assert (claim.place, claim.victim_group, claim.perpetrator) == (None, "combatants", by)


HEADS = [
    "Table 1. Attacks on civilians, 1 to 15 November. Goma: 44 killed. Bunia: five killed.",
    "Attacks from 1 to 15 November rose. Goma: 31 attacks, 44 killed. Bunia: none killed.",
    "Between 1 and 15 November many fled. Goma: 44 killed, nine hurt.",
]


@pytest.mark.parametrize("text", HEADS)
def test_places_under_the_days_of_a_table(text: str) -> None:
    """What is listed by place is of the days that stand over the list."""
    claim = next(c for c in read_casualties(text) if c.quantity.best == 44)
    assert (claim.when.start, claim.when.end) == (date(2024, 11, 1), date(2024, 11, 15))


ADDED = [
    "The toll rose to three with the death of a private in hospital.",
    "The death toll has climbed to 23 after two of the wounded succumbed.",
    "The number of dead rose to 12 when a nurse died of her wounds.",
]


@pytest.mark.parametrize("text", ADDED)
def test_who_raises_a_toll_is_in_it(text: str) -> None:
    """A later death that a toll counts is a part of it and no count beside it."""
    dead = [c for c in read_casualties(text) if c.outcome == "killed"]
    assert [c.subset for c in dead] == [False, True]


DENIED = [
    'The minister described reports of several dozen dead as "pure fabrication".',
    "Claims that the army had lost 40 soldiers are baseless, it said.",
    "The ministry said reports of 12 dead were propaganda.",
]


@pytest.mark.parametrize("text", DENIED)
def test_what_is_called_invented_is_denied(text: str) -> None:
    """What an official calls baseless is no toll of his."""
    assert read_casualties(text)[0].certainty == "denied"


PERIODS_OF_A_REPORT = [
    "From July to September 2024 gangs killed 300 people.\n\nPolice shot dead 106 people.",
    "Between July and September raiders killed 300.\n\nA well ran dry.\n\nTroops killed 106 men.",
    "From July to September 2024 the war went on.\n\nIn all, 106 people were killed.",
]


@pytest.mark.parametrize("text", PERIODS_OF_A_REPORT)
def test_a_report_keeps_the_period_that_opens_it(text: str) -> None:
    """A quarterly report counts for its quarter, and not for the days before it came out."""
    claim = read_casualties(text)[-1]
    assert claim.quantity.best == 106
    assert (claim.when.start, claim.when.end) == (date(2024, 7, 1), date(2024, 9, 30))


BLAME: list[tuple[str, str | None]] = [
    # what somebody denies that another did
    ("Shells killed two men in Goma; the ministry denied that the army had carried it out.", None),
    (
        "Two men were killed in Goma. The ministry denied that the army had carried out the raid.",
        None,
    ),
    ("Two men were killed. M23 rejected reports that the FDLR had staged the attack.", None),
    # who speaks of himself in a statement
    ("M23 said in a statement that it had attacked a post and killed 11 guards.", "M23"),
    ("The Taliban said in a message that they had killed two judges.", "Taliban"),
    ("JNIM said in a communique on its channel that it had shot dead two guards.", "JNIM"),
]


@pytest.mark.parametrize(("text", "by"), BLAME)
def test_who_did_it(text: str, by: str | None) -> None:
    """Nobody is blamed by a denial; who says "it" in a statement of his is meant himself."""
    assert read_casualties(text)[0].perpetrator == by


HEARSAY = [
    ("Four guards would have been killed, according to a source.", 4),
    ("According to our information, 30 fighters would have been neutralised.", 30),
    ("The provisional toll would be of five soldiers killed.", 5),
]


@pytest.mark.parametrize(("text", "count"), HEARSAY)
def test_the_conditional_of_hearsay(text: str, count: int) -> None:
    """ "Would have been killed", on somebody's word, is alleged, as Romance languages have it."""
    (claim,) = read_casualties(text)
    assert (claim.quantity.best, claim.certainty) == (count, "alleged")


@pytest.mark.parametrize(
    "text",
    [
        "Without the alarm hundreds would have been killed, sources said.",
        "If the bomb had gone off, 40 people would have died, according to police.",
        "Question: Do you know of a strike that killed 21 people?",
        "Q: Were ten soldiers killed?",
    ],
)
def test_conditions_and_questions_tell_nothing(text: str) -> None:
    """What would have happened otherwise, and what is only asked, is no toll."""
    assert not read_casualties(text)


@pytest.mark.parametrize("what", ["fuel tanks", "a water tank", "gas tanks"])
def test_tanks_that_do_not_shoot(what: str) -> None:
    """A fuel tank that bursts is no shelling."""
    assert read_casualties(f"Three people died when {what} burst.")[0].means is None


def test_since_the_start_of_an_attack() -> None:
    """A count since an attack began runs up to the report."""
    text = "Some 200 people have been killed since the start of the attack on Goma in April 2024."
    (claim,) = read_casualties(text)
    assert (claim.when.start, claim.when.end) == (date(2024, 4, 1), date(2024, 11, 29))


def test_an_army_s_own_dead_are_on_its_side() -> None:
    """Six of ours and 24 of theirs are told by one voice of one day, and are not one count."""
    text = (
        "A patrol was ambushed on Monday.\n\nThe toll is as follows:\n\nFriendly side: six deaths; "
        "two trucks damaged.\n\nEnemy side: 24 fighters neutralised; three trucks burned."
    )
    article = Article("a1", "a1.txt", text, "00", publisher="General Staff, Mali")
    sides = [(c.quantity.best, c.victim_side) for c in extract(article).casualties]
    assert sides == [(6, "Mali"), (24, None)]


TURNS = [
    "Question: The envoy said ten monks were killed. Any comment?",
    "Q: Ten monks died, he said.",
]


@pytest.mark.parametrize("text", TURNS)
def test_a_question_is_of_something_else(text: str) -> None:
    """What a journalist asks next did not happen where the last answer was."""
    told = f"On 12 November a bomb killed two cooks in Goma.\n\n{text}\n\nAll was calm."
    claim = next(c for c in read_casualties(told) if c.quantity.best == 10)
    assert claim.place is None
    assert claim.when.start != date(2024, 11, 12)
