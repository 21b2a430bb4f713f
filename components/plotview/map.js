/* What a map has besides Plotly's own: outlines, shapes, names, tools, and marks under a click. */
const MARK_SLACK = 4; // pixels beside a mark that still count as on it
const VIEW_DELAY = 500; // milliseconds of stillness before a view is sent

const mapOf = (plot) => plot._fullLayout?.map?._subplot?.map;

/* Give the map what Plotly has no attribute for; `meta` as in dateline/figures/place_map.py. */
function finishMap(map, meta) {
  addShapes(map);
  for (const [trace, paint] of Object.entries(meta.outlines)) {
    const layer = `plotly-trace-layer-${trace}-circle`;
    if (!map.getLayer(layer)) continue;
    for (const [property, value] of Object.entries(paint)) {
      map.setPaintProperty(layer, property, value);
    }
  }
  map.getSource("shapes")?.setData(meta.shapes);
  map.getSource("place-names")?.setData(meta.names);
  const written = meta.names.features.map((feature) => feature.properties.id);
  const filter = map.getFilter("city-names");
  const base = filter[0] === "all" && filter.at(-1)?.[0] === "!" ? filter.slice(0, -1) : filter;
  map.setFilter("city-names", [...base, ["!", ["in", ["get", "id"], ["literal", written]]]]);
}

/* Gazetteer ids of the marks under a pixel, the nearest to its centre first. */
function marksAt(plot, map, point) {
  const here = map.unproject(point);
  const hits = [];
  for (const trace of plot._fullData) {
    if (trace.type !== "scattermap" || !trace.customdata) continue;
    trace.customdata.forEach((place, index) => {
      if (!place) return;
      const around = Math.round((here.lng - trace.lon[index]) / 360) * 360; // a copy of the world
      const centre = map.project([trace.lon[index] + around, trace.lat[index]]);
      const away = Math.hypot(centre.x - point.x, centre.y - point.y);
      const radius = trace.marker.size[index] / 2;
      if (away <= radius + MARK_SLACK) hits.push({ id: place[0], radius, away });
    });
  }
  // Small marks lie on large ones: a click that is on both means the small one first.
  hits.sort((one, other) => one.radius - other.radius || one.away - other.away);
  return hits.map((hit) => hit.id);
}

const viewOf = (map) => {
  const { lng, lat } = map.getCenter();
  return [lng, lat, map.getZoom()];
};

function bindMap(plot, map, send) {
  map.on("click", (event) => {
    if (plot._fullLayout.dragmode !== "pan") return;
    const places = marksAt(plot, map, event.point);
    const { shiftKey, ctrlKey, metaKey } = event.originalEvent;
    if (places.length) send.gesture({ kind: "click", places, shift: shiftKey || ctrlKey || metaKey });
  });
  map.on("dblclick", () => send.gesture({ kind: "clear" }));
  let waiting;
  map.on("moveend", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => send.view(viewOf(map)), VIEW_DELAY);
  });
  map.getCanvas().setAttribute("aria-label", "Map: arrow keys move, plus and minus zoom");
}

/* A lasso or box on the map, as corners [longitude, latitude]; null if it is neither. */
function polygonOf(event) {
  if (event?.lassoPoints?.map) return event.lassoPoints.map;
  if (!event?.range?.map) return null;
  const [[west, north], [east, south]] = event.range.map;
  return [[west, north], [east, north], [east, south], [west, south]];
}

const TOOLS = [
  ["pan", "Move the map", "M8 1.5v13M1.5 8h13M8 1.5L6 3.5M8 1.5L10 3.5M8 14.5L6 12.5M8 14.5L10 12.5M1.5 8L3.5 6M1.5 8L3.5 10M14.5 8L12.5 6M14.5 8L12.5 10"],
  ["select", "Choose places in a box", "M2.5 3.5h11v9h-11z"],
  ["lasso", "Choose places within a line you draw", "M8 2.5c3.5 0 6 1.7 6 4s-2.500 4-6 4s-6-1.700-6-4s2.500-4 6-4zM5.200 10c-1.400 1.200-.500 2.400.500 2.200M5.700 12.200c1 .800.300 2-.900 2"],
  ["closer", "Zoom in", "M8 3v10M3 8h10"],
  ["farther", "Zoom out", "M3 8h10"],
  ["home", "Back to most of the coverage", "M2.500 6V2.500H6M10 2.500h3.500V6M13.500 10v3.500H10M6 13.500H2.500V10"],
];

/* Buttons over the map; `choose` is told the tool. */
function tools(choose) {
  const bar = document.createElement("div");
  bar.className = "dl-plot-tools";
  bar.setAttribute("role", "toolbar");
  bar.setAttribute("aria-label", "Map tools");
  for (const [tool, label, path] of TOOLS) {
    const button = document.createElement("button");
    button.type = "button";
    button.title = label;
    button.dataset.tool = tool;
    button.setAttribute("aria-label", label);
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    const line = document.createElementNS(SVG, "path");
    line.setAttribute("d", path);
    svg.append(line);
    button.append(svg);
    button.addEventListener("click", () => choose(tool));
    bar.append(button);
  }
  return bar;
}

function markTool(bar, mode) {
  for (const button of bar.querySelectorAll("button")) {
    if (["pan", "select", "lasso"].includes(button.dataset.tool)) {
      button.setAttribute("aria-pressed", String(button.dataset.tool === mode));
    }
  }
}

/* What the forms mean, folded away on a small screen until asked for. */
function drawLegend(corner, entries, small) {
  if (!corner.dataset.begun) {
    corner.dataset.begun = "yes";
    corner.open = !small;
  }
  const heading = document.createElement("summary");
  heading.textContent = "Legend";
  const list = document.createElement("ul");
  for (const entry of entries) {
    const item = document.createElement("li");
    const text = document.createElement("span");
    text.textContent = entry.label;
    item.append(drawing(entry), text);
    list.append(item);
  }
  corner.replaceChildren(heading, list);
  corner.hidden = entries.length === 0;
}
