/* overlays: what Streamlit lays over the page keeps the focus, and gives it back when it goes; what
 * is not in sight cannot have it.
 *
 * Streamlit gives the focus back to a button of its own, but finds none inside a component; nor does
 * its Tab go into one that stands in a dialog. And a button that is disabled while its file is made
 * lets the focus fall out of the dialog, where Escape is not heard.
 */
const DIALOG = '[data-testid="stDialog"]';
const NARROW = '(max-width: 768px)'; // where the sidebar lies over the page as a drawer
const SIDEBAR = '[data-testid="stSidebar"]';
const OPENS = '[data-testid="stExpandSidebarButton"]';
const CLOSES = '[data-testid="stSidebarCollapseButton"] button';
const CHOICES = '[data-testid="stSidebarNavLink"], [data-testid="stExpander"] [class*="st-key-view_"]';
const OVER_IT = `${DIALOG}, [role="listbox"]`; // what Escape closes before the drawer
const SEARCH = '.st-key-search input';
const RESULTS_EVENT = 'dateline:results'; // the way out that the filters offer under them
const OPENED_EVENT = 'dateline:opened'; // an article, from a dialog
const READ_EVENT = 'dateline:read'; // the article takes the focus
const FIRST_VISIT = '.st-key-tour_next button';

function focused() {
  let at = document.activeElement;
  while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
  return at === document.body ? null : at;
}

const BY_TAB = 'a[href], button, input, select, textarea, summary, [tabindex]';

/* What Tab comes to, in its order, inside components too. */
function stops(root) {
  return [...root.querySelectorAll('*')].flatMap((one) => {
    if (one.shadowRoot) return stops(one.shadowRoot);
    return one.matches(BY_TAB) && one.tabIndex >= 0 && !one.disabled && one.checkVisibility() ? [one] : [];
  });
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
    this.isToRead = false; // an article was opened in the dialog
    this.inside = null; // what had the focus in the dialog last
    this.dialog = null;
  }

  remember() {
    const at = focused();
    if (!at) return;
    if (this.dialog?.contains(document.activeElement)) this.inside = at;
    else if (!document.querySelector(DIALOG)) this.opener = [at, at.getRootNode()];
  }

  /* In a dialog that holds a component the browser's own Tab goes on, but for the step from its end to
   * its beginning and back. */
  onTab(event) {
    const { dialog } = this;
    if (event.key !== 'Tab' || event.defaultPrevented || !dialog?.contains(document.activeElement)) return;
    if (![...dialog.querySelectorAll('*')].some((one) => one.shadowRoot)) return;
    event.stopImmediatePropagation();
    const all = stops(dialog);
    const at = all.indexOf(focused()); // -1 for the dialog itself
    const isAtEnd = event.shiftKey ? at <= 0 : at === all.length - 1;
    if (!isAtEnd) return;
    event.preventDefault();
    all.at(event.shiftKey ? -1 : 0)?.focus();
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
    if (this.isToRead && !this.dialog) {
      this.isToRead = false;
      document.dispatchEvent(new CustomEvent(READ_EVENT));
      return;
    }
    if (focused() || this.dialog || !this.opener) return;
    present(...this.opener)?.focus({ preventScroll: true });
  }
}

/* The sidebar: closed, Streamlit only moves it out of sight, where Tab would still go through it. */
class Drawer {
  constructor() {
    this.isClosed = null;
  }

  look() {
    const bar = document.querySelector(SIDEBAR);
    if (!bar) return;
    const isClosed = bar.dataset.collapsed === 'true';
    const isNews = this.isClosed !== null && this.isClosed !== isClosed;
    this.isClosed = bar.inert = isClosed;
    if (isNews && (!focused() || bar.contains(document.activeElement))) this.hold(isClosed ? OPENS : CLOSES);
  }

  hold(button) {
    setTimeout(() => document.querySelector(button)?.focus({ preventScroll: true }), 100); // once drawn
  }

  onKey(event) {
    const bar = document.querySelector(SIDEBAR);
    const isIn = bar?.contains(document.activeElement) && !document.querySelector(OVER_IT);
    if (event.key === 'Escape' && isIn) closeDrawer();
  }
}

function closeDrawer() {
  if (matchMedia(NARROW).matches) document.querySelector(CLOSES)?.click();
}

/* A page or a saved view that was chosen in the drawer is to be seen. */
function seeChosen(chosen) {
  if (chosen?.closest?.(CHOICES)) closeDrawer();
}

/* So is what was found; Streamlit takes the words first. */
function seeFound(event) {
  if (event.key === 'Enter' && !event.isComposing && event.target.matches?.(SEARCH)) setTimeout(closeDrawer);
}

/* Whoever skips the filters at the first visit is at the words for the first visit. */
function skip(chosen) {
  if (!chosen?.closest?.('[data-testid="stSkipToContent"]')) return;
  setTimeout(() => document.querySelector(FIRST_VISIT)?.focus()); // after Streamlit's own step
}

export default function overlays() {
  const focus = new Focus();
  const drawer = new Drawer();
  const press = new Press();
  const ends = new AbortController();
  const heard = { signal: ends.signal, capture: true };
  for (const moved of ['focusin', 'click', 'keydown']) { // within a component no focusin is heard
    document.addEventListener(moved, () => focus.remember(), heard);
  }
  for (const act of [seeChosen, skip]) {
    document.addEventListener('click', (event) => act(event.target), { signal: ends.signal });
  }
  document.addEventListener('pointerdown', (event) => press.begin(event), heard);
  document.addEventListener('pointerup', (event) => press.end(event), heard);
  // Heard after the fields themselves, and before the dialog, which begins to listen when it opens.
  document.addEventListener('keydown', (event) => focus.onTab(event), { signal: ends.signal });
  document.addEventListener('keydown', (event) => drawer.onKey(event), heard);
  document.addEventListener('keydown', seeFound, heard);
  document.addEventListener(RESULTS_EVENT, closeDrawer, heard);
  document.addEventListener(OPENED_EVENT, () => { focus.isToRead = true; }, heard);
  seeChosen(document.activeElement); // chosen before this script was there, on a slow phone
  const look = () => {
    drawer.look();
    focus.look();
  };
  look();
  const changes = new MutationObserver(look);
  const attributeFilter = ['disabled', 'data-collapsed'];
  changes.observe(document.body, { childList: true, subtree: true, attributeFilter });
  return () => {
    ends.abort();
    changes.disconnect();
  };
}
