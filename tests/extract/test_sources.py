"""One name per source."""

from __future__ import annotations

import pytest

from briefing.extract.parties.sources import abbreviations
from briefing.lexicon import load
from tests.extract.documents import read_casualties

SOURCES = load("sources")

NAMED: list[tuple[str, list[str | None]]] = [
    # the lexicon's short name, with or without article and what stands before it
    ("The Syrian Observatory for Human Rights said two men had died.", ["SOHR"]),
    ("The Britain-based Syrian Observatory for Human Rights said two men had died.", ["SOHR"]),
    ("Two men died, Turkey’s Anadolu Agency reported.", ["Anadolu"]),
    # the abbreviation that the article gives, and names that point back
    (
        "Two men died, the Zomi Rights Forum (ZRF) said. The forum said three had died. The Zomi "
        "Rights Forum said four had died.",
        ["ZRF", "ZRF", "ZRF"],
    ),
    ("SOHR said two men had died. The monitor said three had died.", ["SOHR", "SOHR"]),
    (
        "The interior ministry said two men had died. Police said three had died. The ministry "
        "said four had died.",
        ["interior ministry", "police", "interior ministry"],
    ),
    # an abbreviation means whom the article says, whatever it means elsewhere
    ("The Arakan Army (AA) fled. Two men died, according to the AA.", ["Arakan Army"]),
    # brackets and a clause stand behind the name
    ("The Zomi Rights Forum (ZRF), which met in Bo, said two men had died.", ["ZRF"]),
    # "IS" in capitals is no verb
    ("IS claimed on its channel to have killed two men.", ["IS"]),
    (
        "Two men have died since March, according to provincial authorities.",
        ["provincial authorities"],
    ),
    # an hour before the name is no part of it
    ("At 06:30 Ukraine's Defence Ministry said two men had died.", ["Ukraine's Defence Ministry"]),
    ("By 18:00 hospitals in Rafah said two men had died.", ["hospitals in Rafah"]),
    ("At about 7pm police said two men had died.", ["police"]),
    ("Shortly after 3 a.m. Israeli police said two men had died.", ["Israeli police"]),
    # of figures, who gave them
    ("Two men have died, according to a tally by AFP.", ["AFP"]),
    ("According to figures compiled by the United Nations, two men have died.", ["UN"]),
    ("According to data from ACLED, two men have died.", ["ACLED"]),
    ("According to an AFP tally of official figures, two men have died.", ["AFP"]),
    # what stands between the name and the verb
    ("Kyiv, for its part, said two men had died.", ["Kyiv"]),
    ("The army, however, said two men had died.", ["army"]),
    ("The residents themselves said two men had died.", ["residents"]),
    ("Police in Quetta, quoted by AFP, said two men had died.", ["police in Quetta"]),
    ("A man identified as Omar Noor said two men had died.", ["man"]),
    ("Officials, speaking to AFP on Monday, said two men had died.", ["officials"]),
    # "the group" is the only armed group named before, and never residents or an army
    (
        "M23 took Minova, local officials said. The group said it had killed two men.",
        ["M23"],
    ),
    (
        "JNIM attacked Djibo, residents said. The militants claimed to have killed two men.",
        ["JNIM"],
    ),
    # two such groups, or a body that spoke before
    (
        "M23 and the ADF fought in Beni, residents said. The militants said two men had died.",
        ["militants"],
    ),
    (
        "Amnesty International said two men had died in Beni. The group said three had died.",
        ["Amnesty International", "Amnesty International"],
    ),
    # whose spokesman: not that of unnamed soldiers
    (
        "The Arakan Army took Ann. Our men caught some soldiers and two men died, its spokesman "
        "Khaing Noor said.",
        ["Arakan Army spokesman Khaing Noor"],
    ),
    # names that begin with a verb, or hold a preposition
    ("Save the Children said two men had died.", ["Save the Children"]),
    ("Two men died, Save the Children said.", ["Save the Children"]),
    ("Doctors without Borders said two men had died.", ["MSF"]),
    ("Terre des Hommes said two men had died.", ["Terre des Hommes"]),
    ("Reporters Without Borders said two men had died.", ["Reporters Without Borders"]),
    # appositions go
    ("The White Helmets, a rescue service, said two men had died.", ["White Helmets"]),
    ("Jan Kos, a spokesman for the mayor, said two men had died.", ["Jan Kos"]),
    # a comment behind the speech belongs to the same source
    (
        "Two men died over the past few days, the army command said, adding that six were hurt.",
        ["army command", "army command"],
    ),
    # what joins names or judges is no part of them
    ("Both Moscow and Kyiv said two men had died.", ["Moscow and Kyiv"]),
    ("The notorious paramilitaries said two men had died.", ["paramilitaries"]),
    ("Embattled officials said two men had died.", ["officials"]),
    # an ampersand or an adverb may be a part of one
    ("The Armed Conflict Location & Event Data Project said two men had died.", ["ACLED"]),
    ("Two men died, Myanmar Now said.", ["Myanmar Now"]),
    # without a name: as written, in lower case, unless the word is a name
    ("Ashraf al-Qudra said two men had died.", ["Ashraf al-Qudra"]),
    ("The army on July 27 said two men had died.", ["army"]),
    ("The provincial council Thursday said two men had died.", ["provincial council"]),
    ("Maria de la Cruz said two men had died.", ["Maria de la Cruz"]),
    ("Residents of Goma said two men had died.", ["residents of Goma"]),
    ("Western diplomats said two men had died.", ["Western diplomats"]),
    ("Iranian media said two men had died.", ["Iranian media"]),
    ("Fighters on the ground said two men had died.", ["fighters on the ground"]),
    # who counts, says so
    ("The hospital counted nine dead.", ["hospital"]),
    ("SOHR put the toll at 12.", ["SOHR"]),
    # two sources in one sentence
    (
        "Nine people died, according to OCHA, while the raids left six dead in the count of the "
        "White Helmets.",
        ["OCHA", "White Helmets"],
    ),
    # nobody: the outlet itself, a telephone, a crowd, what is spoken of
    ("Footage verified by this agency shows gunmen who killed two men.", [None]),
    ("Two people living there said by telephone that two men died.", ["two people living there"]),
    ("The count includes the 3,000 to 5,000 rebels believed to have died.", [None]),
]


