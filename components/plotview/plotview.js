/* plotview: one Plotly figure that keeps its view while its data change.
 *
 * data     figure (JSON), dark, height, plotly (relative URL), label, tools, legend, note, sendView
 * gesture  trigger: {kind: "click", places, shift} | {kind: "bar", at, strip}
 *          | {kind: "area", polygon, shift} | {kind: "range", range, strip} | {kind: "clear"} | {kind: "note"}
 * view     trigger: [longitude, latitude, zoom]
 * theme    trigger: "dark" or "light", when the page has changed and the figure has not
 *
 * Every gesture on a map carries its view too. Python owns what is chosen; here nothing is selected, only reported.
 */
let plotly; // one script for every figure of the page

const rounded = (view) => view.map((value) => +value.toFixed(4));

function load(url) {
  plotly ??= new Promise((resolve, reject) => {
    if (globalThis.Plotly) {
      resolve(globalThis.Plotly);
      return;
    }
    const script = document.createElement("script");
    script.src = new URL(url, document.baseURI).href; // relative: right under a base path too
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => {
      plotly = undefined;
      reject(new Error(`${url} could not be loaded`));
    };
    document.head.append(script);
  });
  return plotly;
}

class PlotView {
  constructor(parent) {
    this.frame = document.createElement("div");
    this.frame.className = "dl-plot";
    this.plot = document.createElement("div");
    this.plot.className = "dl-plot-figure";
    this.plot.setAttribute("role", "img");
    this.plot.tabIndex = 0;
    this.waiting = document.createElement("p");
    this.waiting.className = "dl-plot-waiting";
    this.waiting.textContent = "Drawing …";
    this.bar = tools((tool) => this.use(tool));
    this.legend = document.createElement("details");
    this.legend.className = "dl-plot-legend";
    this.note = document.createElement("button");
    this.note.type = "button";
    this.note.className = "dl-plot-note";
    this.note.addEventListener("click", () => this.send.gesture({ kind: "note" }));
    this.frame.append(this.plot, this.waiting, this.bar, this.legend, this.note);
    parent.append(this.frame);
    this.mode = "pan";
    this.last = Promise.resolve();
    this.send = {
      gesture: (value) => {
        const map = mapOf(this.plot);
        this.report("gesture", map ? { ...value, view: rounded(viewOf(map)) } : value);
      },
      view: (value) => this.data.sendView && this.report("view", rounded(value)),
    };
    this.frame.addEventListener("transitionend", (event) => {
      if (event.target === this.frame) this.compareTheme(); // Streamlit runs nothing when it changes
    });
    this.observer = new ResizeObserver(() => this.resize());
    this.observer.observe(this.frame);
  }

  /* Figures are drawn one after another: plotly.js is not made for two at once. */
  show(data, report) {
    this.report = report;
    this.data = data;
    this.frame.style.setProperty("--dl-height", `${data.height}px`);
    this.frame.classList.toggle("dl-plot-map", data.tools);
    this.plot.setAttribute("aria-label", data.label);
    this.bar.hidden = !data.tools;
    this.note.hidden = !data.note;
    this.note.textContent = data.note;
    drawLegend(this.legend, data.legend, this.frame.clientWidth < 480);
    if (data.figure === this.drawn) return;
    this.drawn = data.figure;
    this.frame.setAttribute("aria-busy", "true");
    this.last = this.last.then(() => this.draw(data)).catch((error) => this.fail(error));
  }

  async draw(data) {
    const Plotly = await load(data.plotly);
    if (this.gone || data.figure !== this.drawn) return; // a newer one is already waiting
    while (this.plot._dragging) await new Promise((resolve) => setTimeout(resolve, 50));
    const { data: traces, layout } = JSON.parse(data.figure);
    const map = mapOf(this.plot);
    if (data.tools) {
      // The reader's view stays; at first it is the one asked for, or the whole of the coverage.
      const kept = map && layout.uirevision === this.revision ? viewOf(map) : layout.meta.view;
      const [lon, lat, zoom] = kept ?? this.home(layout.meta);
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
    this.style = layout.map?.style.name;
    this.meta = layout.meta;
    await Plotly.react(this.plot, traces, layout, {
      displayModeBar: false,
      doubleClick: false,
      scrollZoom: true,
      responsive: false,
    });
    if (this.gone) {
      Plotly.purge(this.plot);
      return;
    }
    const drawn = mapOf(this.plot);
    if (drawn) finishMap(drawn, layout.meta);
    if (!this.bound) this.bind(drawn);
    this.bound = true;
    markTool(this.bar, this.mode);
    this.waiting.hidden = true;
    this.frame.setAttribute("aria-busy", String(data.figure !== this.drawn));
  }

  bind(map) {
    if (map) bindMap(this.plot, map, this.send);
    this.plot.on("plotly_selected", (event) => this.selected(event));
    this.plot.on("plotly_deselect", () => this.send.gesture({ kind: "clear" }));
    if (map) return;
    this.plot.on("plotly_doubleclick", () => this.send.gesture({ kind: "clear" }));
    this.plot.on("plotly_click", (event) => {
      const point = event.points.find((one) => one.customdata !== undefined);
      if (point) this.send.gesture({ kind: "bar", at: point.customdata, strip: point.data.uid });
    });
  }

  selected(event) {
    const polygon = polygonOf(event);
    if (polygon) {
      this.send.gesture({ kind: "area", polygon, shift: Boolean(event.event?.shiftKey) });
      this.use("pan");
      return;
    }
    const axis = Object.keys(event?.range ?? {}).find((name) => name.startsWith("y"));
    if (!event?.range?.x || !axis) return;
    const strip = this.meta.strips[axis];
    this.send.gesture({ kind: "range", range: event.range.x, strip });
  }

  /* The whole of the coverage, fitted to the size that the map has here. */
  home({ home: [lon, lat, zoom], fitted: [width, height] }) {
    const scale = Math.min(this.plot.clientWidth / width, this.plot.clientHeight / height);
    return [lon, lat, Math.max(0.5, zoom + Math.log2(scale || 1))];
  }

  use(tool) {
    const map = mapOf(this.plot);
    if (!map) return;
    if (tool === "closer") map.zoomIn();
    else if (tool === "farther") map.zoomOut();
    else if (tool === "home") {
      const [lon, lat, zoom] = this.home(this.meta);
      map.easeTo({ center: [lon, lat], zoom });
    } else {
      this.mode = tool;
      markTool(this.bar, tool);
      this.last = this.last.then(() => globalThis.Plotly.relayout(this.plot, { dragmode: tool, selections: [] }));
    }
  }

  compareTheme() {
    const [red, green, blue] = getComputedStyle(this.frame).backgroundColor.match(/[\d.]+/g);
    const dark = 0.3 * red + 0.6 * green + 0.1 * blue < 128;
    if (dark !== this.data.dark) this.report("theme", dark ? "dark" : "light");
  }

  resize() {
    cancelAnimationFrame(this.frameRequest);
    this.frameRequest = requestAnimationFrame(() => {
      if (this.bound && !this.gone && this.plot.clientWidth) globalThis.Plotly.Plots.resize(this.plot);
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
    if (this.bound) globalThis.Plotly.purge(this.plot);
    this.frame.remove();
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
  return () => {
    views.delete(parentElement);
    view.close();
  };
}
