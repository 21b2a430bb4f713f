/* The ends of a chosen range, as handles that can be moved by mouse, finger and keyboard.
 *
 * Arrow keys move an end by one bin, Page Up and Down by seven, Home and End as far as it goes.
 * `edges` are the first days of the bins and the day after the last; what is sent is
 * {kind: "ends", range: [first day or null, last day or null], strip}; both null: all days.
 *
 * A finger that moves across chooses from bin to bin, and one that moves down scrolls the page: plotly.js, which knows
 * no such difference, is told of neither, and of a tap as of a click.
 */
const REST = 350; // milliseconds after the last key before the range is sent
const SLOP = 8; // pixels by which a finger that taps may move

class Brush {
  constructor(frame, plot, send) {
    this.plot = plot;
    this.send = send;
    this.timer = null; // runs while keys move an end
    this.handles = { published: [], spoken: [] };
    for (const strip of Object.keys(this.handles)) {
      for (const end of [0, 1]) {
        const handle = document.createElement("div");
        handle.className = "dl-plot-handle";
        handle.tabIndex = 0;
        handle.hidden = true;
        handle.setAttribute("role", "slider");
        const days = strip === "published" ? "day of publication" : "day spoken of";
        handle.setAttribute("aria-label", `${end ? "Last" : "First"} ${days}`);
        handle.addEventListener("keydown", (event) => this.key(event, strip, end));
        handle.addEventListener("pointerdown", (event) => this.drag(event, strip, end));
        this.handles[strip].push(handle);
        frame.append(handle);
      }
    }
    frame.addEventListener("touchstart", (event) => this.touch(event), { capture: true, passive: true });
  }

  show(meta) {
    const isSameTime = String(meta.edges) === String(this.edges);
    this.edges = meta.edges;
    this.all = [0, meta.edges.length - 2];
    const given = JSON.stringify([meta.chosen, meta.edges]);
    const changed = given !== this.given;
    this.given = given;
    // Who goes on by keys is not set back by the page, which comes to what he has chosen before.
    const goesOn = this.timer !== null && isSameTime;
    if (changed && !goesOn) {
      clearTimeout(this.timer);
      this.timer = null;
      this.chosen = { published: [...(meta.chosen.published ?? this.all)], spoken: [...(meta.chosen.spoken ?? this.all)] };
    }
    this.shown = { published: true, spoken: Boolean(meta.chosen.spoken) };
    this.axes = Object.fromEntries(Object.entries(meta.strips).map(([axis, strip]) => [strip, axis]));
    this.place();
  }

  place() {
    const layout = this.plot._fullLayout;
    if (!layout?.xaxis || !this.edges) return;
    for (const [strip, handles] of Object.entries(this.handles)) {
      const axis = layout[this.axes[strip].replace("y", "yaxis")];
      handles.forEach((handle, end) => {
        handle.hidden = !axis || !this.shown[strip];
        if (handle.hidden) return;
        const number = this.chosen[strip][end];
        const x = layout.xaxis._offset + layout.xaxis.d2p(this.edges[number + end]);
        handle.style.left = `${x}px`;
        handle.style.top = `${axis._offset}px`;
        handle.style.height = `${axis._length}px`;
        handle.setAttribute("aria-valuemin", "0");
        handle.setAttribute("aria-valuemax", String(this.all[1]));
        handle.setAttribute("aria-valuenow", String(number));
        handle.setAttribute("aria-valuetext", this.day(number, end));
        handle.title = `${handle.getAttribute("aria-label")}: ${this.day(number, end)}`;
      });
    }
  }

  /* First day of a bin, or its last. */
  day(number, end) {
    if (!end) return this.edges[number];
    const last = new Date(`${this.edges[number + 1]}T00:00:00Z`);
    last.setUTCDate(last.getUTCDate() - 1);
    return last.toISOString().slice(0, 10);
  }

  move(strip, end, number) {
    const [first, last] = this.chosen[strip];
    this.chosen[strip][end] = end ? Math.min(Math.max(number, first), this.all[1]) : Math.max(Math.min(number, last), 0);
    this.place();
  }

