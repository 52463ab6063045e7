"""How agencies, think-tanks, ministries and market pages put things, in words of our own."""

from __future__ import annotations

import pytest

from tests.extract.documents import read_casualties, read_changes, read_incidents
from tests.extract.test_outlook import stated

COUNTS = [
    # the second day of a month counts nobody
    ("Militiamen killed 40 porters on October 26 and 27 in Beni.", [("killed", 40)]),
    ("Rockets killed 12 on May 3, 4 and 7 in Kurram.", [("killed", 12)]),
    ("Shells killed nine on May 9, and 10 on May 12.", [("killed", 9), ("killed", 10)]),
    # who took a town was not taken
    ("Troops fled Hama, which the rebels seized on Thursday.", []),
    ("The army shelled Sake, which M23 fighters captured last week.", []),
    ("The two clerks, whom the rebels seized on Thursday, were freed.", [("detained", 2)]),
    # whoever is hurt so is dead
    ("A colonel was mortally wounded near Bria on Monday.", [("killed", 1)]),
    ("Gunmen slayed 12 herders near Zuru.", [("killed", 12)]),
    # as communiqués and digests put it
    ("Nine raiders were put out of action near Foubé.", [("killed", 9)]),
    ("Three Thai soldiers 9 Nov injured by landmine.", [("injured", 3)]),
    ("Mali has lost 20 civilians since May.", [("killed", 20)]),
    ("The province lost 3,000 voters.", []),
    ("More than 9,000 villagers have moved to shelters.", [("displaced", 9000)]),
    # a day between a verb and those whom it befell
    ("Rebels killed late on Sunday nine herders.", [("killed", 9)]),
    ("Ten men were killed late on Friday in a raid.", [("killed", 10)]),
    ("Two clerks were among ten people killed late on Friday.", [("killed", 2), ("killed", 10)]),
    # behind a month in which it happened a figure counts people
    ("In June 90 men died in Goma.", [("killed", 90)]),
    ("In July 12 soldiers were killed.", [("killed", 12)]),
    ("From April to June 90 men died.", [("killed", 90)]),
    ("On July 12 soldiers killed nine men.", [("killed", 9)]),
    ("Some 609 were injured April-June.", [("injured", 609)]),
    # those of a village and not the village, and all who are counted
    ("13 cooks and 4 members of village committees killed.", [("killed", 13), ("killed", 4)]),
    ("A total of 453,000 internally displaced persons live there.", [("displaced", 453000)]),
    ("Some 121,000 people have left their homes.", [("displaced", 121000)]),
    ("Two officers were “viciously murdered”, the police wrote.", [("killed", 2)]),
    (
        "Twenty-six cooks, 18 of whom were women, died before the raid began.",
        [("killed", 26)],
    ),
    # in quotation marks
    ("Channels write of 3 dead and 12 “civilians” injured.", [("killed", 3), ("injured", 12)]),
    ("Officials said “no fewer than 50” soldiers died.", [("killed", 50)]),
]


@pytest.mark.parametrize(("text", "counts"), COUNTS)
def test_counts(text: str, counts: list[tuple[str, int]]) -> None:
    """Each count of people, and nothing else."""
    assert [(c.outcome, c.quantity.best) for c in read_casualties(text)] == counts


def test_more_of_its_soldiers() -> None:
    """ "Four more of its soldiers" are soldiers."""
    (claim,) = read_casualties("Malawi says that four more of its soldiers have died in Goma.")
    assert (claim.quantity.best, claim.victim, claim.victim_group) == (4, "soldiers", "combatants")


