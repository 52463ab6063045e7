"""What outlets of other kinds write: bulletins, live pages, statements, updates, translations."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from briefing.extract import extract
from briefing.lexicon import load
from briefing.models import Article, Extraction
from tests.extract.documents import read_casualties, read_changes

FRIDAY = date(2024, 11, 29)


def read(text: str, title: str | None = None, publisher: str | None = None) -> Extraction:
    """All that is read from ``text``, published on a Friday."""
    article = Article("a1", "a1.txt", text, "00", title, publisher, published=FRIDAY)
    return extract(article)


COUNTED_LATER = [
    # the day of a count is not that of the dead
    ("GOMA, Nov. 29 (XY) — The death toll from a raid on Goma rose to 15 on Friday.", None),
    ("The number of dead in the Kassala bombing climbed to 21 on Thursday, doctors said.", None),
    ("The toll from Monday's air strike in Rafah reached 30 on Thursday.", date(2024, 11, 25)),
    ("A bomb killed nine people in Gao on Monday. The toll stood at 12 on Thursday.", "Monday"),
    # what happened on a day keeps it
    ("An air strike on Thursday raised the death toll to 12 in Idlib.", date(2024, 11, 28)),
]


@pytest.mark.parametrize(("text", "day"), COUNTED_LATER)
def test_day_of_a_toll(text: str, day: date | str | None) -> None:
    """A toll that rises on a day counts people who died before; where none is told, before."""
    when = read_casualties(text, FRIDAY)[-1].when
    if day is None:
        assert when.basis == "assumed"
    else:
        expected = date(2024, 11, 25) if day == "Monday" else day
        assert (when.start, when.end) == (expected, expected)


ENTRIES = [
    # the place that opens an entry holds for it, and no other entry's
    (
        "Goma: shelling killed two soldiers.\nSake: a drone wounded three near Bunia.\n"
        "Butembo: two air strikes on the market, six civilians killed.",
        ["Goma", "Bunia", "Butembo"],
    ),
    (
        "1. Goma. Air strikes. Seven residents killed.\n2. Bukavu (south). A mine killed two men.",
        ["Goma", "Bukavu"],
    ),
    (
        "Kassala: quiet.\nEl Fasher: mortars killed a baker.\nNyala: two people were hurt.",
        ["El Fasher", "Nyala"],
    ),
    # a name in a list is a place, whatever letters it begins with; question and answer are none
    (
        "Goma: a drone killed a guard.\nÇukurviran: a mine killed two.\nSake: a raid killed three.",
        ["Goma", "Çukurviran", "Sake"],
    ),
    ("Goma: quiet.\nSake: quiet.\nQ: Who killed the two nurses?\nA: A mine killed them.", [None]),
    # one colon is the dateline of a report
    ("QUETTA: Six guards were killed.\n\nIn Zhob, two were hurt.", ["QUETTA", "Zhob"]),
    ("Kharkiv, Nov 27: Two nurses were killed. A cook was hurt.", ["Kharkiv", "Kharkiv"]),
]


@pytest.mark.parametrize(("text", "places"), ENTRIES)
def test_places_of_entries(text: str, places: list[str | None]) -> None:
    """A list by place tells each count at its own place."""
    assert [c.place and c.place.as_written for c in read_casualties(text)] == places


LIVE = [
    "06:40 — The army says two guards died in Kidal.\n\n08:15 — Gao fell on Tuesday, it says.\n\n"
    "09:30 — Four people are dead in Mopti, a nurse says.",
    "7.10am: Artillery is heard in Kherson.\n\n8.45am: Two people are dead in Izium.\n\n"
    "1pm: Three nurses were hurt in Kharkiv, the mayor says.",
    "10:05 GMT – Raid sirens in Haifa.\n\n11:20 GMT – Six people are dead in Tyre, doctors say.",
]


@pytest.mark.parametrize("text", LIVE)
def test_day_of_live_pages(text: str) -> None:
    """What a page tells by the hour is of its day, whatever day another entry names."""
    days = {(c.when.start, c.when.end) for c in read_casualties(text, FRIDAY)}
    assert days == {(FRIDAY, FRIDAY)}


STATEMENTS = [
    # title, publisher, text, who gained or killed
    ("Statement of the RSF on Nyala", "Sudan Voice", "Our troops liberated Nyala.", "RSF"),
    (None, "M23 press office", "Today we liberated Sake.", "M23"),
    (None, "Ministry of Defence of Mali", "Our soldiers retook Kidal.", "Malian forces"),
    # not a party's text, and nobody else's words in it
    (
        "Our week in Gaza with Hamas",
        "The Lantern",
        "Our reporters saw the army take Rafah.",
        "army",
    ),
    (None, "Sudan Voice", "Our troops liberated Nyala.", "troops"),
]


@pytest.mark.parametrize(("title", "publisher", "text", "who"), STATEMENTS)
def test_who_speaks_in_a_statement(title: str | None, publisher: str, text: str, who: str) -> None:
    """ "We" and "our troops" are the party whose statement it is, and its word is a claim."""
    (change,) = read(text, title, publisher).territory
    gainer = {"RSF": "Rapid Support Forces"}.get(who, who)
    assert change.gainer == gainer
    assert (change.certainty == "claimed") is (who in ("RSF", "M23", "Malian forces"))


WITHDRAWN = [
    "Two men died in Gao. Correction: at 10:20 we wrote that 20 people died there.",
    "Two men died in Gao. An earlier version of this report put the number of dead at 12.",
    "Two men died in Gao.\n\nThis article wrongly said that 40 soldiers were killed in Kidal.",
]


@pytest.mark.parametrize("text", WITHDRAWN)
def test_what_an_outlet_takes_back(text: str) -> None:
    """It is told no more."""
    assert [c.quantity.best for c in read_casualties(text)] == [2]


@pytest.mark.parametrize("rule", load("withdrawn")["sentence"], ids=lambda rule: rule["name"])
def test_withdrawn_examples(rule: dict[str, Any]) -> None:
    """Each rule's example tells what it says and no more."""
    told = [[c.outcome, c.quantity.best] for c in read_casualties(rule["example"])]
    assert told == rule["reads"]


