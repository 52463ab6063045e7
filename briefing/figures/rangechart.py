"""Counts with their uncertainty as rows of bars: the grammar that all counts are drawn in.

exact: solid bar · range: bar from low to high, a tick at best · at least: solid, then an
arrowhead · unquantified: a hatched stub of fixed length with the source's words. Fill says how
certain.

Every row has its label above its bar, so that the chart reads the same on a phone and on paper.
Heights are in pixels; only widths follow the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from html import escape
from itertools import accumulate
from typing import Any

from briefing.design import load_design
from briefing.figures.drawing import Drawing
from briefing.figures.template import LABEL, SMALL, ink
from briefing.rows import shown_count
from briefing.wording import folded

LINE = 16  # px per line of a label
BAR = 10
GAP = 9
HEADING = 25
PANEL_GAP = 8
CLAIMED = frozenset({"claimed", "alleged", "contested"})  # drawn as an outline, hatched
SEPARATOR = " · "  # between the parts of a label
WIDEST = 50  # characters of a label that fit a phone
STUB = 0.11  # share of the width that an unquantified count takes
ARROW = 11  # px
DOT = 7
DIGIT = 8.5  # px: a generous letter of a count


@dataclass(frozen=True)
class Bar:
    """One row: ``row`` holds the count columns of the ledger, ``id`` the toll or claim shown.

    ``quote`` is the sentence behind the count, shown when one points at the bar.
    """

    id: str
    label: str
    quote: str
    row: Mapping[str, Any]
    certainty: str
    colour: str
    dots: tuple[int, ...] = ()  # what each claimant says, where they differ

    @property
    def shown(self) -> str:
        """The count as printed; a row may bring its own words for a range."""
        return str(self.row.get("shown") or shown_count(self.row))

    @property
    def lines(self) -> list[str]:
        """The label in lines that fit a phone, broken between its parts where that is possible."""
        lines = [""]
        for part in self.label.split(SEPARATOR):
            joined = SEPARATOR.join(filter(None, (lines[-1], part)))
            if len(joined) <= WIDEST:
                lines[-1] = joined
            else:
                lines += folded(part, WIDEST)
        return [line for line in lines if line]

    @property
    def hover(self) -> str:
        quote = "<br>".join(escape(line) for line in folded(f"“{self.quote}”", WIDEST))
        return f"<b>{escape(self.shown)}</b> {escape(self.label)}<br>{quote}"

    @property
    def low(self) -> int:
        return int(self.row["low"] or 0)

    @property
    def end(self) -> int:
        """Where the drawn bar ends; 0 for what has no number."""
        values = (self.row["high"], self.row["best"], self.row["low"])
        return int(next((value for value in values if value is not None), 0))

    @property
    def open_upwards(self) -> bool:
        return self.row["high"] is None and self.row["low"] is not None

    @property
    def vague(self) -> bool:
        return self.row["low"] is None and self.row["high"] is None

    @property
    def height(self) -> int:
        return LINE * len(self.lines) + BAR + GAP

    @property
    def tail(self) -> float:
        """The room in px that the arrowhead and the count need to the right of the bar."""
        return 0 if self.vague else 8 + ARROW + DIGIT * len(self.shown)


@dataclass(frozen=True)
class Panel:
    """Rows that share one scale, under a heading (empty: none)."""

    heading: str
    bars: tuple[Bar, ...]

    @property
    def top(self) -> int:
        return HEADING if self.heading else 0

    @property
    def height(self) -> int:
        return self.top + sum(bar.height for bar in self.bars)

    @property
    def width(self) -> float:
        """The value at the right edge."""
        return max(bar.end for bar in self.bars) or 1


def draw_panels(panels: list[Panel]) -> Drawing:
    """Return the panels one under the other, each with its own scale from 0."""
    figure = Drawing()
    height = sum(p.height for p in panels) + PANEL_GAP * (len(panels) - 1)
    tops = accumulate((p.height + PANEL_GAP for p in panels), initial=0)
    for index, (panel, top) in enumerate(zip(panels, tops, strict=False), start=1):
        _Painter(figure, panel, str(index) if index > 1 else "").paint(
            (1 - (top + panel.height) / height, 1 - top / height)
        )
    margin = {"r": max(bar.tail for panel in panels for bar in panel.bars)}
    figure.update_layout(height=height, bargap=0, margin=margin)
    return figure


def certainty_words(bars: Iterable[Bar]) -> str:
    """Return how to read the fills and ends that are in use, as one sentence; empty for none."""
    bars = list(bars)
    used = {bar.certainty for bar in bars if not bar.vague}
    told = [words for names, words in _FILLS if names & used]
    if any(bar.open_upwards for bar in bars):
        told.append("an arrow: at least")
    text = "; ".join(told)
    return f"{text[0].upper()}{text[1:]}." if text else ""


_FILLS = (
    ({"confirmed"}, "full colour: confirmed"),
    ({"reported"}, "lighter: reported"),
    (CLAIMED, "hatched outline: claimed, alleged or contested"),
    ({"denied"}, "struck through: denied"),
)


@dataclass(frozen=True)
class _Painter:
    """Paints one panel on the axes numbered ``axis``; y counts pixels downwards from its top."""

    figure: Drawing
    panel: Panel
    axis: str

    def paint(self, domain: tuple[float, float]) -> None:
        self.figure.update_layout(
            {
                f"xaxis{self.axis}": _hidden([0, self.panel.width], anchor=f"y{self.axis}"),
                f"yaxis{self.axis}": _hidden([self.panel.height, 0], list(domain), f"x{self.axis}"),
            }
        )
        if self.panel.heading:
            self._text(0, HEADING / 2 - 3, f"<b>{self.panel.heading}</b>", size=LABEL + 1)
        self._bars()
        for bar, top in self._placed():
            text = "<br>".join(map(escape, bar.lines))
            self._text(0, top + LINE * len(bar.lines) / 2, text, size=SMALL)
            self._marks(bar, self._middle(bar, top))
        self._line(0, self.panel.top, 0, self.panel.height - GAP + 3, ink("rule"), width=1)

    def _placed(self) -> Iterator[tuple[Bar, float]]:
        tops = accumulate((bar.height for bar in self.panel.bars), initial=self.panel.top)
        return zip(self.panel.bars, tops, strict=False)

    def _middle(self, bar: Bar, top: float) -> float:
        return top + LINE * len(bar.lines) + BAR / 2 + 2

    def _bars(self) -> None:
        fills = [_fill(bar) for bar in self.panel.bars]
        stub = self.panel.width * STUB
        floating = [bar.low if bar.low and bar.end > bar.low else 0 for bar in self.panel.bars]
        ends = [stub if bar.vague else bar.end for bar in self.panel.bars]
        self.figure.add_bar(
            orientation="h",
            y=[self._middle(bar, top) for bar, top in self._placed()],
            base=floating,
            x=[end - base for end, base in zip(ends, floating, strict=True)],
            width=BAR,
            xaxis=f"x{self.axis}",
            yaxis=f"y{self.axis}",
            customdata=[[bar.id] for bar in self.panel.bars],
            hovertext=[bar.hover for bar in self.panel.bars],
            hovertemplate="%{hovertext}<extra></extra>",
            marker={
                "color": [bar.colour for bar in self.panel.bars],
                "opacity": [fill["opacity"] for fill in fills],
                "line": {
                    "color": [bar.colour for bar in self.panel.bars],
                    "width": [fill["line"] for fill in fills],
                },
                "pattern": {
                    "shape": [fill["shape"] for fill in fills],
                    "fillmode": "replace",
                    "size": 5,
                    "solidity": 0.22,
                },
            },
        )

    def _marks(self, bar: Bar, y: float) -> None:
        """What stands on and beside a bar: stem, best, arrowhead, strike, and the count itself."""
        end = self.panel.width * STUB if bar.vague else bar.end
        if bar.low and bar.end > bar.low:
            self._line(0, y, bar.low, y, bar.colour, width=1)
            if bar.row["best"] is not None:
                self._line(bar.row["best"], y - 9, bar.row["best"], y + 9, ink("ink"), width=2)
        if bar.open_upwards:
            self._arrow(end, y, bar)
        if bar.certainty == "denied":
            self._line(0, y, end + self.panel.width * 0.02, y, ink("ink"), width=1.5)
        if bar.dots:
            self._dots(bar, y)
        count = escape(bar.shown)
        text = f"<i>“{count}”</i>" if bar.vague else f"<b>{count}</b>"
        self._text(end, y, text, size=LABEL, shift=6 + (ARROW if bar.open_upwards else 0))

    def _arrow(self, x: float, y: float, bar: Bar) -> None:
        """An arrowhead that starts where the bar ends; markers alone may stand outside the axes."""
        fill = _fill(bar)
        marker = {
            "symbol": "triangle-down",
            "angle": -90,  # points right, and is set off to the right
            "standoff": ARROW / 2 - 1,
            "size": BAR + 3,
            "opacity": fill["opacity"],
            "color": bar.colour if not fill["shape"] else ink("paper"),
            "line": {"color": bar.colour, "width": fill["line"]},
        }
        self._points([x], y, marker)

    def _dots(self, bar: Bar, y: float) -> None:
        """Every claimant's figure on the range that they make together."""
        marker = {
            "symbol": "circle",
            "size": DOT,
            "color": ink("paper"),
            "line": {"color": ink("ink"), "width": 1.2},
        }
        self._points(bar.dots, y, marker)

    def _points(self, xs: Sequence[float], y: float, marker: dict[str, Any]) -> None:
        self.figure.add_scatter(
            x=list(xs),
            y=[y] * len(xs),
            mode="markers",
            xaxis=f"x{self.axis}",
            yaxis=f"y{self.axis}",
            hoverinfo="skip",
            cliponaxis=False,
            marker=marker,
        )

    def _text(self, x: float, y: float, text: str, *, size: int, shift: float = 0) -> None:
        self.figure.add_annotation(
            x=x,
            y=y,
            text=text,
            xref=f"x{self.axis}",
            yref=f"y{self.axis}",
            xanchor="left",
            yanchor="middle",
            xshift=shift,
            align="left",
            showarrow=False,
            borderpad=0,
            font={"size": size, "color": ink("ink")},
        )

    def _line(
        self, x0: float, y0: float, x1: float, y1: float, colour: str, *, width: float
    ) -> None:
        self.figure.add_shape(
            type="line",
            x0=x0,
            y0=y0,
            x1=x1,
            y1=y1,
            xref=f"x{self.axis}",
            yref=f"y{self.axis}",
            line={"color": colour, "width": width},
        )


def _hidden(
    span: list[float], domain: list[float] | None = None, anchor: str = ""
) -> dict[str, Any]:
    return {"range": span, "domain": domain or [0, 1], "anchor": anchor, "visible": False}


def _fill(bar: Bar) -> dict[str, Any]:
    """How a bar is filled: by its certainty, or loosely hatched where it has no number."""
    style = load_design()["certainty"][bar.certainty]
    if bar.vague:
        return {"opacity": 1.0, "shape": "x", "line": 0}
    shape = {"solid": "", "hatch": "/", "struck": "/"}[style["fill"]]
    return {"opacity": style["opacity"], "shape": shape, "line": 1.2 if shape else 0}
