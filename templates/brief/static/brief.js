/* Draws the charts of the page and keeps its promises in window.briefing:
   ready: resolves once every chart was tried, to {expected, drawn: [id], failed: [{id, reason}]};
   print(): the same with all charts in print size, light; drawn anew unless the page was opened so. */
(() => {
  "use strict";
  const PHONE = 520; // px: below this a drawing gets its phone layout
  const MARKS = ":is(.trace, .plot, .overplot, .shapelayer, .slice, .geolayer, .polarlayer) " +
    ":is(path, text, image, rect, circle), canvas";
  const CONFIG = { displayModeBar: false, displaylogo: false, responsive: false, scrollZoom: false };

  const root = document.documentElement;
  const prefersDark = matchMedia("(prefers-color-scheme: dark)");
  const touch = matchMedia("(pointer: coarse)");
  const shades = JSON.parse(document.getElementById("shades").textContent);
  const darkFor = new Map(Object.entries(shades.light)
    .map(([name, colour]) => [colour.toLowerCase(), shades.dark[name]]));
  let printing = matchMedia("print").matches;

  const charts = [...document.querySelectorAll("figure.chart")].map((figure) => ({
    id: figure.id,
    drawing: figure.querySelector(".drawing"),
    json: figure.querySelector("script[type='application/json']").textContent,
    width: 0,
  }));

  /* A colour of the design in its dark value; any other value as it is. */
  function inTheDark(value) {
    if (typeof value === "string") return darkFor.get(value.toLowerCase()) ?? value;
    if (Array.isArray(value)) return typeof value[0] === "number" ? value : value.map(inTheDark);
    if (value === null || typeof value !== "object") return value;
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, inTheDark(part)]));
  }

  function isMap(layout) {
    return Boolean(layout.geo) ||
      Object.entries(layout).some(([key, axis]) => /^[xy]axis/.test(key) && axis?.scaleanchor);
  }

  /* The layout for a width in px. A map keeps its shape; a phone cannot drag, it scrolls. */
  function fit(layout, width) {
    const height = layout.height ?? 450;
    const shrunk = Math.max(280, Math.round(height * width / PHONE));
    const fitted = { ...layout, width, autosize: false, uirevision: "kept", height };
    // What states its height knows what it needs: the key under the house's map is set in px.
    if (width < PHONE && isMap(layout) && !layout.height) fitted.height = Math.min(height, shrunk);
    if (width < PHONE && layout.legend) {
      fitted.legend = { ...layout.legend, orientation: "h", x: 0, xanchor: "left", y: -0.12, yanchor: "top" };
    }
    if (touch.matches) fitted.dragmode = false;
    return fitted;
  }

  /* A bar of nothing is a path without area or line. */
  function shows(mark) {
    const { width, height } = mark.getBoundingClientRect();
    const { stroke, strokeWidth } = getComputedStyle(mark);
    return width * height > 0 || (width + height > 0 && stroke !== "none" && parseFloat(strokeWidth) > 0);
  }

  function whyNothingShows(drawing) {
    const svg = drawing.querySelector("svg.main-svg")?.getBoundingClientRect();
    if (!svg) return "no drawing was made";
    if (!svg.width || !svg.height) return "the drawing has no size";
    return [...drawing.querySelectorAll(MARKS)].some(shows) ? null : "the drawing is empty";
  }

  /* Resolves to null, or to the reason why nothing shows. */
  async function draw(chart) {
    chart.width = printing ? Number(root.dataset.printWidth) : chart.drawing.clientWidth;
    try {
      const figure = JSON.parse(chart.json);
      const { data, layout } = prefersDark.matches && !printing ? inTheDark(figure) : figure;
      await Plotly.react(chart.drawing, data, fit(layout, chart.width), CONFIG);
      return whyNothingShows(chart.drawing);
    } catch (error) {
      return String(error?.message ?? error);
    }
  }

  async function drawAll() {
    const reasons = await Promise.all(charts.map(draw));
    const ids = charts.map((chart) => chart.id);
    return {
      expected: charts.length,
      drawn: ids.filter((_, rank) => reasons[rank] === null),
      failed: ids.map((id, rank) => ({ id, reason: reasons[rank] })).filter((one) => one.reason !== null),
    };
  }

  function print() {
    if (printing) return ready;
    printing = true;
    ready = drawAll();
    return ready;
  }

  function followWidth() {
    const observer = new ResizeObserver((entries) => requestAnimationFrame(() => {
      for (const { target } of entries) {
        const chart = charts.find((one) => one.drawing === target);
        if (!printing && target.clientWidth && target.clientWidth !== chart.width) draw(chart);
      }
    }));
    for (const chart of charts) observer.observe(chart.drawing);
  }

  let ready = drawAll();
  // A page opened in print stays so: it would be drawn once more for nobody, and a listener to the
  // shades would keep it in memory.
  if (!printing) {
    ready.then(followWidth);
    prefersDark.addEventListener("change", () => { if (!printing) drawAll(); });
    addEventListener("beforeprint", print);
    addEventListener("afterprint", () => {
      printing = false;
      ready = drawAll();
    });
  }
  window.briefing = { ready, print };
})();
