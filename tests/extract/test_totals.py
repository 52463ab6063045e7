"""An article's totals: tables of texts in the project's own words."""

from __future__ import annotations

import pytest

from briefing.extract import extract
from briefing.extract.casualties.same.totals import Total, total_people
from briefing.lexicon import examples
from briefing.models import Article, Outcome


def totals(text: str, codebook: str = "unquantified") -> dict[Outcome, Total]:
    """The totals of a text."""
    article = Article("a1", "a1.txt", text, "00")
    return total_people(extract(article).casualties, codebook=codebook)


KILLED: list[tuple[str, int]] = [
    # separate events add up
    ("A mine killed two farmers in Bara. A shell killed three nurses in Sodiri.", 5),
    ("Three soldiers and two policemen died in Gao.", 5),
    ("A mine killed five farmers in Lagos. A shell killed two farmers in Kano.", 7),
    # a report's first count takes in what follows on the same place
    ("Rebels killed nine farmers in a raid. Two farmers died in a burning barn.", 9),
    # the same count told again
    ("Six miners killed in Kolwezi\n\nSix miners were killed when a pit wall fell.", 6),
    ("Troops killed two insurgents. They fired on the patrol, which killed the two attackers.", 2),
    ("Prosecutor Ali Wako was murdered. Ali Wako was murdered on his doorstep.", 1),
    # a part is in its whole
    ("Thirty people, including 12 children, were killed.", 30),
    ("A blast killed nine people. Three of them were killed in a tea house.", 9),
    ("The shelling killed 48 villagers. Thirty died at once.", 48),
    # a lower bound is made exact
    ("More than ten rebels died in the strike. It killed 15 rebels, the army said.", 15),
    # a name is one person, also within a sentence
    ("The murder of Omar Ali: judge Omar Ali was killed at home.", 1),
    # told alone, and later as one of a count
    (
        "It killed Omar Ali, a leader. It killed nine rebels. Omar Ali was among those killed.",
        9,
    ),
    # a part and who is told beside it, within the whole
    ("Two rebels died, including a chief. The chief and one of his men were killed in a hut.", 2),
    # a share of people behind their own possessive is nobody told before
    ("Two rebels were killed. Two of their drivers were killed in the yard.", 4),
    # a count that is the sum of others, before and after them
    ("Nine people were killed. Four guards died in Bo. Five nurses died in Kenema.", 9),
    ("A shell killed four guards. A mine killed five nurses. A total of nine people died.", 9),
    # a toll takes in what was told before
    ("A bus bomb killed five porters. Another killed two. The death toll rose to 11.", 11),
    # two sources on the same people
    ("Four porters died in the blast, police said, while a hospital reported seven.", 4),
    ("At least 20 porters died in the raid, residents said. The army put it at 12.", 20),
    # the attacker is not one of the people attacked
    ("A gunman shot dead four shoppers. The attacker was killed by a guard.", 5),
    # nobody is nobody
    ("Two guards were killed. No civilians were killed.", 2),
]


@pytest.mark.parametrize(("text", "total"), KILLED)
def test_killed(text: str, total: int) -> None:
    """Distinct people are added, and nobody is counted twice."""
    assert totals(text)["killed"].best == total


DETAINED: list[tuple[str, int]] = [
    # the lead's word for several, and the body's count
    ("Police arrested several smugglers. A patrol detained five smugglers at a ford.", 5),
    # the leader again, now with company
    ("Rangers captured a rebel leader. They detained the leader and two of his aides.", 3),
    ("Rangers captured a rebel leader. Two other rebels were detained.", 3),
    # a vague company told twice
    ("Rangers arrested a spy and some rebels. The spy and some others were jailed.", 4),
    # both are the two of before
    ("Police arrested two traders. Both men were detained after a search.", 2),
    # a lower bound is nobody else
    ("Police arrested more than ten traders. Eleven traders were arrested for theft.", 11),
    ("Police arrested three traders. A fourth suspect was arrested at home.", 4),
    # others are not those of before
    ("Police arrested two traders. Two other traders were arrested in Aden.", 4),
]  # fmt: skip


@pytest.mark.parametrize(("text", "total"), DETAINED)
def test_detained(text: str, total: int) -> None:
    """Who is spoken of again, and who is added, follows from the words."""
    assert totals(text, "isaf")["detained"].best == total


@pytest.mark.parametrize(
    ("name", "rule"), [(n, r) for n, r in examples("totals") if isinstance(r.get("reads"), int)]
)
def test_examples(name: str, rule: dict[str, int | str]) -> None:
    """Each list of words in the lexicon does what its example says."""
    assert totals(str(rule["example"]))["killed"].best == rule["reads"], name


@pytest.mark.parametrize(
    ("text", "codebook", "expected"),
    [
        ("Some herders and at least 20 farmers died.", "lowest", (22, 22, None)),
        ("More than 20 farmers died.", "lowest", (20, 20, None)),  # as it is written
        ("More than 20 farmers died.", "isaf", (21, 21, None)),  # as it is meant
        ("Several herders died.", "isaf", (3, 3, None)),
        ("Several herders died.", "unquantified", (0, 0, None)),  # open, and no number invented
        ("Between 14 and 20 herders died.", "lowest", (14, 14, 20)),
        ("Up to 20 herders died.", "lowest", (0, 20, 20)),
        ("Four herders died.", "lowest", (4, 4, 4)),
        # rivals are a range
        ("The army said four herders died. The mayor said nine herders died.", "lowest", (4, 4, 9)),
    ],
)
def test_bounds(text: str, codebook: str, expected: tuple[int, int, int | None]) -> None:
    """A total is as uncertain as its counts; the codebook alone gives vague ones a number."""
    total = totals(text, codebook)["killed"]
    assert (total.low, total.best, total.high) == expected


def test_rests_on_claims() -> None:
    """A total names the claims it rests on, and leaves them as they are."""
    article = Article("a1", "a1.txt", "A mine killed two men. A shell killed three nurses.", "00")
    claims = extract(article).casualties
    assert total_people(claims)["killed"].claims == tuple(claim.id for claim in claims)


def test_window_is_left_out() -> None:
    """A count over months is no part of what happened in one day."""
    total = totals("A mine killed two men. Since 2019, 300 people have been killed by mines.")
    assert total["killed"].best == 2
