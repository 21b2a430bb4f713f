/* What a figure stands in: over the drawing what is said of it, its tools and its legend; under it its key, the
 * playback, its controls and its pictures. */

const PAPER = 640; // pixels that every sheet has room for

function framed(parent, use, ask, rests) {
  const frame = made("div", "dl-plot");
  const plot = made("div", "dl-plot-figure");
  plot.setAttribute("role", "img");
  plot.tabIndex = 0;
  const waiting = made("p", "dl-plot-waiting");
  waiting.textContent = "Drawing …";
  const empty = made("p", "dl-plot-empty");
  const away = new Away(plot, () => use("home"));
  const bar = tools(use);
  const legend = made("details", "dl-plot-legend");
  legend.addEventListener("toggle", rests);
  const note = made("button", "dl-plot-note");
  note.type = "button";
  note.addEventListener("click", ask);
  frame.append(plot, waiting, empty, away.button, away.note, bar, legend, note);
  const key = made("ul", "dl-plot-key");
  const under = made("div", "dl-plot-under");
  const [played, controls, pictures] = ["div", "div", "div"].map((name) => made(name));
  under.append(played, controls, pictures);
  parent.append(frame, key, under);
  return { frame, plot, waiting, empty, away, bar, legend, note, key, under, played, controls, pictures };
}

function made(name, className = "") {
  const element = document.createElement(name);
  if (className) element.className = className;
  return element;
}

/* Nothing is drawn again for a printer: there it is as wide as here, or fitted to the paper. */
function measure({ clientWidth, clientHeight, style }) {
  style.setProperty("--dl-width", `${clientWidth}px`);
  style.setProperty("--dl-tall", `${clientHeight}px`);
  style.setProperty("--dl-fit", Math.min(1, PAPER / clientWidth));
}

function isDark(frame) {
  const [red, green, blue] = getComputedStyle(frame).backgroundColor.match(/[\d.]+/g);
  return 0.3 * red + 0.6 * green + 0.1 * blue < 128;
}
