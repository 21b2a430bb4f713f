/* plotview: one Plotly figure that keeps its view while its data change.
 *
 * data     figure (JSON), dark, height, plotly (relative URL), label, tools, legend, note, empty, controls, playback,
 *          image, link, borders
 * gesture  trigger: {kind: "click", places, shift} | {kind: "bar", at, strip}
 *          | {kind: "area", polygon, shift} | {kind: "range", range, strip} | {kind: "ends", range, strip}
 *          | {kind: "clear"} | {kind: "note"} | {kind: "set", name, value} | {kind: "step", at}
 * theme    trigger: "dark" or "light", when the page has changed and the figure has not
 *
 * A map that has moved and rests writes its view into the address, and says it to whoever listens for the
 * event VIEW_EVENT; the page does not run again for it. The event RINGED_EVENT says which marks to ring; a map that
 * comes asks for it by MAP_EVENT.
 *
 * Every gesture on a map carries its view too. Python owns what is chosen; here nothing is selected, only reported.
 */
const VIEW_EVENT = "dateline:view";
const RINGED_EVENT = "dateline:ringed";
const MAP_EVENT = "dateline:map";

const MONTH_ROOM = 60; // pixels for a month with its year under the axis
const DAYS_NAMED = 121 * 86_400_000; // up to this long an axis names days, as the figure's title then takes for granted

const left = new Map(); // the view a map had when it went, by the revision of its figure

const rounded = (view) => view.map((value) => +value.toFixed(4));

/* Where a strip is narrower than on a phone, plotly.js would turn the names of months and cut them. */
function fewerMonths(axis, width) {
  const [first, last] = axis.range.map(Date.parse);
  const room = Math.max(2, Math.floor(width / MONTH_ROOM));
  if (room < 5 && last - first > DAYS_NAMED) axis.nticks = Math.min(axis.nticks, room);
}

