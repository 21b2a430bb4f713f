/* What a map has besides Plotly's own: outlines, shapes, names, tools, and marks under a click. */
const RING_ROOM = 7; // pixels by which a ring is wider than its mark
const MARK_SLACK = 4; // pixels beside a mark that still count as on it
const VIEW_DELAY = 400; // milliseconds of stillness before a view is written into the address
const FADE = 300; // milliseconds in which names come and go while the reader moves the map
const AROUND_MARKS = 60; // pixels to the edge from marks that the map is moved to
const MOST_LISTED = 60; // places in the list of those in view

const mapOf = (plot) => plot._fullLayout?.map?._subplot?.map;

/* Give the map what Plotly has no attribute for; `meta` as in dateline/figures/place_map.py.
 *
 * A map that stands gets it before plotly.js changes the circles, so that one loading and one
 * frame serve both; nothing fades then, for every frame of it is the whole map drawn again.
 */
function dressMap(map, meta, borders, frame) {
  map._fadeDuration = 0; // MapLibre has no public way once the map is made
  addShapes(map);
  shade(map, meta.shades);
  drawBorders(map, borders);
  map.getSource("shapes")?.setData(meta.shapes);
  map.getSource("place-names")?.setData(meta.names);
  keepClear(map, meta.rooms, clearOver(frame, map));
  const written = meta.names.features.map((feature) => feature.properties.id);
  const filter = map.getFilter("city-names");
  const base = filter[0] === "all" && filter.at(-1)?.[0] === "!" ? filter.slice(0, -1) : filter;
  map.setFilter("city-names", [...base, ["!", ["in", ["get", "id"], ["literal", written]]]]);
}

/* Thin rings around some marks, by gazetteer id. */
function drawRings(map, traces, places) {
  const wanted = new Set(places);
  const features = [];
  for (const { customdata, lon, lat, marker } of traces) {
    customdata?.forEach((place, index) => {
      if (!wanted.has(place?.[0])) return;
      const geometry = { type: "Point", coordinates: [lon[index], lat[index]] };
      features.push({ type: "Feature", geometry, properties: { radius: (marker.size[index] + RING_ROOM) / 2 } });
    });
  }
  const source = map.getSource("rings");
  const drawn = JSON.stringify(features);
  if (!source || source.ringed === drawn) return;
  source.ringed = drawn;
  source.setData({ type: "FeatureCollection", features });
}

/* Outlines of the circles, whose layers plotly.js makes. */
function outline(map, outlines) {
  for (const [trace, paint] of Object.entries(outlines)) {
    const layer = `plotly-trace-layer-${trace}-circle`;
    if (!map.getLayer(layer)) continue;
    for (const [property, value] of Object.entries(paint)) {
      map.setPaintProperty(layer, property, value);
    }
  }
}

/* Shades of countries, as a state of each shape: then the map lays out nothing again. */
function shade(map, shades) {
  const source = map.getSource("countries");
  const shaded = JSON.stringify(shades);
  if (source.shaded === shaded) return;
  source.shaded = shaded;
  map.removeFeatureState({ source: "countries" });
  for (const [iso, opacity] of Object.entries(shades)) {
    map.setFeatureState({ source: "countries", id: iso }, { shade: opacity });
  }
}

/* Lines of the reader's or the corpus' own: {id, lines (GeoJSON), instead}, or nothing. */
function drawBorders(map, borders) {
  const source = map.getSource("own-borders");
  const drawn = borders ? `${borders.id} ${borders.instead}` : "";
  if (!source || (source.drawn ?? "") === drawn) return;
  source.drawn = drawn;
  source.setData(borders?.lines ?? { type: "FeatureCollection", features: [] });
  for (const kind of ["agreed", "disputed"]) {
    map.setLayoutProperty(`${kind}-borders`, "visibility", borders?.instead ? "none" : "visible");
  }
}

/* A name as it was before it was escaped for plotly.js. */
const plain = (text) => text.replace(/&lt;/g, "<").replace(/&gt;/g, ">").replace(/&amp;/g, "&");

