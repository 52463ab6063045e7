"""What befell how many, in the forms that news texts have beside the plain sentence."""

from __future__ import annotations

from datetime import date

import pytest

from briefing.extract import extract
from briefing.models import Article, Casualty

WEDNESDAY = date(2024, 10, 16)


def _read(text: str) -> list[Casualty]:
    return list(extract(Article("a1", "a1.txt", text, "00", published=WEDNESDAY)).casualties)


def _short(claim: Casualty) -> str:
    """A claim as "killed 12 Bara 14": outcome, count, place, day; "part" for a subset."""
    count = claim.quantity
    words = [claim.outcome, str(count.best if count.best is not None else count.as_written)]
    words += [claim.place.as_written] if claim.place else []
    start, end = claim.when.start, claim.when.end
    words += [str(start.day)] if start and start == end else []
    return " ".join(words + ["part"] * claim.subset)


AGES = {
    "A man aged 60 and a woman aged 54 were killed in Bara.": ["killed 1 man", "killed 1 woman"],
    "Shells injured two women aged 45 and 67 and a boy, 12.": ["injured 2 women", "injured 1 boy"],
    "Three men, aged 21, 23 and 40, were killed in Bara.": ["killed 3 men"],
    "Two brothers, 12 and 14, were killed in Bara.": ["killed 2 brothers"],
    "The blast wounded his wife, 54.": ["injured 1 wife"],
    "Two men aged 21 and 12 children were hurt.": ["injured 2 men", "injured 12 children"],
    "Twelve girls aged between 9 and 14 were abducted.": ["detained 12 girls"],
}
DIED_LATER = {
    "Two soldiers were wounded in Bara on Monday and later died.": ["killed 2 Bara 14"],
    "Two soldiers wounded in Bara on Monday have died.": ["killed 2 Bara 14"],
    "Two soldiers injured in Bara on Monday succumbed to their wounds.": ["killed 2 Bara 14"],
    "A man shot and wounded in Bara on Monday died in hospital.": ["killed 1 Bara 14"],
    "A boy was rushed to hospital after shelling in Bara on Monday but died.": ["killed 1 Bara 14"],
    "A boy was taken to hospital in Bara on Monday, where he died.": ["killed 1 Bara 14"],
    "Nine people were wounded in Bara on Monday. Two later died.": [
        "injured 9 Bara 14",
        "killed 2 Bara 14",
    ],
    "Twelve people were killed in Bara on Monday and a thirteenth died of wounds.": [
        "killed 12 Bara 14",
        "killed 1 Bara 14",
    ],
}
COUNTED_ON = {
    "The death toll from Monday's strike in Bara rose to 40 as of Tuesday afternoon.": [
        "killed 40 Bara 14"
    ],
    "The toll of the strike on Bara on Monday increased to 25 deaths this Tuesday.": [
        "killed 25 Bara 14"
    ],
    "The toll in Bara stood at nine as of Tuesday after a blast on Monday.": ["killed 9 Bara 14"],
}
IN_ARMIES_WORDS = {
    "Over 700 servicemen and 30 units of weapons were destroyed in Bara on Monday.": [
        "killed 700 Bara 14"
    ],
    "The army destroyed 40 militants and two tanks in Bara on Monday.": ["killed 40 Bara 14"],
    "At least 16 of its members, including senior leader Omar Said and top commander Ali Wahbi, "
    "were killed in Bara on Monday.": [
        "killed 16 Bara 14",
        "killed 1 Bara 14 part",
        "killed 1 Bara 14 part",
    ],
    # … and what is no loss of men
    "The war has destroyed thousands of lives.": [],
    "The fire in Bara destroyed the homes of 40 families on Monday.": [],
    "Rebels destroyed two villages of 200 people in Bara on Monday.": [],
}
NAMED = {  # whom a word for one person names behind a comma
    "Gunmen killed a judge, Omar Ali, in Bara on Monday.": ["judge Omar Ali"],
    "The raid led to the killing of a judge, Omar Ali, and two guards.": [
        "judge Omar Ali",
        "guards",
    ],
    "A reporter, Ana Diaz, was shot dead in Bara.": ["reporter Ana Diaz"],
    # … and what stands there for somebody else
    "Gunmen killed a judge, Bara Radio said.": ["judge"],
    "Gunmen killed a judge, Omar Ali said.": ["judge"],
    "Gunmen killed a judge, Omar Ali and two guards.": ["judge", "Omar Ali", "guards"],
}
OPENED = {  # what is counted of those with whom the sentence opens
    "Of the 73 people injured in the strike on Bara on Monday, 30 were hospitalized.": [
        "injured 73 Bara 14",
        "injured 30 Bara 14 part",
    ],
    "Of the 40 wounded in Bara on Monday, eight died.": ["injured 40 Bara 14", "killed 8 Bara 14"],
}
NOBODY = {
    "No casualties were reported in the shelling of Bara on Monday.": [
        "killed 0 Bara 14",
        "injured 0 Bara 14",
    ],
    "Shells hit Bara on Monday but nobody was hurt.": ["injured 0 Bara 14"],
    "Shells hit Bara on Monday, killing no one.": ["killed 0 Bara 14"],
    "The attack in Bara caused 12 casualties.": [],
}


