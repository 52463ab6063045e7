"""Several places in one sentence: each with its own day, those behind a colon with their count."""

from __future__ import annotations

from datetime import date

import pytest

from tests.extract.documents import read_changes

FRIDAY = date(2025, 1, 24)

DAYS = [
    # text, per change its places and its day
    (
        "M23 took control of Minova on 21 January, Bweremana on 22 January and Sake on the 23rd.",
        [("Minova", "2025-01-21"), ("Bweremana", "2025-01-22"), ("Sake", "2025-01-23")],
    ),
    (
        "The army recaptured Wad Madani on Saturday, Hasaheisa on Monday and Rufaa on Tuesday.",
        [("Wad Madani", "2025-01-18"), ("Hasaheisa", "2025-01-20"), ("Rufaa", "2025-01-21")],
    ),
    # the places are the subject
    (
        "Palma was captured on 24 March and Mocimboa da Praia on 12 August.",
        [("Palma", "2024-03-24"), ("Mocimboa da Praia", "2024-08-12")],
    ),
    ("Lashio fell on 3 August, Kyaukme on 6 August.",
     [("Lashio", "2024-08-03"), ("Kyaukme", "2024-08-06")]),
    # the day stands ahead of its place
    ("On 21 January M23 captured Minova, and on 23 January Sake.",
     [("Minova", "2025-01-21"), ("Sake", "2025-01-23")]),
    (
        "The rebels captured Hama on Tuesday and, two days later, the town of Homs.",
        [("Hama", "2025-01-21"), ("Homs", "2025-01-23")],
    ),
    # a day that counts from the one before
    (
        "The RSF overran Zalingei on 31 October and El Geneina four days later.",
        [("Zalingei", "2024-10-31"), ("El Geneina", "2024-11-04")],
    ),
    # in brackets, and with a pronoun behind it
    (
        "M23 captured Bunagana (13 June 2022) and Rutshuru (29 October 2022).",
        [("Bunagana", "2022-06-13"), ("Rutshuru", "2022-10-29")],
    ),
    (
        "Troops retook Bama on 3 January and, on the 5th, Gwoza; on the 9th they entered Banki.",
        [("Bama", "2025-01-03"), ("Gwoza", "2025-01-05"), ("Banki", "2025-01-09")],
    ),
    # a month or a year may stand behind a fall
    ("The town of Lashio fell in early December.", [("Lashio", "2024-12-01")]),
    # behind "then" or a semicolon, with "there" before the day
    (
        "Militants took Djibo on Sunday, and then Diapaga on Tuesday.",
        [("Djibo", "2025-01-19"), ("Diapaga", "2025-01-21")],
    ),
    (
        "On Sunday, rebels took Sake; on Monday, Goma.",
        [("Sake", "2025-01-19"), ("Goma", "2025-01-20")],
    ),
    # several places share a day
    (
        "M23 seized Masisi on 4 January and Minova and Lumbishi in South Kivu on 21 January.",
        [("Masisi", "2025-01-04"), ("Minova+Lumbishi", "2025-01-21")],
    ),
    # what follows is another clause, and no further place
    ("The RSF captured Bara on Monday and the army said so on Tuesday.", [("Bara", "2025-01-20")]),
    ("The militia sacked its chief on Monday and two officers on Tuesday.", []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), DAYS)
def test_each_place_has_its_day(text: str, expected: list[tuple[str, str]]) -> None:
    """Places that one verb takes on several days are several changes."""
    found = [
        ("+".join(place.as_written for place in claim.places), str(claim.when.start))
        for claim in read_changes(text, FRIDAY)
    ]
    assert found == expected


LISTS = [
    # text, per change its places
    (
        "M23 captured Minova and three mining towns nearby: Numbi, Lumbishi and Shanje.",
        ["Minova", "Numbi+Lumbishi+Shanje"],
    ),
    (
        "Russian troops took two villages, the ministry said: Yasenove and Baranivka.",
        ["Yasenove+Baranivka"],
    ),
    (
        "The militia overran several villages there last week: Tudub, Katale and Mweso.",
        ["Tudub+Katale+Mweso"],
    ),
    (
        "Rebels captured two hills near Sake: Mount Kiuli and Mount Goma.",
        ["Mount Kiuli+Mount Goma"],
    ),
    (
        "M23 seized the towns of Masisi, Katale and nearby Mweso.",
        ["Masisi+Katale+Mweso"],
    ),
    (
        "Al-Shabaab took three towns north of Mogadishu: Adan Yabaal, Aboorey and Moqokori.",
        ["Adan Yabaal+Aboorey+Moqokori"],
    ),
    (
        "Soldiers cleared three settlements in Borno, namely Bula, Dure and Sabah.",
        ["Bula+Dure+Sabah"],
    ),
    # behind this colon stands a clause
    ("The army retook three towns quickly: officials in Goma were surprised.", [""]),
]


