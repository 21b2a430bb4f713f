/* The keyboard: what the keys do, and the list that says so. */
const KEYS = [
  ['j  k', 'next, previous article'],
  ['n  p', 'next, previous mention of the chosen place'],
  ['/', 'search'],
  ['Enter', 'on a place: only it; again: gone. With Shift: added'],
  ['Esc', 'close'],
  ['?', 'this help'],
];
const OVER = '[data-testid="stDialog"], [data-testid="stPopoverBody"]'; // Streamlit's own

function help() {
  const box = element('dialog', 'help');
  box.setAttribute('aria-label', 'Keys');
  const list = element('dl');
  for (const [key, meaning] of KEYS) list.append(element('dt', '', key), element('dd', '', meaning));
  const close = button('plain', 'Close', '', () => box.close());
  box.append(element('h3', '', 'Keys'), list, close);
  return box;
}

/* Scrolls the pane only, never the page; as little as need be, or so that the target stands so far below its top. */
function bringInto(pane, target, below = 0) {
  const inside = pane.getBoundingClientRect();
  const at = target.getBoundingClientRect();
  const isOut = at.top < inside.top || at.bottom > inside.bottom;
  if (isOut && below) pane.scrollTop += at.top - inside.top - below;
  else if (at.top < inside.top) pane.scrollTop -= inside.top - at.top + 40;
  else if (isOut) pane.scrollTop += at.bottom - inside.bottom + 40;
}

function nextMention(pane, data, by) {
  let stops = [...pane.querySelectorAll('.mark.chosen')];
  if (!stops.length) stops = [...pane.querySelectorAll('.body .mark.place')];
  if (!stops.length) return;
  const at = stops.indexOf(pane.getRootNode().activeElement);
  const start = at < 0 && by < 0 ? 0 : at;
  const stop = stops[(start + by + stops.length) % stops.length];
  stop.focus({ preventScroll: true });
  bringInto(pane, stop);
}

function isTyping(event) {
  const target = event.composedPath()[0];
  return target && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);
}

/* Keys that are meant for a field or for what lies over the page are not for the article. */
function isElsewhere(event) {
  const path = event.composedPath();
  const over = (node) => node instanceof Element && node.getAttribute('role') === 'dialog';
  return path.some(over) || document.querySelector(OVER) !== null;
}

/* Where the article lies over the page, Tab stays in it. */
function onTab(event, frame) {
  const stops = [...frame.querySelectorAll('a[href], button, [tabindex="0"]')].filter((one) => one.checkVisibility());
  const at = frame.getRootNode().activeElement;
  const isAtEnd = at === stops.at(event.shiftKey ? 0 : -1);
  if (!isAtEnd && frame.contains(at)) return;
  event.preventDefault();
  stops.at(event.shiftKey ? -1 : 0).focus();
}

/* Escape takes away what lies on top: the receipt first, then, where it covers the page, the article. */
function onEscape(frame, data, act) {
  if (data.receipt) act({ kind: 'understood' });
  else if (covers(frame)) act({ kind: 'close' });
}

function onKey(event, frame, data, act) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event) || isElsewhere(event)) return;
  const box = frame.querySelector('dialog');
  const pane = frame.querySelector('.pane');
  if (box.open && event.key !== '?') return;
  if (event.key === 'Tab' && covers(frame)) onTab(event, frame);
  const keys = {
    j: () => act({ kind: 'step', by: 1 }),
    k: () => act({ kind: 'step', by: -1 }),
    n: () => nextMention(pane, data, 1),
    p: () => nextMention(pane, data, -1),
    '?': () => (box.open ? box.close() : box.showModal()),
    '/': () => document.querySelector('.st-key-search input')?.focus(),
    Escape: () => onEscape(frame, data, act),
  };
  if (!keys[event.key]) return;
  if (event.key !== 'Escape') event.preventDefault();
  keys[event.key]();
}
