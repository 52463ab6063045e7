"""Implications: what is found, for whom, in whose words, and what is left alone."""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from typing import Any

import pytest

from briefing.actors import canonical
from briefing.extract import extract
from briefing.extract.implications.claim import extract_implications
from briefing.extract.implications.labels import theme_of
from briefing.extract.implications.naming import find_mentions
from briefing.extract.implications.scoring import score_text
from briefing.extract.implications.subjects import names_in
from briefing.extract.implications.wordclasses import classes_of
from briefing.extract.phrases import PhraseBook
from briefing.language import tokenize
from briefing.language.document import Document
from briefing.lexicon import load
from briefing.models import Article, Implication
from tests.extract.documents import read
from tests.extract.regional_cases import NOTHING, STATED

SEED = Path(__file__).parents[3] / "shared" / "data" / "seed-article.txt"


def only(text: str) -> Implication:
    """The single implication of a text."""
    (claim,) = extract_implications(read(text))
    return claim


@pytest.mark.parametrize("rule", load("implications")["rule"], ids=lambda rule: str(rule["name"]))
def test_every_rule_fires_on_its_example(rule: dict[str, Any]) -> None:
    """The sentence beside a rule must fire that rule."""
    assert rule["name"] in score_text(rule["example"]).rules


@pytest.mark.parametrize("name", load("modality"))
def test_modality_examples_give_their_words(name: str) -> None:
    """The example beside a group of modal words must yield exactly the words beside it."""
    group = load("modality")[name]
    assert list(score_text(group["example"]).modality) == group["words"]


@pytest.mark.parametrize("name", load("themes")["themes"])
def test_theme_examples_have_their_theme(name: str) -> None:
    """The example beside a theme must be read as that theme."""
    assert theme_of(score_text(load("themes")["themes"][name]["example"]).themes, ()) == name


def test_theme_is_that_of_the_consequence() -> None:
    """Words of the cause, however many, do not decide what the consequence is about."""
    entry = load("themes")["causes"]
    assert extract_implications(read(entry["example"]))[0].theme == entry["theme"]


@pytest.mark.parametrize("name", [n for n, r in load("subjects")["roles"].items() if "role" in r])
def test_role_examples(name: str) -> None:
    """The name in the example beside a list of words must play the role beside it."""
    rule = load("subjects")["roles"][name]
    assert [mention.role for mention in names_in(tokenize(rule["example"]))] == [rule["role"]]


@pytest.mark.parametrize("name", load("consequences"))
def test_class_examples(name: str) -> None:
    """The word beside a class must stand in its example and belong to the class."""
    entry = load("consequences")[name]
    tokens = tokenize(entry["example"])
    words = [(token, classes_of(token.text)) for token in tokens]
    assert entry["reads"] in [token.text for token, classes in words if name in classes]


def test_may_with_a_capital_is_a_month() -> None:
    """The month makes nothing possible; the verb does."""
    assert score_text("Elections are due in May and the army keeps order.").modality == ()
    assert score_text("The army may keep order.").modality == ("may",)


def test_conflict_example_tells_of_conflict() -> None:
    """The example beside the words of conflict must be known as telling of one."""
    assert score_text(load("implications")["conflict"]["example"]).conflict


FOUND = [
    # a judgement put as possible, the war named by its adjective and not as a subject
    ("A long Sudanese civil war could drain Egypt's treasury and strain its army.",
     "assessment", {"Egypt"}, ("could",)),
    # a fear, held by a capital that stands for its state
    ("Nairobi fears that militants will use the refugee camps at Dadaab as a rear base.",
     "fear_or_intention", {"Kenya"}, ("fears", "will")),
    # an effect without any word of likelihood
    ("Freight rates have tripled since the attacks and Egypt has lost half of its canal revenue.",
     "effect", {"Egypt"}, ()),
    # arrivals in a third country
    ("Some 30,000 refugees have crossed into Chad since the offensive in Darfur.",
     "effect", {"Chad"}, ()),
    # a measure of a third party tied to the conflict
    ("Poland has closed its border with Belarus in response to the drone attacks.",
     "effect", {"Poland"}, ()),
    # a forecast of spread
    ("The fighting is expected to spill over into Rwanda and Burundi and to destabilise both.",
     "risk_or_outlook", {"Rwanda", "Burundi"}, ("is expected",)),
    # a judgement in the present tense
    ("The defeat has left Armenia isolated and weakened its government.",
     "assessment", {"Armenia"}, ()),
    # a judgement by its noun
    ("The loss of the pass is a heavy blow and a warning for Georgia, whose army is at war.",
     "assessment", {"Georgia"}, ("warning",)),
    # what somebody says will be
    ("Diplomats in Brussels say the council will decide on the future of the mission in Chad after "
     "the war.", "risk_or_outlook", {"Chad"}, ("will",)),
    # a condition: will not unless
    ("Ankara will not withdraw its troops from Iraq unless the PKK surrenders its weapons.",
     "fear_or_intention", {"Turkey"}, ("will not", "unless")),
]  # fmt: skip