SPREAD = {  # one count over places and days
    "Nineteen people were killed on Monday, twelve in Bara and seven in El Obeid.": [
        "killed 19 Bara 14",
        "killed 12 Bara 14 part",
        "killed 7 El Obeid 14 part",
    ],
    "Shelling killed 19 people: twelve on Sunday, four on Monday and three on Tuesday.": [
        "killed 19",
        "killed 12 13 part",
        "killed 4 14 part",
        "killed 3 15 part",
    ],
    "Nineteen people were killed on Monday, twelve of them in Bara.": [
        "killed 19 14",
        "killed 12 Bara 14 part",
    ],
    "Ten people were killed in Bara, seven in El Obeid and three in Kadugli on Monday.": [
        "killed 10 Bara 14",
        "killed 7 El Obeid 14",
        "killed 3 Kadugli 14",
    ],
    "Five people each were killed in Bara and El Obeid on Monday.": [
        "killed 5 Bara 14",
        "killed 5 El Obeid 14",
    ],
    "On Monday, 12 and seven people were killed in Bara and El Obeid respectively.": [
        "killed 12 Bara 14",
        "killed 7 El Obeid 14",
    ],
    "Twelve people were killed in Bara on Monday, while seven died in El Obeid on Tuesday.": [
        "killed 12 Bara 14",
        "killed 7 El Obeid 15",
    ],
}
TOLLS = {
    "The death toll of Monday's attack in Bara now stands at 12, up from nine.": "12 14",
    "Officials revised the death toll from Monday's attack in Bara to 12.": "12 14",
    "Officials lowered the toll from Monday's attack in Bara to 12 from 15.": "12 14",
    "The toll from Monday's attack in Bara was updated to 12.": "12 14",
    "A raid in Bara on Monday raised to 12 the number of homicides.": "12 14",
    "Monday's dead in Bara numbered 12.": "12 14",
    "Monday's attack in Bara cost 12 people their lives.": "12 14",
    "From 12 to 15 people were killed in Bara on Monday.": "12-15 14",
    "Three journalists among 15 killed in Bara on Monday": "3 part 15 14",
}