WHERE = [
    # a name that no gazetteer knows is where it was, and not the place told next
    (
        "The army repelled a raid on Dobolo Kuur on Saturday, killing 35 men.\n\n"
        "A strike in Hawadley on 17 November killed 12 fighters.",
        ["Dobolo Kuur", "Hawadley"],
    ),
    (
        "The toll of Friday's attack on Zelwata, a farming community in Benue State, has risen to "
        "51. Residents counted 40 bodies.",
        ["Zelwata", "Zelwata"],
    ),
    # what was attacked and not the district around it
    ("Gunmen attacked Zikke, a village in Bassa, on Sunday. Forty people were killed.", ["Zikke"]),
    # the wounded are received where they were not hurt
    ("Shells fell on El Obeid on Monday. At the Sayyid hospital medics said they had received 31 "
     "wounded.", ["El Obeid"]),
    ("At the Bashair hospital in Omdurman doctors had received 30 wounded.", ["Omdurman"]),
    # police fire at a place
    ("In police firing at Jiribam on Monday, a protester was killed.", ["Jiribam"]),
    # struck, and where over some days, of which the sentence before tells
    ("The army killed dozens of men in strikes on Kolondieba.", ["Kolondieba"]),
    (
        "Militants burned 40 lorries near Sikasso over the weekend. Three soldiers died.",
        ["Sikasso"],
    ),
    # where a source sits
    (
        "Raiders shot nine men dead in Barkaram on Sunday. The officer was killed, too, a source "
        "in Bol told us.",
        ["Barkaram", "Barkaram"],
    ),
    # an hour opens an entry of its own
    (
        "12:00 GMT Two people die in Kiryat Shmona.\n\n09:15 GMT Four were killed in an air raid.",
        ["Kiryat Shmona"],
    ),
    # works in two states are in neither
    (
        "Carmakers in Germany and Belgium halted work.\n\nFive fighters were killed at sea.",
        [],
    ),
    # but a hospital that was hit is where it happened
    ("Shells hit Bashair Hospital on Monday. At the hospital four patients died.",
     ["Bashair Hospital"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "places"), WHERE)
def test_where(text: str, places: list[str]) -> None:
    """The place of each toll."""
    assert [c.place.as_written for c in read_casualties(text) if c.place] == places


SINCE = [
    ("At least 441 envoys have been killed since the signing of the accord.", None),
    ("Some 900 miners have been killed in Goma since the peace deal.", None),
    ("Some 900 miners have been killed in Goma since May.", "2024-05-01"),
    ("Shots fell on 9 May. Since then 1,850 people have been murdered in Sinaloa.", "2024-05-09"),
]


@pytest.mark.parametrize(("text", "start"), SINCE)
def test_totals_since_something(text: str, start: str | None) -> None:
    """A total since something that nobody dates has no day, and is no toll of this week."""
    (claim,) = read_casualties(text)
    assert claim.running_total
    assert (claim.when.start and claim.when.start.isoformat()) == start


MONTHS = [
    ("UN said 1,520 people were killed April-June.", "2024-04-01", "2024-06-30"),
    ("In April–June, 90 men died in Goma.", "2024-04-01", "2024-06-30"),
    ("In June 2024 gangs killed 300 people.", "2024-06-01", "2024-06-30"),
    ("In July 12 soldiers were killed.", "2024-07-01", "2024-07-31"),
    # of last year
    ("A cook was killed on May 3 last year.", "2023-05-03", "2023-05-03"),
    ("Some 90 cooks have been killed since last November.", "2023-11-01", "2024-11-29"),
]


@pytest.mark.parametrize(("text", "start", "end"), MONTHS)
def test_months(text: str, start: str, end: str) -> None:
    """Months from one to another, and one with a count behind it."""
    (claim,) = read_casualties(text)
    assert [str(claim.when.start), str(claim.when.end)] == [start, end]


def test_what_an_article_looks_back_to_dates_nothing_else() -> None:
    """A day long past behind the dateline is that of its own sentence."""
    text = (
        "CULIACÁN – A year ago, on September 9, 2023, the two wings of the clan fell out.\n\n"
        "On Sunday raiders shot two men dead.\n\nIn Navolato a cook was killed."
    )
    days = {str(claim.when.start) for claim in read_casualties(text)}
    assert "2023-09-09" not in days


DIGEST = """\
Colombia

Last week FARC dissidents downed a helicopter near Amalfi, killing thirteen officers.

Haiti

Gangs set fire to an office in Cabaret on Monday, killing a guard. Without more police, \
the capital could fall and shortages spread.
"""


def test_sections_of_a_digest() -> None:
    """Under the heading of one state nobody of another is meant, and its own is the subject."""
    guards = [c for c in read_casualties(DIGEST) if c.victim == "guard"]
    assert [claim.perpetrator for claim in guards] != ["FARC dissidents"]
    assert [incident.perpetrator for incident in read_incidents(DIGEST)][-1] is None
    assert [claim.subjects for claim in stated(DIGEST)] == [("Haiti",)]


def test_governments_are_no_place() -> None:
    """A truce between two capitals is nowhere in them."""
    text = (
        "PESHAWAR: A quiet held on Friday, hours before a truce between Islamabad and Kabul was to "
        "lapse.\n\nThe army said 23 of its soldiers were killed."
    )
    (claim,) = read_casualties(text)
    assert claim.place is None or claim.place.as_written == "PESHAWAR"


SOURCES = [
    ("At least 340 people have died in Haiti since May, by an AFP count.", "AFP"),
    ("UNAMA has recorded at least 18 civilians killed in Spin Boldak.", "UNAMA"),
    ("UN 1 Nov said 340 people were killed in Haiti.", "UN"),
    ("The Syrian Observatory for Human Rights gives a toll of 1,120.", "SOHR"),
    ("A Reuters tally shows that 340 people have been killed in Haiti.", "Reuters"),
    ("A UN report said that 340 people had been killed in Haiti.", "UN report"),
    ("History shows that 90 people were killed for nothing in Haiti.", None),
]


@pytest.mark.parametrize(("text", "source"), SOURCES)
def test_whose_count_it_is(text: str, source: str | None) -> None:
    """Who counted is the source; a report is one of its own, and history says nothing."""
    (claim,) = read_casualties(text)
    assert claim.attribution.source_original == source


CERTAIN = [
    ("Russian forces have likely seized the village of Kalynove.", "alleged"),
    ("Russian forces very likely seized the village of Kalynove.", "alleged"),
    # what follows from something is not in doubt
    ("The group would have to pay; rebels captured the village of Kalynove.", "reported"),
]


@pytest.mark.parametrize(("text", "certainty"), CERTAIN)
def test_how_sure_an_analyst_is(text: str, certainty: str) -> None:
    """ "Likely" before a deed makes it less certain; "would have to" does not."""
    assert [claim.certainty for claim in read_changes(text)] == [certainty]


HANDS = [
    # text, per change what happened, where, who gained, who lost, first day
    (
        "RSF units recaptured Bara on 25 November, reversing the army's 11 November seizure of "
        "the town.",
        [
            ("recaptured", "Bara", "Rapid Support Forces", "2024-11-25"),
            ("captured", "Bara", "army", "2024-11-11"),
        ],
    ),
    # only dated by it, on a day that nobody says
    (
        "Before Goma fell, the rebels took Minova on Tuesday of last week, and Sake on Thursday.",
        [
            ("captured", "Goma", None, None),
            ("captured", "Minova", "rebels", "2024-11-19"),
            ("captured", "Sake", "rebels", "2024-11-28"),
        ],
    ),
    # what came next
    (
        "Fighters took the city of Deraa on Friday. Sweida followed on Saturday; Quneitra fell a "
        "few hours later.",
        [
            ("captured", "Deraa", "Fighters", "2024-11-29"),
            ("captured", "Sweida", "Fighters", "2024-11-23"),
            ("captured", "Quneitra", None, "2024-11-23"),
        ],
    ),
    (
        "The city of Goma has been in the hands of M23 since yesterday.",
        [("captured", "Goma", "M23", "2024-11-28")],
    ),
    (
        "The RSF has very likely consolidated control over El Geneina.",
        [("captured", "El Geneina", "Rapid Support Forces", "2024-11-26")],
    ),
    (
        "Militiamen overran the garrison of the People's Defence Forces (SSPDF) in Nasir.",
        [("captured", "Nasir", "Militiamen", "2024-11-26")],
    ),
    # the day before them is no part of a name
    (
        "On 15 November soldiers entered Suwayda.",
        [("entered", "Suwayda", "soldiers", "2024-11-15")],
    ),
    # not where they come from
    (
        "Gunmen took Banki on Monday. On Wednesday troops from Bama retook the town.",
        [
            ("captured", "Banki", "Gunmen", "2024-11-25"),
            ("recaptured", "Banki", "troops", "2024-11-27"),
        ],
    ),
    (
        "Tribal fighters came from the west; local militias drove them out of Suwayda on Monday.",
        [("captured", "Suwayda", "militias", "2024-11-25")],
    ),
    # what they claim to hold, with a count
    (
        "Rebel forces claim to control 74 settlements of Kursk Oblast.",
        [("captured", "Kursk Oblast", "Rebel forces", "2024-11-26")],
    ),
    (
        "Russian forces made confirmed gains near Toretsk.",
        [("advanced", "Toretsk", "Russian forces", "2024-11-26")],
    ),
    # so much of a state is not the state
    (
        "Azerbaijani forces took control of some ten square kilometres of the land of Armenia.",
        [],
    ),
    # two of one state, and a town told before others
    (
        "Government forces entered the city of Suwayda on Monday. Fighters took the villages of "
        "Walgha and Mazraa on Tuesday; local militias drove them out of the city on Thursday.",
        [
            ("entered", "Suwayda", "Government forces", "2024-11-25"),
            ("captured", "Walgha", "Fighters", "2024-11-26"),
            ("captured", "Suwayda", "militias", "2024-11-28"),
        ],
    ),
    # their rivals are none of theirs, and who rules so many towns now is news
    (
        "The clan is said to have ceded the town of Tepuche to their rivals. US buyers left.",
        [("handed_over", "Tepuche", None, "2024-11-26")],
    ),
    (
        "The Arakan Army now controls 14 of Rakhine's 17 townships.",
        [("captured", "Rakhine", "Arakan Army", "2024-11-26")],
    ),
    # the barracks of the town attacked before, and of no other
    (
        "The militants attacked Marte on Monday. They overran the base.",
        [("captured", "Marte", "militants", "2024-11-25")],
    ),
    ("The minister spoke in Kinshasa. M23 took the garrison on Monday.", []),
    # so much land near a town; without one it is told nowhere
    (
        "Russian forces seized 12 square kilometres near Pokrovsk on Monday.",
        [("captured", "Pokrovsk", "Russian forces", "2024-11-25")],
    ),
    # whom an army loses are no places
    ("Our troops lost three fighters, namely Gus Bah, Noto Ali and Kanis Diaz.", []),
    # nobody has held anything who is only brought to safety
    ("Some 9,000 civilians had been evacuated from Batken.", []),
    ("Clashes followed in Goma on Tuesday.", []),
]


@pytest.mark.parametrize(("text", "changes"), HANDS)
def test_changes_of_hands(
    text: str, changes: list[tuple[str, str, str | None, str | None]]
) -> None:
    """What changed hands, where, to whom, on which day."""
    told = [
        (c.action, c.places[0].as_written, c.gainer, c.when.start and c.when.start.isoformat())
        for c in read_changes(text)
        if c.places
    ]
    assert told == changes


LEFT = [
    ("The troops were withdrawn from Kherson on Friday.", "troops"),
    ("The junta's withdrawal from Loikaw was orderly.", "junta"),
    ("Soldiers ended their operation in Kutum and withdrew from there.", "Soldiers"),
]


@pytest.mark.parametrize(("text", "loser"), LEFT)
def test_who_left(text: str, loser: str) -> None:
    """Whose withdrawal it is, also in the passive and by a possessive."""
    (claim,) = read_changes(text)
    assert (claim.action, claim.loser) == ("withdrew", loser)


NOBODYS = [
    "Palm oil hit a two-week high on Tuesday.",
    "The two sides struck a deal in Doha.",
    "Assault groups of the brigade are resting in Lazurny.",
]


@pytest.mark.parametrize("text", NOBODYS)
def test_prices_and_deals_are_no_attack(text: str) -> None:
    """What a price hits and a side strikes is nobody's attack."""
    assert read_incidents(text) == ()


def test_resistance_is_nobody() -> None:
    """ "Fierce resistance" is no attacker; "the resistance" may be one."""
    (claim,) = read_casualties("Fierce resistance killed six soldiers in Demoso.")
    assert claim.perpetrator is None
    (change,) = read_changes("The resistance captured the town of Demoso.")
    assert change.gainer == "resistance"


WAR = "The blockade has cut Yemen's imports by half, and the war goes on. "
NO_STATEMENT = [
    "Investors should keep calm and not sell shares in Yemen's pipeline operator.",
    "Our advice: do not buy at once, since a raid on Yemen could cut prices.",
    "Third, stop calling every raid on Yemen a victory for trade.",
    "Elsewhere, tin prices hit a two-year high.",
    "Its forces had thwarted an attack on Yemen and weakened a cell, the ministry said.",
    "Police at a camp in Yemen were later overwhelmed.",
    "Many of the dead in Yemen were displaced families who had lodged in market stalls.",
]


@pytest.mark.parametrize("text", NO_STATEMENT)
def test_advice_quotations_and_skirmishes_are_no_implications(text: str) -> None:
    """Beside a statement on Yemen they are none of their own."""
    assert [claim.quote for claim in stated(WAR + text)] == [WAR.strip()]
