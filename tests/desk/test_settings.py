"""`briefing.toml`: what is right is read, what is wrong is told in one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.desk import Desk
from briefing.errors import BriefingError


def desk(folder: Path, settings: str) -> Desk:
    """A desk with the given settings and one section of its own, "damage"."""
    (folder / "briefing.toml").write_text(settings, encoding="utf-8")
    (folder / "notebooks").mkdir()
    (folder / "notebooks" / "damage.ipynb").touch()
    return Desk.load(folder)


def test_every_setting_is_read(tmp_path: Path) -> None:
    """A file that uses each table gives a desk with those values, lists as tuples."""
    read = desk(
        tmp_path,
        """
        desk = { title = "Weekly", paper = "letter", first_edition = 12 }
        region = { name = "Sahel", countries = ["ML", "BF"], focus = ["Gao"] }
        brief = { sections = ["damage"], to = ["pdf"], week = "2020-W53" }
        codebook = { vague = "ucdp" }
        sources = { grades = { SOHR = "B" }, ignore = ["draft-*.md"] }
        [parameters.damage]
        threshold = 0.5
        [[party]]
        name = "Army"
        aliases = ["FAMa"]
        colour = "#0072B2"
        """,
    )
    assert (read.masthead.title, read.masthead.paper, read.masthead.first_edition) == (
        "Weekly",
        "letter",
        12,
    )
    assert read.region.countries == ("ML", "BF")
    assert read.brief.sections == ("damage",)
    assert read.brief.to == ("pdf",)
    assert read.codebook.vague == "ucdp"
    assert read.sources.grades == {"SOHR": "B"}
    assert read.parameters == {"damage": {"threshold": 0.5}}
    assert [(p.name, p.aliases, p.colour) for p in read.parties] == [("Army", ("FAMa",), "#0072B2")]


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        # a typo in a setting, a table, a value: the right one is suggested
        ('[desk]\ntitel = "x"', '[desk] has no setting "titel"; did you mean "title"?'),
        ('[dsek]\ntitle = "x"', 'there is no table [dsek]; did you mean "desk"?'),
        (
            '[brief]\nsections = ["damages"]',
            '"damages", which has no notebook; did you mean "damage"?',
        ),
        # nothing is near: what there is is listed
        ('[brief]\nsections = ["qqq"]', "there are: "),
        ("[codebook]\nwidth = 3", 'has no setting "width"; there are: vague.'),
        # the wrong type: what was expected, what was found
        ("[desk]\ntitle = 5", '[desk] title must be text in quotes, as in "text", not 5.'),
        ('[desk]\nfirst_edition = "1"', 'first_edition must be a whole number, not "1".'),
        ("[desk]\nfirst_edition = true", "first_edition must be a whole number, not true."),
        (
            '[region]\ncountries = "SY"',
            'countries must be a list in brackets, as in ["one", "two"]',
        ),
        ("desk = 1", "[desk] must be a table, not 1."),
        ("[sources]\ngrades = []", "grades must be a table of names and values, not a list."),
        # a value that is not allowed
        ('[desk]\npaper = "A3"', 'paper must be "a4" or "letter", not "A3".'),
        ('[brief]\nto = ["docx"]', 'to must be "html" or "pdf", not "docx".'),
        ('[sources]\ngrades = { SOHR = "G" }', 'grades of SOHR must be "A" or "B"'),
        (
            '[region]\ncountries = ["Syria"]',
            'countries must be two letters as in "SY", not "Syria".',
        ),
        ('[desk]\nlanguage = "English"', 'language must be a code as in "en", not "English".'),
        (
            '[[party]]\nname = "X"\ncolour = "red"',
            'colour must be written as in "#0072b2", not "red".',
        ),
        # parties: a name is needed, and double brackets
        ('[[party]]\naliases = ["X"]', "[[party]] needs a name."),
        ('[party]\nname = "X"', "write each party under its own [[party]], in two brackets."),
        # parameters belong to a section that exists and are scalars
        ("[parameters]\nx = 1", "name the section of parameters, as in [parameters.casualties]."),
        ("[parameters.damag]\nx = 1", '"damag", which has no notebook; did you mean "damage"?'),
        (
            "[parameters.damage]\nx = [1]",
            "[parameters.damage] x must be text, a number, true or false.",
        ),
        # weeks that do not exist
        (
            '[brief]\nweek = "2024-48"',
            '"2024-48" is not a week; write the ISO week, as in 2024-W48.',
        ),
        (
            '[brief]\nweek = "2024-W53"',
            'There is no week "2024-W53"; the last of 2024 is 2024-W52.',
        ),
        # not TOML: the line is named
        ("[desk]\ntitle = x", "line 2"),
    ],
)
def test_wrong_settings_are_told(tmp_path: Path, settings: str, told: str) -> None:
    """A wrong setting is one sentence that says where it is, what is wrong and what is right."""
    with pytest.raises(BriefingError) as error:
        desk(tmp_path, settings)
    assert told in str(error.value)
    assert "\n" not in str(error.value)


def test_wrong_encoding_is_told(tmp_path: Path) -> None:
    """A settings file that is not UTF-8 is named, with what to do."""
    (tmp_path / "briefing.toml").write_bytes('[desk]\ntitle = "Übersicht"'.encode("latin-1"))
    with pytest.raises(BriefingError, match="save it as UTF-8"):
        Desk.load(tmp_path)