TAKEN = {
    "Police rounded up 12 men in Goma on Monday.": ["detained 12 Goma 14"],
    "Gunmen whisked away 12 people from Goma on Monday.": ["detained 12 Goma 14"],
    "Gunmen snatched 12 students from a school in Goma on Monday.": ["detained 12 Goma 14"],
    "An ambulance took away 12 people in Goma.": [],
    "Police put the dead in Goma at eight and the number of kidnapped at 29.": [
        "killed 8 Goma 16",
        "detained 29 Goma",
    ],
}
GRAVE = {
    "The strike left three others in critical condition.": ["injured 3"],
    "Jets struck two men in Goma, killing one and critically wounding the second.": [
        "killed 1 Goma",
        "injured 1 Goma",
    ],
    "Two men were killed and another two critically wounded.": ["killed 2", "injured 2"],
    "Troops killed 44 Tamil Tigers.": ["killed 44"],
    "Troops killed 44 tigers.": [],
    "At least 20 people were injured in Goma, two critically.": [
        "injured 20 Goma",
        "injured 2 Goma part",
    ],
    "A 40-year-old man is in a serious condition.": ["injured 1"],
    "The economy is in a serious condition.": [],
    "Two officers died in the shootout, as did five inmates.": ["killed 2", "killed 5"],
    "Troops sent eleven fighters to hell.": ["killed 11"],
    "Raiders slit the throats of 12 people on Monday.": ["killed 12 14"],
    "The remains of 12 people were found.": ["killed 12"],
    "Two displaced women died in Goma.": ["killed 2 Goma"],
}
LISTS = {
    "Three girls were among the 17 people reported missing.": ["missing 17", "missing 3 part"],
    "Five soldiers were killed, as many wounded.": ["killed 5"],
    "Sixteen wounded arrived, two of whom did not survive.": ["injured 16", "killed 2"],
    "The school lost three pupils.": ["killed 3"],
    "In Goma, 12,600 people (2,100 households) displaced from Sake.": ["displaced 12600 Sake"],
    "Troops captured five rebels, including a tax collector.": ["detained 5", "detained 1 part"],
    "The strike killed one man and left three others there, but one of the wounded died.": [
        "killed 1",
        "killed 1 part",
    ],
    "Rebels struck a base in Goma on Monday: 3 KIA, 5 WIA.": [
        "killed 3 Goma 14",
        "injured 5 Goma 14",
    ],
    "Troops wounded 5 KIA fighters.": ["injured 5"],
    "Killed in Goma on Monday: 12 civilians and three soldiers.": [
        "killed 12 Goma 14",
        "killed 3 Goma 14",
    ],
    "Casualties by town: Goma 12 killed, Bukavu 7 killed, Beni 3 wounded.": [
        "killed 12 Goma",
        "killed 7 Bukavu",
        "injured 3 Beni",
    ],
    "Twelve people were killed in Goma (nine civilians, three soldiers).": [
        "killed 12 Goma",
        "killed 9 Goma part",
        "killed 3 Goma part",
    ],
    "Six people were killed in Goma. Three were soldiers.": ["killed 6 Goma", "killed 3 Goma part"],
    "Among the dead in Goma on Monday were two nurses.": ["killed 2 Goma 14 part"],
}
SPOKEN = {
    '"They killed 12 [people] in Goma," he said.': ["killed 12 Goma"],
    '"They killed – uh – 12 people [in Goma]," he said.': ["killed 12 Goma"],
    '"Twelve [soldiers] (inaudible) were killed in Goma," he said.': ["killed 12 Goma"],
    "The RSF killed 12 people in Um Rawaba.": ["killed 12 Um Rawaba"],
}
PERIODS = {
    "In September, 120 people were killed, up from 80 in August.": ["120 9-9", "80 8-8"],
    "Three were killed on Monday, bringing the total to 250 since 28 April.": [
        "3 10-10",
        "250 4-10",
    ],
    "Civilian deaths rose by 30 per cent to 120 in September.": ["120 9-9"],
    "From 1 January to date, 341 rebels have been killed.": ["341 1-10"],
    "The average number of people killed a day is 12.": [],
}


ELSEWHEN = {
    "Three soldiers died in a firefight at Desa, Doda.": ["killed 3 Desa 2024-10-13"],
    "The number of people killed in a strike on Goma has reached 19, officials said on Saturday, a "
    "day after the missile exploded. Others said 72 people were hurt.": [
        "killed 19 Goma 2024-10-11",
        "injured 72 Goma 2024-10-11",
    ],
    "One year ago today, soldiers killed 45 people in Goma.": ["killed 45 Goma 2023-10-16"],
    "In January this year 19 soldiers died in Goma.": ["killed 19 Goma 2024-01-01"],
    "At least 170 people were kidnapped in Goma, fewer than in 2022, when 428 were.": [
        "detained 170 Goma 2024-10-13",
    ],
    "The monitor counted 14 dead on Monday, 14 October 2024.\n\nGoma: Two men were shot dead.\n\n"
    "Bukavu: A nurse was killed.": [
        "killed 14 2024-10-14",
        "killed 2 Goma 2024-10-14",
        "killed 1 Bukavu 2024-10-14",
    ],
    "On Monday our hospital received 142 dead and 250 wounded from Goma.": [
        "killed 142 Goma 2024-10-14",
        "injured 250 Goma 2024-10-14",
    ],
    "In Sake, shelling killed one person on Monday and in North Kivu province two were killed.": [
        "killed 1 Sake 2024-10-14",
        "killed 2 North Kivu 2024-10-14",
    ],  # which day and place of several a count has
    "Gunmen killed 75 people in Goma in May 2017. On 13 May, fighters killed an imam in Goma.": [
        "killed 75 Goma 2017-05-01",
        "killed 1 Goma 2017-05-13",
    ],
    "Last year raids left 38 dead, twice as many as in 2022, when 19 were killed.": [
        "killed 38 2023-01-01",
        "killed 19 2022-01-01",
    ],
    "Since 7 October 104 men have been killed in Goma; 1,900 have been injured.": [
        "killed 104 Goma 2024-10-07",
        "injured 1900 Goma 2024-10-07",
    ],
    "A court in Bukavu judged a raid in which 75 people, among them 10 nuns, died in Goma.": [
        "killed 75 Goma 2024-10-13",
        "killed 10 Goma 2024-10-13",
    ],
    "Soldiers stormed Goma on Monday. A man was hit in the chest and pronounced dead at Bukavu "
    "hospital.": ["killed 1 Goma 2024-10-14"],
    "Rebels struck Goma and Sake on Monday, killing four. Talks went on. Meanwhile in Sake three "
    "people were hurt by a grenade.": ["killed 4 Goma 2024-10-14", "injured 3 Sake 2024-10-14"],
}


