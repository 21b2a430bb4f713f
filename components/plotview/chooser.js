/* A small list of places to choose from, where marks lie on one another or for the keyboard. */
class Chooser {
  constructor(frame, send) {
    this.frame = frame;
    this.send = send;
    this.box = document.createElement("div");
    this.box.className = "dl-plot-chooser";
    this.box.setAttribute("role", "dialog");
    this.box.hidden = true;
    this.box.addEventListener("keydown", (event) => this.key(event));
    this.box.addEventListener("focusout", (event) => {
      if (event.relatedTarget && !this.box.contains(event.relatedTarget)) this.close();
    });
    frame.append(this.box);
  }

  /* marks: [{id, name, where, count}], the first to be chosen first; at: pixel of the frame, or null; add: the one that is
   * chosen joins the others, as it does with Shift. */
  open(title, marks, at, add = false) {
    this.before = document.activeElement;
    const heading = document.createElement("p");
    heading.textContent = title;
    const list = document.createElement("ul");
    for (const mark of marks) {
      const item = document.createElement("li");
      const button = document.createElement("button");
      const name = document.createElement("span");
      const count = document.createElement("small");
      button.type = "button";
      name.textContent = mark.name;
      if (marks.some((other) => other !== mark && other.name === mark.name) && mark.where) {
        const where = document.createElement("small"); // tells it from its namesake
        where.textContent = mark.where;
        name.append(" ", where);
      }
      count.textContent = mark.count.toLocaleString("en");
      button.append(name, count);
      button.addEventListener("click", ({ shiftKey, ctrlKey, metaKey }) => {
        this.close();
        this.send({ kind: "click", places: [mark.id], shift: add || shiftKey || ctrlKey || metaKey });
      });
      item.append(button);
      list.append(item);
    }
    this.box.setAttribute("aria-label", title);
    this.box.replaceChildren(heading, list);
    this.box.hidden = false;
    const { clientWidth, clientHeight } = this.frame;
    const x = at ? at.x + 8 : clientWidth - this.box.offsetWidth - 48;
    const y = at ? at.y + 8 : 8;
    this.box.style.left = `${Math.max(4, Math.min(x, clientWidth - this.box.offsetWidth - 4))}px`;
    this.box.style.top = `${Math.max(4, Math.min(y, clientHeight - this.box.offsetHeight - 4))}px`;
    list.querySelector("button")?.focus({ preventScroll: true });
  }

  key(event) {
    const buttons = [...this.box.querySelectorAll("button")];
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (event.key === "Escape") this.close();
    else if (by) buttons[buttons.indexOf(document.activeElement) + by]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  close() {
    if (this.box.hidden) return;
    const inside = this.box.contains(document.activeElement);
    this.box.hidden = true;
    if (inside) this.before?.focus?.({ preventScroll: true });
  }
}