Told = tuple[str, int | None, str]  # outcome, count (None: vague or open), victim group

WORDINGS: list[tuple[str, list[Told]]] = [
    # of whom a bare count is
    (
        "At least 11 villagers were killed and 17 wounded in Goma.",
        [("killed", 11, "civilians"), ("injured", 17, "civilians")],
    ),
    (
        "The raid killed nine soldiers and wounded 20.",
        [("killed", 9, "combatants"), ("injured", 20, "combatants")],
    ),
    (
        "Nine terrorists were killed and four captured alive near Gafsa.",
        [("killed", 9, "combatants"), ("detained", 4, "combatants")],
    ),
    (
        "Eight fighters died, while seven got injured in Sebha.",
        [("killed", 8, "combatants"), ("injured", 7, "combatants")],
    ),
    # … but not beside one man, others, two sorts of people or another clause
    (
        "A bomb killed a judge and injured 12.",
        [("killed", 1, "civilians"), ("injured", 12, "unknown")],
    ),
    (
        "Two soldiers were killed and 15 others wounded.",
        [("killed", 2, "combatants"), ("injured", 15, "unknown")],
    ),
    (
        "Two children died; six were injured in Gaza.",
        [("killed", 2, "civilians"), ("injured", 6, "unknown")],
    ),
    # lives given
    ("Eleven of our comrades gave their lives.", [("killed", 11, "combatants")]),
    ("Twelve officers sacrificed their lives in Nyala.", [("killed", 12, "combatants")]),
    ("Three persons sacrificed lives in the raid.", [("killed", 3, "unknown")]),
    # who fell
    (
        "The RSF says 33 of its fighters fell in the battle for Nyala.",
        [("killed", 33, "combatants")],
    ),
    ("Another rebel fell in a clash in Arauca.", [("killed", 1, "combatants")]),
    (
        "The ministry gave the names of 43 soldiers who fell in action.",
        [("killed", 43, "combatants")],
    ),
    ("Two soldiers fell back. Three guards fell ill. Two traders fell.", []),
    # lists of names
    ("They read the names of 12 men who died in the siege.", [("killed", 12, "unknown")]),
    (
        "Some 900 people were documented as killed and 1,400 as wounded in Derna.",
        [("killed", 900, "unknown"), ("injured", 1400, "unknown")],
    ),
    (
        "By 5 May, 40,000 people had been registered as displaced.",
        [("displaced", 40000, "unknown")],
    ),
    ("Some 40 men were listed as missing.", [("missing", 40, "unknown")]),
    # one of them told aside
    (
        "Two persons, one a seven-year-old boy, had been killed in Izium.",
        [("killed", 2, "unknown")],
    ),
    # taken
    ("Word came of 90 men taken prisoner on the road.", [("detained", 90, "unknown")]),
    ("Five youths were taken away by gunmen.", [("detained", 5, "unknown")]),
    ("Five youths were taken away by ambulance.", []),
    # driven out of a country
    ("Militias drove more than 9,000 into Chad.", [("displaced", 9000, "unknown")]),
    ("He drove two trucks into Chad.", []),
    # among
    ("Omar Ali was among three militants killed in Derna.", [("killed", 3, "combatants")]),
    # a toll with an aside
    (
        "The raid killed 16. The toll, which stood at 12 on Monday, included 14 soldiers and "
        "two cooks.",
        [
            ("killed", 16, "unknown"),
            ("killed", 12, "unknown"),
            ("killed", 14, "combatants"),
            ("killed", 2, "civilians"),
        ],
    ),
    ("The toll in Izium has gone up to five.", [("killed", 5, "unknown")]),
]