@pytest.mark.parametrize("name", [n for n in load("subjects")["organisations"] if canonical(n)])
def test_armed_groups_have_one_name_in_a_brief(name: str) -> None:
    """Who is spoken of in an outlook has the name that the claims give who did something."""
    actor = canonical(name)
    assert actor is not None
    assert actor.name == name


@pytest.mark.parametrize(("text", "kind", "subjects", "modality"), FOUND)
def test_statement_is_found(
    text: str, kind: str, subjects: set[str], modality: tuple[str, ...]
) -> None:
    """Subject, kind and the source's own modal words must be those a reader would name."""
    claim = only(text)
    assert (claim.kind, claim.modality) == (kind, modality)
    assert subjects <= set(claim.subjects)


LEFT_ALONE = [
    # who was beaten where, how a day compares, who blames whom for what he did not do
    "The rebels are later overpowered by the villagers and flee into a school in Ethiopia.",
    "Mali suffers its deadliest week since the truce when a convoy is attacked.",
    "The emir apologises to Kenya, but the union criticises his refusal to sign.",
    # incident: the toll where the fighting is
    "Two soldiers were killed and nine wounded when rockets struck a checkpoint in Mali on Monday.",
    # background: age of a mission
    "The United Nations mission in Cyprus was founded in 1964 and is based in Nicosia.",
    # talk: condemnation
    "The European Union strongly condemned the attack and expressed its deepest condolences.",
    # talk: a demand
    "Washington urged both sides to spare civilians and called for a halt to the fighting.",
    # talk: a visit
    "The French envoy may meet his Lebanese counterpart in Beirut on Tuesday for talks.",
    # weather
    "Heavy rain and floods could close the mountain road between Kabul and Jalalabad this week.",
    # court
    "A court in Belgrade could sentence the former mayor to ten years in prison.",
    # sport
    "Ukraine may miss the tournament if the coach cannot replace his injured striker.",
    # a bare hedge on an incident
    "The video could not be independently verified, and the drone may have been fired from Iran.",
    # an accident on the rails, where talks could be derailed as well
    "Two oil trains derailed near Almaty in Kazakhstan after a blast that nobody explained.",
    # the week's news is not what happened twice long ago
    "Many had fled before, in 1996 and again in 2012, when a truce made by Uganda froze the war.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_only_looks_alike_is_left_alone(text: str) -> None:
    """Incidents, history, talk and other uses of could and may are no implications."""
    assert extract_implications(read(text)) == []


@pytest.mark.parametrize("text", NOTHING)
def test_other_regions_are_left_alone(text: str) -> None:
    """Incidents, talk, history and other matters are none in any region."""
    assert extract_implications(read(text)) == []


# Of the statements in regional_cases.py: how many have to be read rightly. Raise what is exceeded.
ENOUGH = {"found": 62, "subject": 61, "kind": 50, "theme": 50, "holder": 59}


def test_other_regions_are_read() -> None:
    """Most statements on conflicts elsewhere are found and labelled as a reader would."""
    right: Counter[str] = Counter()
    for case in STATED:
        article = Article("a1", "a1.txt", case.text, "00")
        for claim in extract(article).implications[-1:]:
            right["found"] += 1
            right["subject"] += case.subject in claim.subjects
            right["kind"] += claim.kind == case.kind
            right["theme"] += claim.theme == case.theme
            right["holder"] += (claim.attribution.source_original or "") == case.holder
    assert {name: min(right[name], least) for name, least in ENOUGH.items()} == ENOUGH


CARRIED = [
    # the example of the lexicon: "its" goes on
    ("The war has weakened Mali. " + load("subjects")["roles"]["carried"]["example"], "Mali"),
    # a pronoun takes the subject of the sentence before
    ("Sri Lanka imports its fuel. It could face a shortage and higher prices because of the war.",
     "Sri Lanka"),
    # no name at all
    ("The blockade has cost Qatar billions of dollars. Prices of flour have doubled since.",
     "Qatar"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subject"), CARRIED)
def test_subject_is_carried_on(text: str, subject: str) -> None:
    """A statement that names nobody is about whom the sentence before was about."""
    assert subject in extract_implications(read(text))[-1].subjects


def test_speakers_of_themselves_are_subjects() -> None:
    """Who speaks is no subject of what it says of others, but of what it says of itself."""
    own = load("subjects")["roles"]["themselves"]["example"]
    others = "Kabul says that Pakistan has lost half of its revenue because of the war."
    texts = [f"{own[:-1]} because the war has emptied its budget.", others]
    found = [extract_implications(read(text))[0].subjects for text in texts]
    assert found == [("Afghanistan",), ("Pakistan",)]


def test_names_that_begin_like_a_regions_are_others() -> None:
    """A province in the west of Sudan is not the West; "West" alone is."""
    province = load("subjects")["roles"]["beginnings"]["example"]
    texts = [f"{province[:-1]} and cost Sudan its oil.", "The war could cost the West its oil."]
    found = [extract_implications(read(text))[0].subjects for text in texts]
    assert found == [("Sudan",), ("the West",)]


LEADERS = [
    # the example of the lexicon
    (load("subjects")["leaders"]["example"], load("subjects")["leaders"]["state"]),
    # a possessive and a title of two words
    ("Togo's foreign minister Ama Lawson left. Lawson fears that the war will spread.", "Togo"),
]


@pytest.mark.parametrize(("text", "state"), LEADERS)
def test_leaders_stand_for_their_state(text: str, state: str) -> None:
    """A surname that the text gave a title in a state speaks for the state."""
    named = find_mentions(read(text))
    assert [mention.name for mention in named[1]] == [state]


def test_leaders_of_others_do_not() -> None:
    """Who leads rebels does not stand for the state that they are from."""
    text = "Togolese rebel leader Ama Lawson left. Lawson fears that the war will spread."
    assert find_mentions(read(text))[1] == []


ROLES = [
    # who is named most before carries on, not who was named last in passing
    ("The siege has ruined Armenia's trade. Armenia borrowed from its banks, an American newspaper "
     "says. The war may bankrupt the treasury.", ("Armenia",)),
    # a speaker at the end speaks of others
    ("The war could bankrupt Sudan, officials in Egypt said.", ("Sudan",)),
    # where the goods are from is not whom it befalls
    ("The war has cut Russian gas supplies to Moldova.", ("Moldova",)),
    # "since fighting" does not belong to the name before it
    ("Some 9,000 people have crossed into Ethiopia since fighting broke out.", ("Ethiopia",)),
    # a sea is no subject beside a state
    ("The attacks in the Red Sea have halved Egypt's revenue.", ("Egypt",)),
    # the state behind a border only tells which border it is
    ("Mali's army is stretched. People crowd the border with Niger. Several relief agencies have "
     "suspended their work because of the war.", ("Mali",)),
    # a sentence with a subject of its own speaks of no militia named before
    ("M23 and Wazalendo fighters clashed in Congo. Relief agencies have suspended their work.",
     ("Democratic Republic of the Congo",)),
]  # fmt: skip


@pytest.mark.parametrize(("text", "subjects"), ROLES)
def test_role_of_a_name(text: str, subjects: tuple[str, ...]) -> None:
    """The subjects are those whom it befalls, not speakers, origins, seas or passing names."""
    assert extract_implications(read(text))[-1].subjects == subjects


HOLDERS = [
    ("Diplomats in Beirut fear that the truce will not hold.", "diplomats in Beirut"),
    ("Ivorian traders fear the blockade in Mali will drive up prices.", "Ivorian traders"),
    ("The war will drain Ethiopia's reserves, the Institute of Gulf Studies assessed.",
     "Institute of Gulf Studies"),
    ("Merchants fear that the war will cut off Sudan.", "merchants"),
    # who says so comes before who fears it
    ("Officials in Chad fear that the war could drive thousands over the border, a priest in "
     "Abéché said.", "priest in Abéché"),
    # what a state or its army fears is its own attitude, and no report
    ("Kenya fears that the war in Somalia will close its border.", None),
    # an object is not what somebody says
    ("Officials in Chad fear a wave of refugees from the war in Sudan.", None),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source"), HOLDERS)
def test_persons_who_fear_are_the_source(text: str, source: str | None) -> None:
    """What a group of persons fears or weighs is told in their name."""
    found = extract(Article("a1", "a1.txt", text, "00")).implications
    assert found[-1].attribution.source_original == source


def test_heading_is_no_statement() -> None:
    """A heading states nothing, whatever words it is made of."""
    text = "Growing risks for Russia\n\nThe war could strain Russia's budget and weaken its army."
    assert [claim.quote[:7] for claim in extract_implications(read(text))] == ["The war"]


def test_one_weak_sign_in_a_document_is_not_enough() -> None:
    """A text without one clear consequence has none."""
    text = "The delegation arrived in Oslo. Norway will open an office. The talks last a week."
    assert extract_implications(read(text)) == []


def test_a_text_without_conflict_needs_more() -> None:
    """The same words about a trade fair are no implication."""
    told = "The {} could hurt trade. It might delay a new port in Ghana."
    assert extract_implications(read(told.format("war in Togo")))
    assert not extract_implications(read(told.format("fair in Togo")))


def test_offsets_hold_on_any_characters() -> None:
    """The quote must stand at its offsets in text with characters outside the basic plane."""
    text = "Türkiye’s lira — 🇹🇷 — fell again 😀. The war could weaken Türkiye’s economy, “badly”."
    for claim in extract_implications(read(text)):
        assert text[claim.start : claim.end] == claim.quote


def test_unrelated_sentence_changes_no_other_claim() -> None:
    """A sentence added at the end must leave the claims before it as they were."""
    text = "The war could weaken Georgia's economy and embolden its rival Russia."
    assert extract_implications(read(text + " The cat sat on the mat.")) == extract_implications(
        read(text)
    )


@pytest.mark.skipif(not SEED.exists(), reason="the shared article is not beside the repository")
def test_reference_article() -> None:
    """Russia several times, Iran, Turkey, Ukraine and the region, each in the source's words."""
    claims = extract_implications(read(SEED.read_text(encoding="utf-8")))
    names = {name for claim in claims for name in claim.subjects}
    by_subject = {name: [claim for claim in claims if name in claim.subjects] for name in names}
    words = {word.lower() for claim in claims for word in claim.modality}
    assert len(by_subject["Russia"]) >= 3
    assert by_subject.keys() >= {"Russia", "Iran", "Turkey", "Ukraine", "the wider region"}
    assert words >= {"could", "potentially", "may force", "fears", "poised to"}
    (fear,) = by_subject["Turkey"]
    assert (fear.kind, fear.theme) == ("fear_or_intention", "humanitarian")
    warned = [claim for claim in claims if "warn" in claim.modality]
    assert [claim.attribution.source_original for claim in warned] == ["Analysts"]


PHRASES = [
    # any inflection of a verb
    ("strain~", "it strained relations", True),
    # one of several words
    ("rise/fall in", "a fall in prices", True),
    # a gap of up to four words
    ("prices ... doubled", "prices of bread have nearly doubled", True),
    # a gap of more
    ("prices ... doubled", "prices that nobody had ever seen have doubled", False),
    # the order of words counts
    ("under pressure", "pressure under", False),
]


@pytest.mark.parametrize(("phrase", "text", "fires"), PHRASES)
def test_phrase_notation(phrase: str, text: str, fires: bool) -> None:
    """The notation of the lexicon must mean what its header says."""
    hits = PhraseBook({"rule": [phrase]}, lambda word: (word,)).find(text.split())
    assert bool(hits) is fires


def test_no_sentence_is_slow() -> None:
    """Ten thousand repetitions of a cue are read in one pass, one claim a sentence at most."""
    document: Document = read("War could strain Russia and " * 10_000 + "others.")
    assert 1 <= len(extract_implications(document)) <= len(document.sentences)


@pytest.mark.parametrize(
    ("text", "subjects"),
    [
        # a town stands for its country where nobody else is named
        ("Traders in Nyala fear that the war could cut off the market.", [("Sudan",)]),
        # … and stands beside a named state where its people are those who fear
        (
            "Traders in Nyala fear that Egypt could close its border to the war.",
            [("Sudan", "Egypt")],
        ),
        # a named state comes before a town that only hears of it
        ("The war has halved Egypt's trade with Nyala.", [("Egypt",)]),
        # a town of a dependency has no state of its own in the list
        ("Traders in Hamilton, Bermuda, fear that the war could cut off the market.", []),
    ],
)
def test_towns_stand_for_their_country(text: str, subjects: list[tuple[str, ...]]) -> None:
    """What people of a town fear is feared in its country."""
    found = extract(Article("a1", "a1.txt", text, "00")).implications
    assert [statement.subjects for statement in found] == subjects