class PlotView {
  constructor(parent) {
    const use = (tool) => this.use(tool);
    Object.assign(this, framed(parent, use, () => this.gesture({ kind: "note" }), () => this.rests()));
    this.mode = "pan";
    this.last = Promise.resolve();
    this.send = {
      gesture: (value) => {
        this.chooser.close();
        const map = mapOf(this.plot);
        this.report("gesture", map ? { ...value, view: rounded(viewOf(map)) } : value);
      },
      view: (value) => this.moved(value),
      rests: () => this.rests(),
      choose: (title, marks, at, add) => {
        globalThis.Plotly.Fx.unhover(this.plot); // what it says of one of them would lie under the list
        this.chooser.open(title, marks, at, add);
      },
    };
    this.chooser = new Chooser(this.frame, (value) => this.gesture(value));
    this.brush = new Brush(this.frame, this.plot, (value) => this.gesture(value));
    this.playback = new Playback(this.played, (value) => this.send.gesture(value));
    this.frame.addEventListener("transitionend", (event) => {
      if (event.target === this.frame) this.compareTheme(); // Streamlit runs nothing when it changes
    });
    // plotly.js says of a box or lasso what it encloses, and not with which keys it was drawn. With Shift or Alt it
    // would say one outline around all that were drawn, slivers between them included: so it hears of neither.
    this.plot.addEventListener("pointerdown", ({ shiftKey }) => { this.withShift = this.holdsShift = shiftKey; }, true);
    this.plot.addEventListener("mousedown", (event) => {
      if (this.plot._fullLayout?.dragmode === "pan") return; // there the keys are the map's own
      for (const key of ["shiftKey", "altKey"]) Object.defineProperty(event, key, { value: false });
    }, true);
    this.letGo = ({ key }) => {
      if (key !== "Shift") return;
      if (this.adds) this.use("pan");
      this.adds = this.holdsShift = false;
    };
    window.addEventListener("keyup", this.letGo);
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.frame);
    this.traces = this.ringed = [];
    this.hear = ({ detail }) => this.ring(detail);
    window.addEventListener(RINGED_EVENT, this.hear);
    window.dispatchEvent(new CustomEvent(MAP_EVENT));
  }

  ring(places) {
    this.ringed = places;
    const map = mapOf(this.plot);
    if (map && this.bound) drawRings(map, this.traces, places);
  }

  /* Figures are drawn one after another: plotly.js is not made for two at once. */
  show(data, report) {
    this.report = report;
    this.data = data;
    this.frame.style.setProperty("--dl-height", `${data.height}px`);
    this.frame.classList.toggle("dl-plot-map", data.tools);
    this.plot.setAttribute("aria-label", data.label);
    this.empty.hidden = !data.empty;
    this.empty.textContent = data.empty;
    this.bar.hidden = !data.tools;
    this.note.hidden = !data.note;
    this.note.textContent = data.note;
    if (data.tools) drawLegend(this.legend, data.legend, this.frame.clientWidth < 480);
    else drawKey(this.key, data.legend);
    this.legend.hidden ||= !data.tools;
    this.key.hidden = data.tools || data.legend.length === 0;
    drawControls(this.controls, data.controls, (value) => this.gesture(value));
    this.playback.show(data.playback);
    this.offerPictures(data.image);
    if (data.link) link = data.link;
    if (data.figure === this.drawn) {
      const map = mapOf(this.plot);
      if (map && this.bound) drawBorders(map, data.borders);
      if (this.frame.getAttribute("aria-busy") === "false") this.playback.drawn(); // nothing to draw for this step
      return;
    }
    this.drawn = data.figure;
    this.frame.setAttribute("aria-busy", "true");
    this.last = this.last.then(() => this.draw(data)).catch((error) => this.fail(error));
  }

  async draw(data) {
    const Plotly = await load(data.plotly);
    if (this.gone || data.figure !== this.drawn) return; // a newer one is already waiting
    while (this.plot._dragging) await new Promise((resolve) => setTimeout(resolve, 50));
    const { data: traces, layout } = JSON.parse(data.figure);
    const meta = structuredClone(layout.meta); // plotly.js strips what is empty from its own
    const map = mapOf(this.plot);
    if (data.tools) {
      // The reader's view stays; at first it is the one asked for, or the whole of the coverage.
      const stays = map && layout.uirevision === this.revision;
      const kept = stays ? viewOf(map) : left.get(layout.uirevision) ?? meta.view;
      const [lon, lat, zoom] = kept ?? this.home(meta);
      layout.map.center = { lon, lat };
      layout.map.zoom = zoom;
    }
    this.revision = layout.uirevision;
    if (map && this.style !== layout.map.style.name) {
      Plotly.purge(this.plot); // plotly.js loses the layers of a map whose style changes
      this.bound = false;
    }
    layout.selections = []; // nor does plotly.js keep what was drawn last
    layout.selectionrevision = this.turn = (this.turn ?? 0) + 1;
    if (data.tools) layout.dragmode = this.mode;
    if (layout.xaxis?.nticks) fewerMonths(layout.xaxis, this.frame.clientWidth);
    this.style = layout.map?.style.name;
    this.meta = meta;
    this.traces = traces;
    const stands = map && this.bound;
    if (stands) {
      dressMap(map, meta, data.borders, this.frame);
      drawRings(map, traces, this.ringed);
    }
    await Plotly.react(this.plot, traces, layout, {
      displayModeBar: false,
      doubleClick: false,
      scrollZoom: true,
      responsive: false,
    });
    if (this.gone) return;
    const drawn = mapOf(this.plot);
    if (drawn) {
      if (!stands) {
        dressMap(drawn, meta, data.borders, this.frame);
        drawRings(drawn, traces, this.ringed);
      }
      outline(drawn, meta.outlines);
    } else this.brush.show(meta);
    if (!this.bound) this.bind(drawn);
    this.bound = true;
    markTool(this.bar, this.mode);
    this.waiting.hidden = true;
    this.frame.setAttribute("aria-busy", String(data.figure !== this.drawn));
    if (drawn) this.rested ??= rounded(viewOf(drawn));
    this.rests();
    this.playback.drawn();
  }

  /* Whatever the reader does by hand ends what plays by itself. */
  gesture(value) {
    this.playback.rest();
    this.send.gesture(value);
  }

  /* Where the map has come to: what of it lies out of view, and what its names keep off now. */
  rests() {
    const map = mapOf(this.plot);
    if (!map || !this.bound || this.taken) return;
    this.away.look(this.meta.chosen);
    keepClear(map, this.meta.rooms, clearOver(this.frame, map));
  }

  moved(view) {
    if (!this.rested || rounded(view).join() === this.rested.join()) return;
    this.rested = rounded(view);
    if (!this.data.link) return;
    writeAddress({ z: viewAddress(this.rested) });
    window.dispatchEvent(new CustomEvent(VIEW_EVENT, { detail: this.rested }));
  }

  offerPictures(image) {
    if (this.pictures.dataset.kinds === String(image?.kinds)) return;
    this.pictures.dataset.kinds = String(image?.kinds);
    const buttons = (image?.kinds ?? []).map((kind) =>
      buttonOf(kind.toUpperCase(), `This figure as ${kind.toUpperCase()}`, () => this.picture(kind)),
    );
    this.pictures.replaceChildren(...buttons);
  }

  async picture(kind) {
    const map = mapOf(this.plot);
    if (map) {
      this.taken = true; // nothing lies over the map in its picture
      keepClear(map, this.meta.rooms, clearOver(null, map));
      try {
        await saveMap(this.frame, map, this.data.legend, this.data.image);
      } finally {
        this.taken = false;
        this.rests();
      }
    } else await saveChart(await load(this.data.plotly), this.frame, this.data.figure, this.data.image, kind);
  }

  bind(map) {
    if (map) bindMap(this.plot, map, { ...this.send, gesture: (value) => this.gesture(value) });
    this.plot.on("plotly_selected", (event) => this.selected(event));
    this.plot.on("plotly_deselect", () => this.gesture({ kind: "clear" }));
    if (map) return;
    this.plot.on("plotly_doubleclick", () => this.gesture({ kind: "clear" }));
    this.plot.on("plotly_click", (event) => {
      const point = event.points.find((one) => one.customdata !== undefined);
      if (point) this.gesture({ kind: "bar", at: point.customdata, strip: point.data.meta });
    });
  }

  selected(event) {
    const polygon = polygonOf(event);
    if (polygon) {
      this.gesture({ kind: "area", polygon, shift: this.withShift });
      this.adds = this.holdsShift; // as long as it is held, another can be added
      if (!this.adds) this.use("pan");
      return;
    }
    const axis = Object.keys(event?.range ?? {}).find((name) => name.startsWith("y"));
    if (!event?.range?.x || !axis) return;
    const strip = this.meta.strips[axis];
    this.gesture({ kind: "range", range: event.range.x, strip });
  }

  /* The whole of the coverage, fitted to the size that the map has here. */
  home({ home: [lon, lat, zoom], fitted: [width, height] }) {
    const scale = Math.min(this.plot.clientWidth / width, this.plot.clientHeight / height);
    return [lon, lat, Math.max(0.5, zoom + Math.log2(scale || 1))];
  }

  use(tool) {
    const map = mapOf(this.plot);
    if (!map) return;
    if (tool === "list") {
      const marks = marksInView(this.plot, map);
      this.chooser.open(marks.length ? "Places in view" : "No place in view", marks, null);
    } else if (tool === "closer") map.zoomIn();
    else if (tool === "farther") map.zoomOut();
    else if (tool === "home") {
      const [lon, lat, zoom] = this.home(this.meta);
      map.easeTo({ center: [lon, lat], zoom });
    } else {
      this.mode = tool;
      const marks = { selectedpoints: null }; // paled by plotly.js beyond an area, also where it changes nothing
      this.last = this.last
        .then(() => globalThis.Plotly.update(this.plot, marks, { dragmode: tool, selections: [] }))
        .then(() => markTool(this.bar, tool)); // before that, a drag would still be one with the tool before
    }
  }

  compareTheme() {
    const dark = isDark(this.frame);
    if (dark !== this.data.dark) this.report("theme", dark ? "dark" : "light");
  }

  resize() {
    cancelAnimationFrame(this.frameRequest);
    this.frameRequest = requestAnimationFrame(() => {
      measure(this.frame);
      if (!this.bound || this.gone || !this.plot.clientWidth) return;
      globalThis.Plotly.Plots.resize(this.plot);
      this.brush.place();
    });
  }

  fail(error) {
    console.error(error);
    this.waiting.hidden = false;
    this.waiting.textContent = "This figure could not be drawn. Its table has the same numbers.";
  }

  close() {
    this.gone = true;
    this.observer.disconnect();
    window.removeEventListener(RINGED_EVENT, this.hear);
    window.removeEventListener("keyup", this.letGo);
    const map = mapOf(this.plot);
    if (map && this.bound) left.set(this.revision, viewOf(map));
    this.playback.rest();
    // Not while plotly.js draws: it would look for what it no longer has.
    this.last = this.last.then(() => globalThis.Plotly?.purge(this.plot));
    for (const part of [this.frame, this.key, this.under]) part.remove();
  }
}

const views = new WeakMap(); // by the element Streamlit gives the component

export default function ({ data, parentElement, setTriggerValue }) {
  let view = views.get(parentElement);
  if (!view) {
    view = new PlotView(parentElement);
    views.set(parentElement, view);
  }
  view.show(data, setTriggerValue);
  const call = (view.call = Symbol("call"));
  return () => {
    // Of two calls that came before this code, Streamlit ends the first, and may do so after the second.
    if (view.call !== call) return;
    views.delete(parentElement);
    view.close();
  };
}