@pytest.mark.parametrize(("text", "told"), WORDINGS)
def test_wordings(text: str, told: list[Told]) -> None:
    """Each count once, with what befell whom."""
    claims = read_casualties(text)
    assert [(c.outcome, c.quantity.best, c.victim_group) for c in claims] == told


def test_city_in_the_north_is_no_northern_part() -> None:
    """ "The northern city of Goma" is all of Goma; "northern Goma" is a part."""
    texts = ("Rebels took the northern city of Goma.", "Rebels took northern Goma.")
    whole, part = (read_changes(text)[0].places[0].direction for text in texts)
    assert whole is None
    assert part is not None


PLACED: list[tuple[str, str]] = [
    # "here" is where the report was filed
    ("MARAWI CITY — A bomb at a Mindanao college here killed four men.", "MARAWI CITY"),
    ("PESHAWAR: A blast in Khyber Pakhtunkhwa killed two guards here on Sunday.", "PESHAWAR"),
    ("BAKHMUT, Ukraine — Shells killed six farmers on Friday.", "BAKHMUT"),
    # "where" is what stands before it
    ("The army took Lyman and shelled Toretsk this week, where 13 people died.", "Toretsk"),
    ("A mine went off in Amalfi, Antioquia, where officers camped; two of them died.", "Amalfi"),
    ("Gunmen left Goma and raided Bunia, where, doctors say, six men died.", "Bunia"),
    # where people met is not where others died
    ("Despite a truce agreed in Minsk, two men died in Goma.", "Goma"),
    ("After the talks in Doha failed, shells killed two men in Gao.", "Gao"),
    # a station in capitals is one
    ("A bomb killed two men at Quetta Railway Station.", "Quetta Railway Station"),
    ("Two men were killed at Lahore Bus Station.", "Lahore Bus Station"),
]


@pytest.mark.parametrize(("text", "place"), PLACED)
def test_where(text: str, place: str) -> None:
    """The place that the text says."""
    claim = read_casualties(text)[-1]
    assert claim.place is not None
    assert claim.place.as_written == place


def test_talks_are_no_place_of_death() -> None:
    """Where a truce was signed is taken for nobody's place, for want of another."""
    (claim,) = read_casualties("Despite a deal signed in Geneva, shells killed nine people.")
    assert claim.place is None


NO_HARM = [
    "Flight MH17 was shot down over Hrabove.",
    "Two drones were shot down near Kharkiv.",
    "Patience killed the five points.",
    "The visitors lost two men to injury in Goma.",
    "Weapons seized: 11.",
    "The general died in Yangon on 1 May, aged 97.",
    "A founder of the party died in his sleep in Tunis.",
    "The president, Omar Ali, fled on 5 May.",
    "Four men were in the hospital when it was hit.",
]


@pytest.mark.parametrize("text", NO_HARM)
def test_nobody_was_harmed(text: str) -> None:
    """What has the words of harm and tells of none."""
    assert read_casualties(text) == ()


