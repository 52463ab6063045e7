/* Lets text flow before a chart that does not fit on its page, where that leaves less paper empty.

   A chart cannot break, and Chromium has no floats for pages. So the page is folded into columns of
   a sheet's size, which break by the same rules as sheets do; of the orders in which a section can
   stand, the one that leaves the least room empty is kept. A few lines alone on the last sheet are
   taken back by setting the brief a little tighter. Run in print, at a sheet's width. */
() => {
  "use strict";
  const GAP = 40; // px between two columns: any
  const EMPTY = 0.12; // of a sheet: so much must be empty before a chart is looked at …
  const WORTH = 0.05; // … and so much less after a change; a chart behind it may then gain more
  const REST = 0.12; // of a sheet: the last one has so little that it is worth saving
  const main = document.querySelector("main.brief");
  const { printWidth, printHeight } = document.documentElement.dataset;
  const [width, height] = [Number(printWidth), Number(printHeight)];
  if (!main || !width || !height) return 0;

  const isHeading = (block) => /^H[1-6]$/.test(block.tagName);
  const isChart = (block) => block.matches("figure.chart");
  const blocks = () => main.querySelectorAll(":scope > :not(.section), :scope > .section > *");

  /* Each block's pieces, one per sheet that it stands on: the sheet's number, where it begins and
     ends there in px. */
  function pieces() {
    const { left, top } = main.getBoundingClientRect();
    return [...blocks()].flatMap((block) => [...block.getClientRects()].map((rect) => ({
      block,
      sheet: Math.round((rect.left - left) / (width + GAP)),
      from: rect.top - top,
      to: rect.bottom - top,
    }))).filter((piece) => piece.to > piece.from);
  }

  /* How many px stay empty at the foot of each sheet. */
  function empty(found) {
    const feet = [];
    for (const { sheet, to } of found) feet[sheet] = Math.max(feet[sheet] ?? 0, to);
    return Array.from(feet, (foot) => Math.max(0, height - (foot ?? 0)));
  }

  /* How many px stay empty in all, but on the last sheet. */
  function waste(found = pieces()) {
    return empty(found).slice(0, -1).reduce((sum, px) => sum + px, 0);
  }

  /* Whether a chart opens a sheet, alone or below its headings, and left the one before it empty. */
  function isPushed(chart, found) {
    const own = found.find((piece) => piece.block === chart);
    return Boolean(own?.sheet) && empty(found)[own.sheet - 1] > EMPTY * height &&
      !found.some(({ block, sheet, from }) =>
        sheet === own.sheet && from < own.from && !isHeading(block) && block !== chart);
  }

  /* The runs of text and tables behind a chart, up to the next heading. */
  function runsBehind(chart) {
    const runs = [[]];
    for (let block = chart.nextElementSibling; block && !isHeading(block); block = block.nextElementSibling) {
      if (isChart(block)) runs.push([]);
      else runs.at(-1).push(block);
    }
    return runs.filter((run) => run.some((block) => block.getClientRects().length));
  }

  /* Set a run before the chart, and say how to undo it. */
  function lift(run, chart) {
    const behind = run.at(-1).nextSibling;
    chart.before(...run);
    return () => (behind ? behind.before(...run) : chart.parentElement.append(...run));
  }

  function improve(chart) {
    const found = pieces();
    if (!isPushed(chart, found)) return false;
    const before = waste(found);
    const tried = runsBehind(chart).map((run) => {
      const undo = lift(run, chart);
      const left = waste();
      undo();
      return { run, left };
    });
    const best = tried.sort((a, b) => a.left - b.left)[0];
    if (!best || before - best.left < WORTH * height) return false;
    lift(best.run, chart);
    return true;
  }

  const fold = {
    width: `${width}px`, height: `${height}px`,
    columnWidth: `${width}px`, columnGap: `${GAP}px`, columnFill: "auto",
  };
  /* Where little stands on the last of several sheets, set the brief tighter if that saves it. */
  function tighten() {
    const found = pieces();
    const last = Math.max(...found.map((piece) => piece.sheet));
    if (last < 1 || height - empty(found)[last] > REST * height) return;
    main.classList.add("tight");
    if (pieces().some((piece) => piece.sheet === last)) main.classList.remove("tight");
  }

  Object.assign(main.style, fold);
  const changed = [...main.querySelectorAll(".section > figure.chart")].filter(improve).length;
  tighten();
  for (const name of Object.keys(fold)) main.style[name] = "";
  return changed;
}