@pytest.mark.parametrize(("text", "expected"), LISTS)
def test_names_behind_a_colon(text: str, expected: list[str]) -> None:
    """The names behind a colon spell out the count before it, whatever stands between."""
    found = ["+".join(p.as_written for p in claim.places) for claim in read_changes(text, FRIDAY)]
    assert found == expected


SUBJECTS = [
    # places in a row that are the subject are a place each
    ("Hama, Homs and Aleppo fell in October.", ["Hama", "Homs", "Aleppo"]),
    ("The towns of Hama, Homs and Aleppo were captured by rebels.", ["Hama", "Homs", "Aleppo"]),
    ("Minova, Katale and Sake were captured by M23.", ["Minova", "Katale", "Sake"]),
    ("Rebels said Hama, Homs and Aleppo had fallen to them.", ["Hama", "Homs", "Aleppo"]),
    # what only says where they lie is none
    ("In Syria, Homs and Aleppo fell in October.", ["Homs", "Aleppo"]),
]


@pytest.mark.parametrize(("text", "expected"), SUBJECTS)
def test_places_in_a_row(text: str, expected: list[str]) -> None:
    """A list of places before the verb has all of them."""
    assert [p.as_written for claim in read_changes(text) for p in claim.places] == expected


BUILDINGS = [
    # whoever moves into a building has taken no territory
    ("Fighters occupied schools and hospitals in Dilling.", []),
    ("Gunmen took over a hospital in Port-au-Prince.", []),
    ("Displaced families occupied a church in Drodro.", []),
    # what is fought for is
    ("Gunmen occupied the airport of Menaka.", ["Menaka"]),
    ("The army occupied the base at Kidal.", ["Kidal"]),
    ("Rebels occupied the hospital and the town of Walikale.", ["Walikale"]),
    ("Wagner fighters captured a hospital in the north of Bakhmut.", ["Bakhmut"]),
]


@pytest.mark.parametrize(("text", "expected"), BUILDINGS)
def test_buildings(text: str, expected: list[str]) -> None:
    """Buildings that are occupied are no captured places; what a battle is about is one."""
    assert [p.as_written for claim in read_changes(text) for p in claim.places] == expected


DATING = [
    ("Rebels took Khan Touman before Aleppo fell.", [date(2024, 11, 26), None]),
    ("Thousands of people had left Goma before the town was captured by M23.", [None]),
    ("The garrison of Bama held out until Gwoza fell to Boko Haram.", [None]),
    ("Aleppo fell.", [date(2024, 11, 26)]),
    ("Rebels entered the town before they took Sake.", [date(2024, 11, 26)] * 2),
]


@pytest.mark.parametrize(("text", "days"), DATING)
def test_what_only_dates_has_no_day_of_the_report(text: str, days: list[date | None]) -> None:
    """A change that says when something else was has the day that its sentence gives, or none."""
    assert [change.when.start for change in read_changes(text)] == days


ANNOUNCED = [  # what was told before, the statement with its day, whether the statement bounds it
    (
        "Shells hit the port on Monday.",
        "The rebels said on Wednesday they had captured Morek.",
        True,
    ),
    ("On Monday jets bombed Idlib.", "The army said on Wednesday it had captured Saraqib.", True),
    ("On Monday jets bombed Morek.", "The army said on Wednesday it had taken Morek.", False),
]


@pytest.mark.parametrize(("before", "statement", "bounds"), ANNOUNCED)
def test_a_place_new_to_the_report_has_no_day_of_the_event_before(
    before: str, statement: str, bounds: bool
) -> None:
    """What is announced of a place that is new was done by the day of the statement."""
    [*_, change] = read_changes(f"{before}\n\n{statement}", FRIDAY)
    if bounds:
        assert (change.when.end, change.when.basis) == (date(2025, 1, 22), "assumed")
    else:
        assert change.when.start == date(2025, 1, 20)