/* Every mark, with where it is on the screen in the copy of the world that is looked at. */
function marksOf(plot, map) {
  const here = map.getCenter();
  const marks = [];
  for (const trace of plot._fullData) {
    if (trace.type !== "scattermap" || !trace.customdata) continue;
    trace.customdata.forEach((place, index) => {
      if (!place) return;
      const around = Math.round((here.lng - trace.lon[index]) / 360) * 360;
      const [id, , count] = place;
      const where = trace.uid.startsWith("ring") ? "province or district" : plain(trace.hovertext[index].split("<br>")[0]);
      const name = plain(place[1]);
      const at = map.project([trace.lon[index] + around, trace.lat[index]]);
      marks.push({ id, name, where, count, at, radius: trace.marker.size[index] / 2 });
    });
  }
  return marks;
}

/* The marks under a pixel: small ones lie on large ones, so the small ones first. */
function marksAt(plot, map, point) {
  const away = ({ at }) => Math.hypot(at.x - point.x, at.y - point.y);
  const hits = marksOf(plot, map).filter((mark) => away(mark) <= mark.radius + MARK_SLACK);
  return hits.sort((one, other) => one.radius - other.radius || away(one) - away(other));
}

const mostFirst = (marks) => marks.sort((one, other) => other.count - one.count);

function isInView(map, { at }) {
  const { clientWidth, clientHeight } = map.getCanvas();
  return at.x >= 0 && at.y >= 0 && at.x <= clientWidth && at.y <= clientHeight;
}

/* Move the map to these, no closer than it is. */
function showMarks(map, marks) {
  const points = marks.map(({ at }) => map.unproject(at));
  const [lngs, lats] = [points.map(({ lng }) => lng), points.map(({ lat }) => lat)];
  const corners = [Math.min, Math.max].map((end) => [end(...lngs), end(...lats)]);
  map.fitBounds(corners, { padding: AROUND_MARKS, maxZoom: map.getZoom() });
}

/* The places in view, most articles first. */
function marksInView(plot, map) {
  return mostFirst(marksOf(plot, map).filter((mark) => isInView(map, mark))).slice(0, MOST_LISTED);
}

const viewOf = (map) => {
  const { lng, lat } = map.getCenter();
  return [lng, lat, map.getZoom()];
};

function bindMap(plot, map, send) {
  shareFingers(map);
  map.on("click", (event) => {
    if (plot._fullLayout.dragmode !== "pan") return;
    const places = marksAt(plot, map, event.point);
    const { shiftKey, ctrlKey, metaKey, detail } = event.originalEvent;
    const add = shiftKey || ctrlKey || metaKey;
    if (places.length > 1 && detail < 2) send.choose(add ? "Add a place" : "Places here", mostFirst(places), event.point, add);
    else if (places.length) send.gesture({ kind: "click", places: [places[0].id], shift: add });
  });
  map.on("movestart", ({ originalEvent }) => {
    if (originalEvent) map._fadeDuration = FADE;
  });
  map.on("dblclick", () => send.gesture({ kind: "clear" }));
  let waiting;
  map.on("moveend", () => {
    send.rests();
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
  ["select", "Choose places in a box; with Shift, add them", "M2.5 3.5h11v9h-11z"],
  ["lasso", "Choose places within a line you draw; with Shift, add them", "M8 2.5c3.5 0 6 1.7 6 4s-2.500 4-6 4s-6-1.700-6-4s2.500-4 6-4zM5.200 10c-1.400 1.200-.500 2.400.500 2.200M5.700 12.200c1 .800.300 2-.900 2"],
  ["list", "List the places in view", "M2.500 4h1M5.500 4h8M2.500 8h1M5.500 8h8M2.500 12h1M5.500 12h8"],
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
  bar.parentElement.dataset.mode = mode;
  for (const button of bar.querySelectorAll("button")) {
    if (["pan", "select", "lasso"].includes(button.dataset.tool)) {
      button.setAttribute("aria-pressed", String(button.dataset.tool === mode));
    }
  }
}

/* What the parts of a stack are, in the order of the stack from its foot. */
function drawKey(list, entries) {
  list.replaceChildren(
    ...entries.map((entry) => {
      const item = document.createElement("li");
      const text = document.createElement("span");
      text.textContent = entry.label;
      item.append(swatch(entry), text);
      return item;
    }),
  );
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