MEANT: list[tuple[str, list[str | None]]] = [
    # what a source is, for the only one of that kind that has spoken or that the text names
    (
        "Human Rights Watch said two men had died. The rights group said three had been hurt.",
        ["Human Rights Watch", "Human Rights Watch"],
    ),
    (
        "Amnesty International went to Djibo. The rights group said two men had died.",
        ["Amnesty International"],
    ),
    (
        "Doctors Without Borders runs a clinic. Two men had died, the medical charity said.",
        ["MSF"],
    ),
    ("M23 took Sake. The rebel group said two soldiers had died.", ["M23"]),
    # of two nobody knows which; another's name beside it is its own
    (
        "Amnesty International and Human Rights Watch met. The rights group said two men had died.",
        ["rights group"],
    ),
    (
        "Human Rights Watch said two men had died. The rights group CHRDA said three had died.",
        ["Human Rights Watch", "rights group CHRDA"],
    ),
    ("Human Rights Watch is there. A rights group said two men had died.", ["rights group"]),
    # residents are no group
    ("Residents met. The rights group said two men had died.", ["rights group"]),
    # "he" is who the sentence before is about, where nobody speaks there
    (
        "The army said two men had died. The mayor, Omar Ali, went there. Three men had died, he "
        "said.",
        ["army", "Omar Ali"],
    ),
    ("Governor Ana Diaz met reporters. Two men had died, she said.", ["Governor Ana Diaz"]),
    # … but not what befell him
    ("The mayor, Omar Ali, was hurt. He said two men had died.", [None, None]),
    # whoever tells of "initial reports" says so, and no report is "he"
    ("Initial reports indicated that two men had died, the mayor said.", ["mayor"]),
    ("Early findings show that two men had died, the rights group ZRF said.", ["rights group ZRF"]),
    (
        "Two men had died, according to initial reports. The mayor, Omar Ali, spoke to the press. "
        "Reports suggest that three men had died, he said.",
        ["initial reports", "Omar Ali"],
    ),
    # … where each tells something of his own, and where a body gives the report
    (
        "Initial reports said two men had died in Goma, and the mayor said six had died in Sake.",
        ["initial reports", "mayor"],
    ),
    ("A UN report said that two men had died.", ["UN report"]),
]


@pytest.mark.parametrize(("text", "sources"), MEANT)
def test_whom_words_for_a_source_mean(text: str, sources: list[str | None]) -> None:
    """A pronoun or a description is the one source that it can mean, and else what it says."""
    assert [c.attribution.source_original for c in read_casualties(text)] == sources


@pytest.mark.parametrize(("text", "sources"), NAMED)
def test_named_once(text: str, sources: list[str | None]) -> None:
    """A source has one name, however the text calls it, and what does not speak has none."""
    assert [c.attribution.source_original for c in read_casualties(text)] == sources


@pytest.mark.parametrize(
    ("group", "kind"), [(group, kind) for group in ("known", "whole") for kind in SOURCES[group]]
)
def test_lexicon_examples(group: str, kind: str) -> None:
    """Every kind of known source reads its own example."""
    entry = SOURCES[group][kind]
    claim = read_casualties(entry["example"])
    spoken = [(c.attribution.source_original, c.attribution.kind) for c in claim]
    assert spoken[0] == (entry["reads"], kind)


def test_abbreviations() -> None:
    """Brackets hold the initials of the words before them, small words aside."""
    text = "the UN Office for the Coordination of Humanitarian Affairs (OCHA), a man (Ali)"
    found = abbreviations(text)
    assert found == {"Office for the Coordination of Humanitarian Affairs": "OCHA"}
