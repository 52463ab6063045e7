"""The build: articles → claims → ledger → sections → brief, in one staging folder."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import asdict, dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import Any

from briefing.build.correcting import region_of, resolve_corrected
from briefing.build.current import Stamp, keep_record, take_stamp
from briefing.build.edition_record import describe_edition
from briefing.build.event_data import add_event_rows, tell_unread_rows
from briefing.build.manifest import Stopwatch, versions, write_manifest
from briefing.build.needs import with_content
from briefing.build.period import Intake, take_in
from briefing.build.previous import compare_with, look_back, tell_rebuilt, to_compare
from briefing.build.remembered import Remembered, forget, kept_sections
from briefing.build.request import OWN_NAMES, BuildRequest, BuildResult, Heard, Progress
from briefing.build.staging import put_in_place, staging_folder
from briefing.build.strict import check_agreement, check_sources
from briefing.build.telling import summarize, tell_undated
from briefing.corrections import Corrected
from briefing.desk import Desk, Edition
from briefing.errors import BriefingError
from briefing.execute import (
    KeptSections,
    Section,
    SectionRun,
    always_runs,
    check_sections,
    prepare_kernels,
    run_sections,
)
from briefing.ledger import Row, make_rows, write_ledger
from briefing.models import Extraction
from briefing.render import Browser, load_renderer, open_browser
from briefing.resolve import resolve
from briefing.settings.shelf import INCOMPLETE

OpenBrowser = Callable[[], AbstractContextManager[Browser]]


@dataclass
class _Work:
    """What one build knows while it runs."""

    desk: Desk
    request: BuildRequest
    report: Heard
    folder: Path  # the staging folder
    stamp: Stamp
    watch: Stopwatch = field(default_factory=Stopwatch)
    failures: list[str] = field(default_factory=list)

    @property
    def formats(self) -> tuple[str, ...]:
        return self.request.to or self.desk.brief.to

    def printer(self, opened: OpenBrowser) -> AbstractContextManager[Browser | None]:
        """The browser that prints, where a PDF is asked for; it starts while other work goes on."""
        return opened() if "pdf" in self.formats else nullcontext()


@dataclass(frozen=True)
class Prepared:
    """An edition whose ledger is written, in ``folder``: its sections are still to run.

    ``inputs`` are the SHA-256 of what was read by path, ``seconds`` how long each part took,
    ``notes`` what was to be told. ``stamp`` was taken before anything was read.
    """

    edition: Edition
    folder: Path
    rows: dict[str, list[Row]]
    inputs: Mapping[str, str]
    left_out: tuple[str, ...]
    seconds: Mapping[str, float]
    stamp: Stamp
    notes: tuple[str, ...] = ()


def build_edition(desk: Desk, request: BuildRequest, report: Progress) -> BuildResult:
    """Build one edition and put it in its place.

    An edition that is not complete (a section failed, the PDF could not be printed) never takes the
    name of a good one: it is left beside it as ``NAME.incomplete``. Raises BriefingError where
    nothing can be built at all; then nothing on disk has changed.
    """
    prepare_kernels()
    stamp, heard = take_stamp(desk.root, request), Heard(report)
    intake = _take_in(desk, request, heard)
    with staging_folder(intake.edition.folder) as folder:
        work = _Work(desk, request, heard, folder, stamp)
        with work.printer(open_browser) as browser:
            return _finish(work, _prepare(work, intake), browser)


def prepare_edition(desk: Desk, request: BuildRequest, report: Progress, drafts: Path) -> Prepared:
    """The first half of a build: write the edition's ledger to ``drafts/NAME/ledger``.

    It is numbered after, and compared with, the editions among the drafts as much as those in the
    reports. Raises BriefingError where nothing can be built.
    """
    request = replace(request, drafts=drafts)
    stamp, heard = take_stamp(desk.root, request), Heard(report)
    intake = _take_in(desk, request, heard)
    target = drafts / intake.edition.name
    with staging_folder(target) as folder:
        prepared = _prepare(_Work(desk, request, heard, folder, stamp), intake)
        put_in_place(folder, target, OWN_NAMES)
    return replace(prepared, folder=target)


def finish_edition(
    desk: Desk,
    request: BuildRequest,
    report: Progress,
    prepared: Prepared,
    browser: OpenBrowser = open_browser,
) -> BuildResult:
    """The second half: run the sections on the prepared ledger, render, put it in its place."""
    with staging_folder(prepared.edition.folder) as folder:
        shutil.copytree(prepared.folder / "ledger", folder / "ledger")
        heard, watch = Heard(report, [*prepared.notes]), Stopwatch({**prepared.seconds})
        work = _Work(desk, request, heard, folder, prepared.stamp, watch)
        with work.printer(browser) as printer:
            return _finish(work, prepared, printer)


def _take_in(desk: Desk, request: BuildRequest, report: Progress) -> Intake:
    check_sections(_sections(desk))
    if request.force:
        forget(desk.root)
    intake = take_in(desk, request)
    told = (*intake.left_out, *intake.merged, *intake.unbuilt)
    for note in (*told, *tell_unread_rows(intake.events)):
        report.warn(note)
    return intake


def _prepare(work: _Work, intake: Intake) -> Prepared:
    rows = _write_ledger(work, intake, _sections(work.desk))
    seconds = work.watch.seconds
    return Prepared(
        edition=intake.edition,
        folder=work.folder,
        rows=rows,
        inputs=intake.inputs,
        left_out=intake.left_out,
        seconds=seconds,
        stamp=work.stamp,
        notes=tuple(work.report.notes),
    )


def _finish(work: _Work, prepared: Prepared, browser: Browser | None) -> BuildResult:
    sections = with_content(_sections(work.desk), prepared.rows)
    _write_brief(work, prepared.rows, sections, browser)
    result = replace(_settle(work, prepared), notes=tuple(work.report.notes))
    if result.complete and not any(map(always_runs, sections)):
        keep_record(work.desk.root, work.request, work.stamp, result)
    return result


def _sections(desk: Desk) -> list[Section]:
    # The path is relative to the executed notebook, so that the edition can be moved as a whole.
    return [
        Section(name, desk.notebook(name), {"ledger": "../ledger", **desk.parameters.get(name, {})})
        for name in desk.brief.sections
    ]


def _write_ledger(work: _Work, intake: Intake, sections: Sequence[Section]) -> dict[str, list[Row]]:
    """Extract the claims of every article and write the ledger."""
    with work.watch.part("extract"):
        extractions = _extract(work, intake)
    with work.watch.part("ledger"):
        rows, corrected = _reconcile(work, intake, extractions)
        before = look_back(work.desk, intake.edition, work.request.drafts, sample=intake.sample)
        parameters = {section.name: dict(section.parameters) for section in sections}
        record = describe_edition(work.desk, intake, parameters, rows, before)
        kept = corrected.ledger_rows(rows)
        rows["earlier_figures"] = kept["earlier_figures"] = before.figures()
        earlier = to_compare(work.desk, work.request, before)
        changes, record["compared_with"] = compare_with(earlier, record, kept, work.report.warn)
        rows["changes"] = kept["changes"] = changes
        write_ledger(kept, record, work.folder / "ledger", hxl=work.request.hxl)
    if work.request.strict:
        check_sources(rows)
    return rows


def _reconcile(
    work: _Work, intake: Intake, extractions: Sequence[Extraction]
) -> tuple[dict[str, list[Row]], Corrected]:
    """The claims as rows, resolved as the desk and its corrections say, with its event data."""
    reconcile = partial(
        resolve,
        vague=work.desk.codebook.vague,
        parties=[asdict(party) for party in work.desk.parties],
        since=intake.edition.start,
        unread=[*intake.left_out, *(told for one in extractions for told in one.unread)],
    )
    made = make_rows(extractions, work.desk.sources.grades)
    near = region_of(work.desk)
    rows, corrected = resolve_corrected(
        made, intake.decisions, intake.edition, reconcile, near=near
    )
    for told in corrected.undone:
        work.report.warn(f"{intake.decisions.name}: {told}")
    return add_event_rows(rows, intake.events, intake.edition, work.desk), corrected


def _extract(work: _Work, intake: Intake) -> list[Extraction]:
    remembered = Remembered(work.desk.root)
    region = region_of(work.desk)
    work.report.start("Extracting claims", len(intake.articles))
    done = []
    for extraction in remembered.extract_all(intake.articles, region=region):
        done.append(extraction)
        for told in extraction.unread:
            work.report.warn(told)
        work.report.advance("Extracting claims")
    work.report.finish("Extracting claims")
    return done


def _write_brief(
    work: _Work, rows: dict[str, list[Row]], sections: Sequence[Section], browser: Browser | None
) -> None:
    """Run the sections, then render and print."""
    with work.watch.part("sections"):
        runs = _run(work, sections)
    work.failures += [
        f"section {run.failure.section}, {run.failure.cell}: {run.failure.error}"
        for run in runs
        if run.failure
    ]
    if work.request.strict:
        check_agreement([run.notebook for run in runs], rows)
    _render(work, runs, browser)


def _run(work: _Work, sections: Sequence[Section]) -> list[SectionRun]:
    work.report.start("Running sections", len(sections))
    runs = run_sections(
        sections,
        work.folder / "notebooks",
        lambda _: work.report.advance("Running sections"),
        work.desk.limits,
        _kept(work),
        load_renderer,
    )
    work.watch.seconds |= {f"section {r.section.name}": round(r.seconds, 3) for r in runs}
    work.report.finish("Running sections")
    return runs


def _kept(work: _Work) -> KeptSections:
    return kept_sections(work.desk.root, work.stamp, work.folder)


def _render(work: _Work, runs: Sequence[SectionRun], browser: Browser | None) -> None:
    from briefing.ledger.reading import read_edition
    from briefing.render import render_html
    from briefing.render.merge import merge_sections

    work.report.start("Rendering", len(work.formats))
    notebook = merge_sections([run.notebook for run in runs], read_edition(work.folder / "ledger"))
    html = work.folder / "brief.html"
    with work.watch.part("html"):
        render_html(notebook, html, desk=work.desk.root)
    work.report.advance("Rendering")
    if browser is not None:
        with work.watch.part("pdf"):
            _print(work, notebook, browser)
        work.report.advance("Rendering")
    if "html" not in work.formats:
        html.unlink()
    work.report.finish("Rendering")


def _print(work: _Work, notebook: Any, browser: Browser) -> None:
    """Print the PDF; without a browser, or with a figure missing, there is none and it is said."""
    from briefing.render import render_pdf

    html, pdf = work.folder / "brief.html", work.folder / "brief.pdf"
    try:
        render_pdf(notebook, html, pdf, browser)
    except BriefingError as error:
        pdf.unlink(missing_ok=True)
        work.failures.append(f"brief.pdf: {error}")


def _settle(work: _Work, prepared: Prepared) -> BuildResult:
    """Write the manifest and move the edition to where it belongs."""
    edition = prepared.edition
    write_manifest(
        work.folder / "manifest.json",
        {
            "edition": edition.name,
            "complete": not work.failures,
            "failures": work.failures,
            "inputs": dict(prepared.inputs),
            "left_out": list(prepared.left_out),
            "versions": versions(),
            "seconds": work.watch.seconds,
        },
    )
    rebuilt = () if work.failures else tell_rebuilt(edition, work.folder)
    incomplete = edition.folder.with_name(edition.name + INCOMPLETE)
    target = incomplete if work.failures else edition.folder
    put_in_place(work.folder, target, OWN_NAMES)
    if not work.failures:
        shutil.rmtree(incomplete, ignore_errors=True)
    return BuildResult(
        edition=edition,
        folder=target,
        paths=tuple(path for name in OWN_NAMES if (path := target / name).exists()),
        summary=summarize(prepared.rows),
        undated=tell_undated(prepared.rows),
        failures=tuple(work.failures),
        rebuilt=rebuilt,
    )
