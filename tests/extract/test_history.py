"""What a report only recalls is no news: told behind "known for", under a year long past, below
"Background"."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.lexicon import examples
from tests.extract.documents import read_casualties, read_changes, read_incidents

# text, counts of its news, counts of what it recalls
TOLD = [
    # behind words that recall
    ("Shells killed two men in Nyala, known for a massacre in which 90 people died.", [2], [90]),
    (
        "The town, notorious for the killing of 60 monks, was shelled on Monday, and nine people "
        "died.",
        [9],
        [60],
    ),
    (
        "Hundreds met in Mocoa on Sunday on the anniversary of the raid that left 44 farmers dead.",
        [],
        [44],
    ),
    (
        "Mourners were marking the anniversary of the bombing that killed 70 pupils when gunmen "
        "opened fire, killing five.",
        [5],
        [70],
    ),
    (
        "The ambush revived memories of the attack at Loikaw, in which 31 villagers died.",
        [],
        [31],
    ),
    ("Drones hit Bama, the site of a massacre of 120 prisoners. Two died.", [2], [120]),
    (
        "A mine killed six soldiers near Djibo, the deadliest since an assault that left 24 dead.",
        [6],
        [24],
    ),
    ("The massacre at Ourom, in which 300 people died, set off the revolt.", [], [300]),
    # what has a day of late is news, however it is told
    ("The army recalled the attack, remembered for the 12 cooks killed on Monday.", [12], []),
    # what a court comes to long after, unless the text gives its day
    ("A court in Goma jailed two men for the massacre of 90 villagers.", [2], [90]),
    ("A general was sentenced on Monday for the killing of 800 prisoners.", [], [800]),
    ("The court convicted a former guard of the murder of two nuns in Jolo.", [], [2]),
    ("A court jailed two men for the murder of nine monks on 20 November.", [2, 9], []),
    # a year that says which
    (
        "The movement carried out the 2013 attack on a mall in which 67 people were killed.",
        [],
        [67],
    ),
    ("He was tried over the 1985 storming of the palace. A guard was killed today.", [1], []),
    # a paragraph that opens with a year long past goes on with it
    ("In 1990 rebels overran Sake. Its guards fled. Forty people were killed.", [], [40]),
    (
        "The war began in 2013. Troops went from house to house. They shot dead 14 women.",
        [],
        [14],
    ),
    (
        "The group is best known for the 1985 seizure of the palace. Rebels held the judges for a "
        "day. The army's storming of the palace left 100 dead.",
        [],
        [100],
    ),
    (
        "The valley had seen no bloodshed since 2019. That year militiamen burned the village and "
        "killed 160 herders.",
        [],
        [160],
    ),
    (
        "In 2012 rebels shelled Homs. Three years later they stormed Idlib. The attack left 48 "
        "dead.",
        [],
        [48],
    ),
    # … until it returns to the news, which a life or a clause in passing never left
    ("In 1990 rebels overran Sake. On Monday they shelled it, killing two men.", [2], []),
    ("In 1990 rebels overran Sake. Since then 900 people have been killed.", [900], []),
    ("In 1990 rebels overran Sake. Two men were killed, police said.", [2], []),
    ("He was elected mayor in 2019. Gunmen killed two of his guards.", [2], []),
    (
        "Gunmen raided Bala, where 160 people were killed in 2019. Twelve men were killed.",
        [12],
        [160],
    ),
    ("A mob burned a bar in Goma. In 1990 rebels overran Sake. Two men were killed.", [], [2]),
    ("A mob burned a bar. The war began in 2013. Two men were killed.", [2], []),
    (
        "The raid revived memories of the massacre at Bala, in which 171 men died. In 2012 rebels "
        "overran Goma. Its guards fled. Sixty soldiers were killed.",
        [],
        [171, 60],
    ),
    ("Rebels raided a camp on Thursday. The war began in 2013. Three men were killed.", [3], []),
    ("The storming of the palace left 100 dead. It is the worst raid since 2013.", [100], []),
    # what earlier attacks cost, unless something is measured by it
    ("The militia, blamed for killing 60 farmers in earlier raids, shot dead two men.", [2], [60]),
    ("Rebels who killed 40 soldiers in previous attacks raided Bara, killing two.", [2], [40]),
    ("In past ambushes the gang killed nine policemen. On Sunday it killed three.", [3], [9]),
    ("The faction shot dead seven drivers during prior attacks on the road.", [], [7]),
    ("The bomb killed 12 people, more than in previous attacks.", [12], []),
    # below a heading
    ("Two men died in Goma on Monday.\n\nBackground\n\nA raid killed 40 people.", [2], [40]),
    ("Two men died in Goma.\n\nContext\n\nOn Monday a raid killed 40 people.", [2, 40], []),
]


@pytest.mark.parametrize(("text", "news", "recalled"), TOLD)
def test_what_a_report_recalls_is_no_news(text: str, news: list[int], recalled: list[int]) -> None:
    """Every count is told, and what was long before is marked as background."""
    told = read_casualties(text)
    assert [c.quantity.best for c in told if not c.background] == news
    assert [c.quantity.best for c in told if c.background] == recalled


def test_what_is_recalled_has_no_day_of_the_report() -> None:
    """It has the year told with it, and else none."""
    (known,) = read_casualties("Bala is remembered for the massacre of 90 men.")
    (dated,) = read_casualties("Bala is remembered for the massacre of 90 men in 1994.")
    assert (known.when.start, dated.when.start) == (None, date(1994, 1, 1))


def test_captures_and_attacks_are_recalled_too() -> None:
    """Also what changed hands, and attacks that hurt nobody."""
    text = "In 1990 rebels shelled Goma. Its guards fled. The fighters captured Sake."
    assert [change.background for change in read_changes(text)] == [True]
    incidents = read_incidents(f"{text} They bombed the market.")
    assert incidents
    assert all(incident.background for incident in incidents)


MEASURES = [
    "The raid was the deadliest in Mali since jihadists captured Gao in June 2012.",
    "Nine died in Gao, the highest toll since the army retook the town in January 2013.",
]


@pytest.mark.parametrize("text", MEASURES)
def test_what_a_superlative_is_measured_by_is_recalled(text: str) -> None:
    """A town taken years ago did not change hands on the days of the report."""
    assert [(c.background, c.when.start) for c in read_changes(text)] == [(True, None)]


@pytest.mark.parametrize(("key", "rule"), examples("history"))
def test_examples(key: str, rule: dict[str, str]) -> None:
    """Each list of words marks what its example recalls."""
    assert any(claim.background for claim in read_casualties(rule["example"])), key
