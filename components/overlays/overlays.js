/* overlays: what Streamlit lays over the page keeps the focus, and gives it back when it goes.
 *
 * Streamlit gives the focus back to a button of its own, but finds none inside a component; and a
 * button that is disabled while its file is made lets the focus fall out of the dialog, where
 * Escape is not heard.
 */
const DIALOG = '[data-testid="stDialog"]';
const NARROW = '(max-width: 768px)'; // where the sidebar lies over the page as a drawer

function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === document.body ? null : at;
}

/* The element itself, or the button that a rerun has put in its place. */
function present(element, root) {
  if (element.isConnected) return element;
  const same = (other) => other.textContent === element.textContent && !other.disabled;
  return [...root.querySelectorAll(element.tagName)].find(same);
}

class Focus {
  constructor() {
    this.opener = null; // [element, its root], as long as no dialog is open
    this.inside = null; // what had the focus in the dialog last
    this.dialog = null;
  }

  remember() {
    const at = focused();
    if (!at) return;
    if (this.dialog?.contains(document.activeElement)) this.inside = at;
    else if (!document.querySelector(DIALOG)) this.opener = [at, at.getRootNode()];
  }

  look() {
    const dialog = document.querySelector(DIALOG);
    if (dialog) this.keep(dialog);
    else if (this.dialog) setTimeout(() => this.giveBack(), 100); // after Streamlit has tried
    this.dialog = dialog;
  }

  keep(dialog) {
    if (dialog !== this.dialog) this.inside = null;
    if (focused() || !this.inside) return;
    const isThere = this.inside.isConnected && !this.inside.disabled;
    (isThere ? this.inside : dialog.querySelector('[role="dialog"]'))?.focus({ preventScroll: true });
  }

  giveBack() {
    if (focused() || this.dialog || !this.opener) return;
    present(...this.opener)?.focus({ preventScroll: true });
  }
}

/* A page that was chosen in the drawer is to be seen. */
function closeDrawer(chosen) {
  if (!chosen?.closest?.('[data-testid="stSidebarNavLink"]') || !matchMedia(NARROW).matches) return;
  document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
}

export default function overlays() {
  const focus = new Focus();
  const ends = new AbortController();
  const heard = { signal: ends.signal, capture: true };
  for (const moved of ['focusin', 'click', 'keydown']) { // within a component no focusin is heard
    document.addEventListener(moved, () => focus.remember(), heard);
  }
  document.addEventListener('click', (event) => closeDrawer(event.target), { signal: ends.signal });
  closeDrawer(document.activeElement); // chosen before this script was there, on a slow phone
  const changes = new MutationObserver(() => focus.look());
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
  return () => {
    ends.abort();
    changes.disconnect();
  };
}