FURTHER: list[tuple[str, list[Told]]] = [
    (
        "Enemy dead: 17. Enemy prisoners: 8. Wounded: 4.",
        [("killed", 17, "combatants"), ("detained", 8, "combatants"), ("injured", 4, "unknown")],
    ),
    ("A boy died, aged 9, when a shell hit his house.", [("killed", 1, "civilians")]),
    ("A nun, aged 80, died when a shell hit her house.", [("killed", 1, "civilians")]),
    ("A guard was shot down in Goma.", [("killed", 1, "combatants")]),
    (
        "Captain Omar Ali embraced martyrdom along with two of his men.",
        [("killed", 1, "combatants"), ("killed", 2, "unknown")],
    ),
    (
        "Four guards, two each from Gao and Kidal, sustained injuries.",
        [("injured", 4, "combatants")],
    ),
    (
        "Three people died and 21 were in hospital after shelling.",
        [("killed", 3, "unknown"), ("injured", 21, "unknown")],
    ),
    ("Sixteen villagers are under treatment.", [("injured", 16, "civilians")]),
    ("A plane crashed, killing both pilots, two outlets report.", [("killed", 2, "combatants")]),
    ("Two air strikes on the market, six civilians killed.", [("killed", 6, "civilians")]),
]


@pytest.mark.parametrize(("text", "told"), FURTHER)
def test_further_wordings(text: str, told: list[Told]) -> None:
    """Each count once, with what befell whom."""
    claims = read_casualties(text)
    assert [(c.outcome, c.quantity.best, c.victim_group) for c in claims] == told


TAKEN = [
    # a withdrawal that has begun goes on
    ("Congolese troops began pulling out of Sake on Monday.", "withdrew", ["Sake"]),
    ("The rebels started withdrawing from Gao.", "withdrew", ["Gao"]),
    ("Malian forces began evacuating the base at Kidal.", "withdrew", ["Kidal"]),
    # "the town" is the one that the text calls a town
    (
        "Rebels took the town of Lyman. A soldier reached Izium. The fall of the town is a blow.",
        "captured",
        ["Lyman"],
    ),
    # an entry of a list by place
    ("Goma: quiet.\nBunia: quiet.\nTchabi: rebels took the town.", "captured", ["Tchabi"]),
]


@pytest.mark.parametrize(("text", "action", "places"), TAKEN)
def test_changes_of_hands(text: str, action: str, places: list[str]) -> None:
    """What was taken or left, and where."""
    change = read_changes(text)[-1]
    assert (change.action, [place.as_written for place in change.places]) == (action, places)


NOT_TAKEN = [
    "Soldiers seized 12 mines and 200 rounds of ammunition.",
    "The army lost 30 men, three tanks and a BMP.",
    'Two clinics in "People\'s Republic"-controlled Luhansk were shelled.',
]


@pytest.mark.parametrize("text", NOT_TAKEN)
def test_nothing_changed_hands(text: str) -> None:
    """Weapons are no places, and what somebody holds has not changed hands."""
    assert read_changes(text) == ()


def test_rumour_of_a_capture() -> None:
    """What people are told not to believe is denied."""
    (change,) = read_changes("Do not believe rumours that Goma has fallen, the army said.")
    assert change.certainty == "denied"


KNOWN = [
    # named and not told: of some day before
    ("The loss of Goma is the worst defeat of the war.", "unknown"),
    ("The fall of Sirte has shocked the region.", "unknown"),
    ("The capture of Palma by the insurgents alarms Maputo.", "unknown"),
    # told, or with its day
    ("Rebels took Goma.", "assumed"),
    ("The fall of Goma on Monday shocked the region.", "relative"),
]


@pytest.mark.parametrize(("text", "basis"), KNOWN)
def test_day_of_what_all_have_heard_of(text: str, basis: str) -> None:
    """A change that is only named has no day of its own."""
    assert read_changes(text)[0].when.basis == basis


OUTLOOK = [
    "With the pass gone, Kindu would lie open to the rebels.",
    "Sudan's garrison in El Fasher may be tempted to give in: it cannot hold out for long.",
    "Khartoum would be left at the mercy of the militia.",
    "The militia may be tempted to finish off the garrison in Nyala.",
    "For the Sahel the outlook is bleak.",
    "Kyiv has most to lose from a truce that Moscow writes.",
]
NO_OUTLOOK = [
    "Reporters in Khartoum were unable to verify the account.",
    "The agency verified 12 videos of the raid on Nyala.",
]


