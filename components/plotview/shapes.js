/* The shapes of marks: as images for the map, and as small drawings for the legend.
 *
 * A shape is a signed distance in pixels from its outline, negative inside, around the origin.
 * The map's images are such distances too ("sdf"), which is why one image serves every size and
 * colour: https://maplibre.org/maplibre-style-spec/sprite/. All have the area of a circle 24 wide.
 */
const SQRT3 = Math.sqrt(3);
const diamond = (x, y) => (Math.abs(x) + Math.abs(y) - 15) / Math.SQRT2;
const square = (x, y) => Math.max(Math.abs(x), Math.abs(y)) - 10.6;
const triangle = (x, y) => {
  const inner = 9.3; // radius of the circle it holds
  return Math.max(y - inner, (SQRT3 * x - y) / 2 - inner, (-SQRT3 * x - y) / 2 - inner);
};
const hollow = (shape) => (x, y) => Math.abs(shape(x, y) + 0.9) - 0.9;

const SHAPES = {
  "diamond": diamond,
  "square": square,
  "hollow-diamond": hollow(diamond),
  "hollow-triangle": hollow(triangle),
};

const WIDE = 44; // room for the widest, and for the distance to fall off around it
const RATIO = 2; // pixels of the image to a pixel of the page
const REACH = 8; // pixels of the image over which the distance falls off
const EDGE = 0.75; // alpha of the outline itself

function addShapes(map) {
  if (!map.hasImage("room")) map.addImage("room", { width: 1, height: 1, data: new Uint8ClampedArray(4) });
  const side = WIDE * RATIO;
  for (const [name, distance] of Object.entries(SHAPES)) {
    if (map.hasImage(name)) continue;
    const pixels = new Uint8ClampedArray(4 * side * side);
    for (let row = 0; row < side; row += 1) {
      for (let column = 0; column < side; column += 1) {
        const x = (column + 0.5) / RATIO - WIDE / 2;
        const y = (row + 0.5) / RATIO - WIDE / 2;
        pixels[4 * (row * side + column) + 3] = 255 * (EDGE - (distance(x, y) * RATIO) / REACH);
      }
    }
    map.addImage(name, { width: side, height: side, data: pixels }, { sdf: true, pixelRatio: RATIO });
  }
}

const SVG = "http://www.w3.org/2000/svg";
const OUTLINES = {
  "circle": "M8 3.2a4.8 4.8 0 1 0 0 9.6a4.8 4.8 0 1 0 0-9.6z",
  "speck": "M8 5.6a2.4 2.4 0 1 0 0 4.8a2.4 2.4 0 1 0 0-4.8z",
  "ring": "M8 2.8a5.2 5.2 0 1 0 0 10.4a5.2 5.2 0 1 0 0-10.4z",
  "diamond": "M8 2.2L13.8 8L8 13.8L2.2 8z",
  "square": "M3.9 3.9h8.2v8.2h-8.2z",
  "sizes": "M8 1.2a6.8 6.8 0 1 0 0 13.6a6.8 6.8 0 1 0 0-13.6zM8 8.200a3.300 3.300 0 1 0 0 6.600a3.300 3.300 0 1 0 0-6.600z",
  "triangle": "M8 2.4L14 12.8H2z",
};

/* A drawing 16 pixels wide; `entry` is one of the legend: shape, colour, hollow, shade. */
function drawing(entry) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  if (entry.shade) {
    const ground = document.createElementNS(SVG, "path");
    ground.setAttribute("d", "M0.5 3L6 1.5L15.5 4L14 13.5L3 14.5z");
    ground.setAttribute("fill", entry.colour);
    ground.setAttribute("opacity", "0.2");
    svg.append(ground);
  }
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("d", OUTLINES[entry.shape]);
  path.setAttribute("fill", entry.hollow ? "none" : entry.colour);
  path.setAttribute("stroke", entry.hollow ? entry.colour : "none");
  path.setAttribute("stroke-width", "1.5");
  svg.append(path);
  return svg;
}

/* The fills of bars as plotly.js draws them, as lines over a small square. */
const FILLS = {
  "/": "M-1 7L7 -1M3 13L13 3M-1 13L13 -1",
  "\\": "M-1 -1L13 13M5 -1L13 7M-1 5L7 13",
  "x": "M-1 13L13 -1M-1 -1L13 13M5 -1L13 7M-1 5L7 13M-1 7L7 -1M5 13L13 5",
  "-": "M0 3H12M0 7H12M0 11H12",
  "|": "M3 0V12M7 0V12M11 0V12",
  "+": "M0 4H12M0 9H12M4 0V12M9 0V12",
  ".": "M2.500 3h1M6.500 3h1M10 3h1M2.500 6.500h1M6.500 6.500h1M10 6.500h1M2.500 10h1M6.500 10h1M10 10h1",
};

function swatch({ colour, pattern }) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 12 12");
  svg.setAttribute("aria-hidden", "true");
  const square = document.createElementNS(SVG, "rect");
  square.setAttribute("width", "12");
  square.setAttribute("height", "12");
  square.setAttribute("fill", colour);
  svg.append(square);
  if (FILLS[pattern]) {
    const lines = document.createElementNS(SVG, "path");
    lines.setAttribute("d", FILLS[pattern]);
    lines.setAttribute("class", "dl-plot-fill");
    svg.append(lines);
  }
  return svg;
}