  key(event, strip, end) {
    const number = this.chosen[strip][end];
    const to = {
      ArrowLeft: number - 1, ArrowDown: number - 1, ArrowRight: number + 1, ArrowUp: number + 1,
      PageDown: number - 7, PageUp: number + 7, Home: 0, End: this.all[1],
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    this.move(strip, end, to);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.timer = null;
      this.report(strip);
    }, REST);
  }

  drag(event, strip, end) {
    const handle = event.currentTarget;
    event.preventDefault();
    handle.focus();
    handle.setPointerCapture(event.pointerId);
    const before = this.chosen[strip][end];
    let hasMoved = false;
    const follow = ({ clientX }) => {
      hasMoved ||= Math.abs(clientX - event.clientX) >= SLOP;
      const axis = this.plot._fullLayout.xaxis;
      const at = axis.p2d(clientX - this.plot.getBoundingClientRect().left - axis._offset);
      const edges = this.edges.map((edge) => Math.abs(new Date(edge) - new Date(at.slice(0, 10))));
      this.move(strip, end, edges.indexOf(Math.min(...edges)) - end);
    };
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("lostpointercapture", () => {
      handle.removeEventListener("pointermove", follow);
      if (this.chosen[strip][end] !== before) this.report(strip);
      else if (!hasMoved) this.tap(event.clientX, strip, handle.offsetWidth);
    }, { once: true });
  }

  /* Handles lie over narrow bars: who taps one without moving it means the bar under it, and where one bar is chosen
   * that is no wider than a handle, means that one. The ends of several bars stay as they are. */
  tap(clientX, strip, handleWidth) {
    const [first, last] = this.chosen[strip];
    const isOne = first === last;
    if (!isOne && (first !== 0 || last !== this.all[1])) return;
    const axis = this.plot._fullLayout.xaxis;
    const isNarrow = isOne && axis.d2p(this.edges[last + 1]) - axis.d2p(this.edges[first]) <= handleWidth;
    this.send({ kind: "bar", at: this.edges[isNarrow ? first : this.binAt(clientX)], strip });
  }

  touch(event) {
    if (!this.edges || event.touches.length > 1 || event.target.closest(".dl-plot-handle")) return;
    event.stopPropagation();
    const [{ clientX, clientY }] = event.touches;
    const [strip, from] = [this.stripAt(clientY), this.binAt(clientX)];
    const [before, wasShown] = [this.chosen[strip], this.shown[strip]];
    const ends = new AbortController();
    const heard = { signal: ends.signal, passive: true };
    const choose = (bins, isShown) => {
      [this.chosen[strip], this.shown[strip]] = [bins, isShown];
      this.place();
    };
    const follow = (touch) => {
      const [across, down] = [Math.abs(touch.clientX - clientX), Math.abs(touch.clientY - clientY)];
      if (this.chosen[strip] === before && across < SLOP && down < SLOP) return;
      if (this.chosen[strip] === before && down > across) ends.abort();
      else choose([from, this.binAt(touch.clientX)].sort((one, other) => one - other), true);
    };
    event.target.addEventListener("touchmove", ({ touches }) => follow(touches[0]), heard);
    event.target.addEventListener("touchend", ({ changedTouches }) => {
      follow(changedTouches[0]);
      ends.abort();
      if (this.chosen[strip] !== before) this.report(strip);
    }, heard);
    event.target.addEventListener("touchcancel", () => { // the page scrolls
      ends.abort();
      choose(before, wasShown);
    }, heard);
  }

  binAt(clientX) {
    const axis = this.plot._fullLayout.xaxis;
    const at = axis.p2d(clientX - this.plot.getBoundingClientRect().left - axis._offset);
    return Math.min(Math.max(this.edges.findLastIndex((edge) => edge <= at), 0), this.all[1]);
  }

  stripAt(clientY) {
    const axis = this.plot._fullLayout[this.axes.spoken.replace("y", "yaxis")];
    const isBelow = axis && clientY - this.plot.getBoundingClientRect().top >= axis._offset;
    return isBelow ? "spoken" : "published";
  }

  report(strip) {
    const [first, last] = this.chosen[strip];
    const range = [first === 0 ? null : this.day(first, 0), last === this.all[1] ? null : this.day(last, 1)];
    this.send({ kind: "ends", range, strip });
  }
}