@pytest.mark.parametrize(
    ("text", "number"), [(t, 1) for t in OUTLOOK] + [(t, 0) for t in NO_OUTLOOK]
)
def test_what_lies_open(text: str, number: int) -> None:
    """What lies open or cannot last is an outlook; what nobody could verify is none."""
    told = read(f"Rebels and the army clashed near the border; two soldiers were killed. {text}")
    assert sum(text == claim.quote for claim in told.implications) == number


DAYS = [
    # figures: day, month and year with points; with strokes where only one can be the month
    ("Six men were killed on 12.5.2024 in Gao.", "2024-05-12", "2024-05-12"),
    ("Two nurses died in Goma on 25.11.2024.", "2024-11-25", "2024-11-25"),
    # two days of one month
    ("Troops killed two men on the night of 25/26 November in Tank.", "2024-11-25", "2024-11-26"),
    ("Nine fighters were killed in Jolo on November 25 and 26.", "2024-11-25", "2024-11-26"),
    ("Two soldiers died on November 25 and 26 others were hurt.", "2024-11-25", "2024-11-25"),
    # from a month to a day
    ("From April 2023 to 28 February 2024, 900 people were killed.", "2023-04-01", "2024-02-28"),
    ("From mid-April 2023 to 28 May 2024, 900 people were killed.", "2023-04-11", "2024-05-28"),
    ("Between early May and 20 November, 900 people were killed.", "2024-05-01", "2024-11-20"),
]


@pytest.mark.parametrize(("text", "start", "end"), DAYS)
def test_days_and_windows(text: str, start: str, end: str) -> None:
    """The days that a text gives, however it writes them."""
    when = read_casualties(text)[0].when
    assert (str(when.start), str(when.end)) == (start, end)


REMEMBERED = [
    "Villagers remember a raid in which nine people died.",
    "Remember Srebrenica, where 8,000 died because a promise was believed.",
    "The fighting is the worst since a 1991–94 war that killed about 30,000 people.",
    "Two men were held on Monday over the 1994 attack in Goma, in which 90 people died.",
    "She was tried for the 2002 bombing, in which 40 tourists were killed, and freed on Friday.",
]


@pytest.mark.parametrize("text", REMEMBERED)
def test_what_is_remembered(text: str) -> None:
    """History in passing is no news of the week, and lies nowhere that the news does."""
    claim = next(
        c for c in read_casualties(f"Shells hit Mariupol.\n\n{text}") if c.outcome == "killed"
    )
    assert claim.background
    assert claim.place is None or claim.place.as_written != "Mariupol"


LOST = [
    ("The enemy lost 78 men.", "combatants"),
    ("The garrison has lost 12 men.", "combatants"),
    ("Malian troops lost nine men near Kidal.", "combatants"),
    ("The village lost 12 men.", "unknown"),
]


@pytest.mark.parametrize(("text", "group"), LOST)
def test_whose_men_were_lost(text: str, group: str) -> None:
    """The men of an armed body are fighters."""
    assert [c.victim_group for c in read_casualties(text)] == [group]


WHO_IS_IT = [
    # the body with which the sentence before opens
    ("The army bombed Goma. It captured Sake on Monday.", "army"),
    ("The junta shelled Laiza. It took the town on Friday.", "junta"),
    # "the group" that was told of last, by its name
    ("The army drove M23 out of Goma; the group came back. It recaptured Goma.", "M23"),
    (
        "The junta drove the KIA from Laiza; the movement went underground. It seized Laiza again.",
        "Kachin Independence Army",
    ),
    # not where that fled
    ("The army attacked the RSF in Nyala, and the militia fled. It retook Nyala.", "army"),
]


@pytest.mark.parametrize(("text", "gainer"), WHO_IS_IT)
def test_who_it_is(text: str, gainer: str) -> None:
    """ "It took the town": whoever the text tells of."""
    assert read_changes(text)[-1].gainer == gainer


def test_according_to_him() -> None:
    """Whoever was named last says so; nobody where nobody was named."""
    named = "Mayor Omar Ali said shells had hit Goma. Nine people died, according to him."
    assert read_casualties(named)[0].attribution.source_original == "Mayor Omar Ali"
    many = "Residents said shells had hit Goma. According to them, nine people died."
    assert read_casualties(many)[0].attribution.source_original == "residents"
    alone = "Shells hit Goma. According to her, nine people died."
    assert read_casualties(alone)[0].attribution.source_original is None