@pytest.mark.parametrize("text", AGES)
def test_ages_count_nobody(text: str) -> None:
    """How old people were is neither their number nor a word for them."""
    told = [f"{c.outcome} {c.quantity.best} {c.victim}" for c in _read(text)]
    assert told == AGES[text]


@pytest.mark.parametrize("text", IN_ARMIES_WORDS)
def test_losses_in_an_armys_words(text: str) -> None:
    """Men who were "destroyed" are dead; homes, villages and lives that were are not counted."""
    assert [_short(claim) for claim in _read(text)] == IN_ARMIES_WORDS[text]


@pytest.mark.parametrize("text", NAMED)
def test_one_person_has_the_name_behind_the_comma(text: str) -> None:
    """A name that only says who somebody was is no second victim, and goes with the first."""
    assert [claim.victim for claim in _read(text)] == NAMED[text]


@pytest.mark.parametrize("text", OPENED)
def test_some_of_those_with_whom_a_sentence_opens_are_a_part(text: str) -> None:
    """Those in hospital are some of the injured; those who died are dead."""
    assert [_short(claim) for claim in _read(text)] == OPENED[text]


@pytest.mark.parametrize("text", COUNTED_ON)
def test_a_toll_is_of_the_day_of_its_attack(text: str) -> None:
    """The day up to which somebody counted is not the one on which people died."""
    assert [_short(claim) for claim in _read(text)] == COUNTED_ON[text]


@pytest.mark.parametrize("text", DIED_LATER)
def test_those_who_die_of_their_wounds_are_among_the_dead(text: str) -> None:
    """Nobody is told both as wounded and as dead, and the day and place are those of the wounds."""
    assert [_short(claim) for claim in _read(text)] == DIED_LATER[text]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_was_harmed(text: str) -> None:
    """That nobody was harmed is told of as such, and where and when it was not."""
    assert [_short(claim) for claim in _read(text)] == NOBODY[text]


@pytest.mark.parametrize("text", SPREAD)
def test_one_count_over_places_and_days(text: str) -> None:
    """Each part of a count has its own place and day; what its verb goes on with is no part."""
    assert sorted(_short(claim) for claim in _read(text)) == sorted(SPREAD[text])


@pytest.mark.parametrize("text", TOLLS)
def test_newest_toll(text: str) -> None:
    """A toll counts once, at its newest, however the sentence says that it has changed."""
    told = []
    for claim in _read(text):
        count, start = claim.quantity, claim.when.start
        told.append(str(count.best) if count.best else f"{count.low}-{count.high}")
        told.append("part" if claim.subset else str(start.day if start else None))
    assert " ".join(told) == TOLLS[text]


@pytest.mark.parametrize("text", [*TAKEN, *GRAVE, *LISTS, *SPOKEN])
def test_forms_of_harm(text: str) -> None:
    """Phrases, letters and lists say the same as a plain verb; a transcript's signs say nothing."""
    expected = {**TAKEN, **GRAVE, **LISTS, **SPOKEN}[text]
    assert sorted(_short(claim) for claim in _read(text)) == sorted(expected)


@pytest.mark.parametrize("text", PERIODS)
def test_counts_of_periods(text: str) -> None:
    """Each count has its own months, the one that it is only compared with, too."""
    told = [
        f"{c.quantity.best} {c.when.start.month}-{c.when.end.month}"
        for c in _read(text)
        if c.when.start and c.when.end
    ]
    assert told == PERIODS[text]


@pytest.mark.parametrize("text", ELSEWHEN)
def test_day_and_place_of_each_count(text: str) -> None:
    """A count has the day and the place of its own event, and not those of its neighbours."""
    told = []
    for claim in _read(text):
        place = [claim.place.as_written] if claim.place else []
        words = [claim.outcome, claim.quantity.best, *place, claim.when.start]
        told.append(" ".join(map(str, words)))
    assert told == ELSEWHEN[text]
