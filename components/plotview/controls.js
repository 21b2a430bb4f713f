/* What stands under a figure: selects, a number, the playback, and the picture to take away.
 *
 * A control is {kind: "select", name, label, value, options: [[value, label]]}
 *           or {kind: "number", name, label, after, value, most, suggestions}.
 * `send` gets {kind: "set", name, value}; Python says what of it is understood.
 */
function labelled(control, field) {
  const label = document.createElement("label");
  const before = document.createElement("span");
  before.textContent = control.label;
  field.dataset.name = control.name;
  label.append(before, field);
  if (control.after) {
    const after = document.createElement("span");
    after.textContent = control.after;
    label.append(after);
  }
  return label;
}

function selectOf(control, send) {
  const select = document.createElement("select");
  for (const [value, label] of control.options) {
    const option = document.createElement("option");
    option.value = value;
    option.textContent = label;
    option.selected = value === control.value;
    select.append(option);
  }
  select.addEventListener("change", () => send({ kind: "set", name: control.name, value: select.value }));
  return labelled(control, select);
}

function numberOf(control, send) {
  const input = document.createElement("input");
  const list = document.createElement("datalist");
  list.id = `dl-plot-${control.name}`;
  for (const value of control.suggestions) {
    const option = document.createElement("option");
    option.value = value;
    list.append(option);
  }
  input.type = "number";
  input.min = "0";
  input.max = control.most;
  input.step = "any";
  input.value = control.value;
  input.placeholder = "0";
  input.setAttribute("list", list.id);
  input.addEventListener("change", () => {
    const { value, validity } = input;
    // What cannot be, such as -3 km, gives way to what is set.
    if (!validity.valid || (value && Number(value) === 0)) input.value = control.value;
    else send({ kind: "set", name: control.name, value });
  });
  const label = labelled(control, input);
  label.append(list);
  return label;
}

const ICONS = {
  back: "M10.500 3.500L5 8l5.500 4.500zM4.500 3.500v9",
  on: "M5.500 3.500L11 8l-5.500 4.500zM11.500 3.500v9",
  play: "M5 3l7.500 5L5 13z",
  pause: "M5.500 3v10M10.500 3v10",
  stop: "M4 4l8 8M12 4l-8 8",
};

function draw(button, icon) {
  const svg = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  svg.setAttribute("viewBox", "0 0 16 16");
  svg.setAttribute("aria-hidden", "true");
  path.setAttribute("d", ICONS[icon]);
  svg.append(path);
  button.replaceChildren(svg);
}

function buttonOf(face, title, press) {
  const button = document.createElement("button");
  button.type = "button";
  if (ICONS[face]) draw(button, face);
  else button.textContent = face;
  button.title = title;
  button.setAttribute("aria-label", title);
  button.addEventListener("click", press);
  return button;
}

/* Draw again only what has changed, and leave the focus where it was. */
function drawControls(bar, controls, send) {
  const wanted = JSON.stringify(controls);
  if (bar.dataset.drawn === wanted) return;
  bar.dataset.drawn = wanted;
  const focused = bar.contains(document.activeElement) ? document.activeElement.dataset.name : undefined;
  bar.replaceChildren(
    ...controls.map((control) => (control.kind === "number" ? numberOf : selectOf)(control, send)),
  );
  bar.hidden = controls.length === 0;
  if (focused) bar.querySelector(`[data-name="${focused}"]`)?.focus();
}

/* Through time, bin by bin: back, on, stop, and by itself for those who do not mind motion.
 *
 * data  {steps: [day], at: the day it has come to or null, label}
 */
const STEP_DELAY = 1100; // milliseconds that a step stays before the next, once it is drawn

class Playback {
  constructor(bar, send) {
    this.send = send;
    this.bar = bar;
    this.bar.setAttribute("role", "group");
    this.bar.setAttribute("aria-label", "Through time");
    this.back = buttonOf("back", "One step back in time", () => this.move(-1));
    this.play = buttonOf("play", "Play through time", () => (this.playing ? this.rest() : this.begin()));
    this.on = buttonOf("on", "One step on in time", () => this.move(1));
    this.stop = buttonOf("stop", "Stop: the whole time again", () => this.go(null));
    this.label = document.createElement("output");
    this.bar.append(this.back, this.play, this.on, this.label, this.stop);
    this.still = matchMedia("(prefers-reduced-motion: reduce)");
    this.still.addEventListener("change", () => {
      this.play.hidden = this.still.matches;
      if (this.still.matches) this.rest();
    });
  }

  show(data) {
    this.bar.hidden = !data || data.steps.length < 2;
    if (this.bar.hidden) {
      this.rest();
      return;
    }
    this.data = data;
    this.number = data.at === null ? -1 : data.steps.indexOf(data.at);
    this.label.textContent = data.label;
    this.stop.hidden = data.at === null;
    this.play.hidden = this.still.matches;
    this.back.disabled = this.number === 0;
    this.on.disabled = this.number === data.steps.length - 1;
    if (data.at === null) this.rest();
  }

  /* The figure is drawn: if it plays, the next step is due. */
  drawn() {
    clearTimeout(this.timer);
    if (!this.playing) return;
    if (this.number === this.data.steps.length - 1) this.rest();
    else this.timer = setTimeout(() => this.playing && this.move(1, true), STEP_DELAY);
  }

  begin() {
    this.playing = true;
    this.say("pause", "Pause");
    const ended = this.number === this.data.steps.length - 1;
    this.go(this.data.steps[ended ? 0 : this.number + 1]);
  }

  rest() {
    clearTimeout(this.timer);
    this.playing = false;
    this.say("play", "Play through time");
  }

  say(icon, title) {
    draw(this.play, icon);
    this.play.title = title;
    this.play.setAttribute("aria-label", title);
  }

  move(by, goesOn = false) {
    if (!goesOn) this.rest();
    const last = this.data.steps.length - 1;
    const from = this.number < 0 && by < 0 ? last + 1 : this.number; // back from the whole: the last
    this.go(this.data.steps[Math.min(Math.max(from + by, 0), last)]);
  }

  go(day) {
    if (day === null) this.rest();
    writeAddress({ t: day });
    this.send({ kind: "step", at: day });
  }
}