BY_PLACE: list[tuple[str, list[tuple[str, int, str | None]]]] = [
    (
        "By county: Goma 70,000 displaced; Sake 12,300; Bunia 9,050.",
        [("displaced", 70000, "Goma"), ("displaced", 12300, "Sake"), ("displaced", 9050, "Bunia")],
    ),
    (
        "Killed in the week to Friday: Borno 12; Yobe 9; Adamawa 30; Civilians 20.",
        [
            ("killed", 12, "Borno"),
            ("killed", 9, "Yobe"),
            ("killed", 30, "Adamawa"),
            ("killed", 20, None),
        ],
    ),
    (
        "Casualties: Rafah 12 wounded; Khan Younis 9; Jabalia 30.",
        [("injured", 12, "Rafah"), ("injured", 9, "Khan Younis"), ("injured", 30, "Jabalia")],
    ),
    ("The group has three wings: Politics 12; Army 300; Youth 90.", []),
]


@pytest.mark.parametrize(("text", "told"), BY_PLACE)
def test_counts_place_by_place(text: str, told: list[tuple[str, int, str | None]]) -> None:
    """Each count of a list by place, with its own."""
    claims = read_casualties(text)
    found = [(c.outcome, c.quantity.best, c.place and c.place.as_written) for c in claims]
    assert found == told


NAMES_WITH_AND = [
    ("The Institute for Conflict and Security Studies recorded nine deaths in May.", "Security"),
    ("The Centre for Democracy and Development said nine people died in Goma.", "Democracy and"),
    ("The Ministry of Women and Social Affairs said nine girls died.", "Women and Social Affairs"),
]


@pytest.mark.parametrize(("text", "part"), NAMES_WITH_AND)
def test_names_that_hold_and(text: str, part: str) -> None:
    """ "And" inside a body's name joins no second source."""
    source = read_casualties(text)[0].attribution.source_original
    assert source is not None
    assert part in source
    assert " " in source.partition(part)[0]


HELD: list[tuple[str, list[Told]]] = [
    ("Sixty servicemen laid down their arms.", [("detained", 60, "combatants")]),
    (
        "Rebels in Kidal laid down their weapons; 12 men laid down their guns.",
        [("detained", 12, "unknown")],
    ),
    ("Eleven bodies had been brought to the hospital.", [("killed", 11, "unknown")]),
    ("Nine porters were shifted to hospital.", [("injured", 9, "unknown")]),
    ("In a day 106 martyrs reached hospitals in Gaza.", [("killed", 106, "unknown")]),
]


@pytest.mark.parametrize(("text", "told"), HELD)
def test_who_gave_up_and_who_was_brought(text: str, told: list[Told]) -> None:
    """Arms laid down are a surrender; bodies brought to a hospital are no wounded."""
    claims = [c for c in read_casualties(text) if c.quantity.kind != "vague"]
    assert [(c.outcome, c.quantity.best, c.victim_group) for c in claims] == told


def test_a_partys_own_people() -> None:
    """ "Our brothers" in a party's statement are its fighters, elsewhere a family's."""
    text = "Twelve of our brothers were killed in Gao."
    own, others = (read(text, None, name).casualties[0] for name in ("JNIM media", "Mali Courier"))
    assert own.victim_group == "combatants"
    assert others.victim_group == "civilians"


def test_datelines_in_capitals() -> None:
    """A town that no gazetteer knows opens a report in capitals; "UPDATE" is none."""
    text = "{}: A bomb killed a teacher in front of a school on Sunday. Two guards were hurt."
    for head, place in (("BANNANG SATA", "BANNANG SATA"), ("UPDATE", None), ("ZAMURAN", "ZAMURAN")):
        claim = read_casualties(text.format(head))[0]
        assert (claim.place and claim.place.as_written) == place


NOT_THERE = [
    "Gunmen shot dead 130 people. It was the worst massacre since a 2021 attack on Goma.",
    "A bomb killed nine men. It was the deadliest since an attack that left 40 dead in Gao.",
    "Shells killed six cooks. It was the worst attack since the 2016 bombing of Bunia.",
]


@pytest.mark.parametrize("text", NOT_THERE)
def test_what_an_attack_is_measured_by_lies_elsewhere(text: str) -> None:
    """The place of the attack that a superlative is measured by is not that of the news."""
    assert read_casualties(text)[0].place is None
