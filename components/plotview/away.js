/* The view is the reader's and stays; what lies beyond it is said, and the word is the way there.
 *
 * If all that he chose, or all that is left, lies beyond it, the button says so. Else the note counts what does.
 */
class Away {
  constructor(plot, home) {
    this.plot = plot;
    this.home = home;
    this.chosen = [];
    const wordsOf = (className, act) => {
      const words = document.createElement("button");
      words.type = "button";
      words.className = className;
      words.hidden = true;
      words.addEventListener("click", () => {
        act();
        this.plot.focus(); // the words go once the marks are in view
      });
      return words;
    };
    this.button = wordsOf("dl-plot-away", () => this.show());
    this.note = wordsOf("dl-plot-beyond", () => showMarks(mapOf(this.plot), this.marks()));
  }

  marks() {
    return marksOf(this.plot, mapOf(this.plot));
  }

  /* chosen: gazetteer ids of the chosen places, which stand out from the others. */
  look(chosen) {
    this.chosen = chosen;
    const isBeyond = (mark) => !isInView(mapOf(this.plot), mark);
    const all = this.marks();
    const { marks, areChosen } = this.meant(all);
    this.button.hidden = marks.length === 0 || !marks.every(isBeyond);
    const beyond = all.filter(isBeyond).length;
    this.note.hidden = !this.button.hidden || beyond === 0;
    this.note.textContent = `${beyond} of ${all.length} places out of view`;
    this.note.title = "Show all places";
    if (this.button.hidden) return;
    if (marks.length === 1) {
      this.button.textContent = `${areChosen ? marks[0].name : "The only place"} is out of view: show it`;
    } else {
      this.button.textContent = `${areChosen ? "The chosen" : `All ${marks.length}`} places are out of view: show them`;
    }
  }

  /* The chosen places; without any, all of them. */
  meant(all) {
    const chosen = all.filter(({ id }) => this.chosen.includes(id));
    return chosen.length ? { marks: chosen, areChosen: true } : { marks: all, areChosen: false };
  }

  show() {
    const { marks, areChosen } = this.meant(this.marks());
    if (areChosen) showMarks(mapOf(this.plot), marks);
    else this.home();
  }
}
