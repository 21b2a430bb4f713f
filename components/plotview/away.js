/* The view is the reader's and stays; if all that he chose, or all that is left, lies beyond it, this says so and is the
 * way there.
 */
class Away {
  constructor(plot, home) {
    this.plot = plot;
    this.home = home;
    this.chosen = [];
    this.button = document.createElement("button");
    this.button.type = "button";
    this.button.className = "dl-plot-away";
    this.button.hidden = true;
    this.button.addEventListener("click", () => {
      this.show();
      this.plot.focus(); // the button goes once the marks are in view
    });
  }

  /* chosen: gazetteer ids of the chosen places, which stand out from the others. */
  look(chosen) {
    this.chosen = chosen;
    const { marks, areChosen } = this.meant();
    this.button.hidden = marks.length === 0 || marks.some((mark) => isInView(mapOf(this.plot), mark));
    if (this.button.hidden) return;
    if (marks.length === 1) {
      this.button.textContent = `${areChosen ? marks[0].name : "The only place"} is out of view: show it`;
    } else {
      this.button.textContent = `${areChosen ? "The chosen" : `All ${marks.length}`} places are out of view: show them`;
    }
  }

  /* The chosen places; without any, all of them. */
  meant() {
    const marks = marksOf(this.plot, mapOf(this.plot));
    const chosen = marks.filter(({ id }) => this.chosen.includes(id));
    return chosen.length ? { marks: chosen, areChosen: true } : { marks, areChosen: false };
  }

  show() {
    const { marks, areChosen } = this.meant();
    if (areChosen) showMarks(mapOf(this.plot), marks);
    else this.home();
  }
}
