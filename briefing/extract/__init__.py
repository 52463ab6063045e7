"""Article → Extraction: casualties, attacks, territorial changes, implications, summary points."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefing.models import Article, Casualty, Extraction, TerritorialChange
from briefing.wording import listed

if TYPE_CHECKING:
    from briefing.language.document import Document
    from briefing.places import Region


def extract(article: Article, *, region: Region | None = None) -> Extraction:
    """All that one article says of the conflict.

    ``region`` decides between places of one name. The same text always gives the same claims.
    """
    # These read lexicons and the gazetteer; a command that extracts nothing need not wait for them.
    from briefing.extract.analysis import analyse
    from briefing.extract.scene import forget_documents

    with no_collecting():
        extraction = extract_document(analyse(article, region=region))
        forget_documents()  # before the collector looks through all that has been made
        return extraction


@contextmanager
def no_collecting() -> Iterator[None]:
    """Without the collector of cycles: an article makes many records that live until it is read,
    and no cycles, but looking for some takes a tenth of the time."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def extract_document(document: Document) -> Extraction:
    """All that an analysed article says of the conflict."""
    from briefing.extract.casualties.claim import extract_casualties
    from briefing.extract.casualties.same.same_attack import with_doers_told
    from briefing.extract.implications.claim import extract_implications
    from briefing.extract.incidents.claim import extract_incidents
    from briefing.extract.incidents.inherit import with_perpetrators
    from briefing.extract.sport import without_sport
    from briefing.extract.summary.points import extract_summary
    from briefing.extract.territory.claim import deeds_told, extract_territory

    incidents = without_sport(document, extract_incidents(document))
    casualties = without_sport(document, extract_casualties(document))
    casualties = with_perpetrators(document, casualties, incidents)
    casualties = with_doers_told(document, casualties, incidents)
    territory = without_sport(document, extract_territory(document))
    implications = without_sport(document, extract_implications(document, deeds_told(territory)))
    summary = extract_summary(document, casualties, territory, implications)
    return Extraction(
        article=document.article,
        casualties=tuple(casualties),
        incidents=tuple(incidents),
        territory=tuple(territory),
        implications=tuple(implications),
        summary=tuple(summary),
        places=document.places,
        notes=tuple(_notes(document, casualties, territory)),
        unread=_unread(document),
    )


def _unread(document: Document) -> tuple[str, ...]:
    """A sentence on what is in another language than English, where anything is."""
    foreign = document.foreign
    if not foreign:
        return ()
    from briefing.language.detect import name_language

    path, languages = document.article.path, dict.fromkeys(one.language for one in foreign)
    names = listed(map(name_language, languages))
    if not document.sentences:
        return (f"{path} is in {names}; only English is read, so it gave no claims.",)
    paragraphs = "1 paragraph" if len(foreign) == 1 else f"{len(foreign)} paragraphs"
    return (f"{path} has {paragraphs} in {names}; only English is read, so they gave no claims.",)


def _notes(
    document: Document, casualties: list[Casualty], territory: list[TerritorialChange]
) -> list[str]:
    """What could not be fixed, one sentence each."""
    if document.reported is not None:
        return []
    undated = [claim.when for claim in (*casualties, *territory) if claim.when.start is None]
    words = dict.fromkeys(when.as_written for when in undated if when.as_written)
    notes = [
        f"No publication date is known, so '{phrase}' could not be fixed to a day."
        for phrase in words
    ]
    silent = sum(when.as_written is None for when in undated)
    if silent:
        statements = "1 statement has" if silent == 1 else f"{silent} statements have"
        notes.append(f"No publication date is known: {statements} no date.")
    return notes
