/* reader: one article as marked text, read by mouse or keyboard.
 *
 * Everything shown is made with createElement and textContent from pieces that Python has cut, so
 * a text is never markup, whatever stands in it.
 *
 *   data     key        identity of the article: another one starts at its top
 *            title      paragraph        a paragraph is a list of [text, mark, quote, searched]:
 *            paragraphs [paragraph]      mark and quote are indices, or -1; searched 0 or 1
 *            marks      [{kind, role, place, note, unsure}]
 *            quotes     [note]           who speaks
 *            layers     [{kind, label, count, role}]   what can be shown or hidden
 *            meta, url, notice, position, chosen (place ids), why (mark whose receipt is open)
 *            height     a CSS length
 *            colours    {role or kind: colour}
 *   trigger  gesture    {kind: 'mark', mark, add} · {kind: 'step', by} · {kind: 'notice'} · {kind: 'close'}
 */
const KEYS = [
  ['j  k', 'next, previous article'],
  ['n  p', 'next, previous mention of the chosen place'],
  ['/', 'search'],
  ['Enter', 'on a place: only it; again: gone. With Shift: added'],
  ['Esc', 'close'],
  ['?', 'this help'],
];
const listening = new WeakMap(); // pane → what ends its hold on the keyboard
const hidden = new Set(); // kinds the reader has switched off, for this page view

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(className, text, label, act) {
  const made = element('button', className, text);
  made.type = 'button';
  if (label) made.setAttribute('aria-label', label);
  made.addEventListener('click', act);
  return made;
}

function words(text, isSearched) {
  return isSearched ? element('mark', 'searched', text) : document.createTextNode(text);
}

function paragraphNode(tag, pieces, data, act) {
  const line = element(tag);
  line.dir = 'auto';
  let quotation = null; // the elements the last piece belonged to
  let open = null;
  for (const [text, mark, quote, isSearched] of pieces) {
    if (quote < 0) quotation = null;
    else if (!quotation || quotation.dataset.quote !== String(quote)) {
      quotation = element('q', 'quotation');
      quotation.dataset.quote = quote;
      quotation.title = data.quotes[quote];
      line.append(quotation);
    }
    const into = quotation || line;
    if (mark < 0) {
      into.append(words(text, isSearched));
      open = null;
      continue;
    }
    if (!open || open.dataset.mark !== String(mark) || open.parentNode !== into) {
      open = markNode(mark, data, act);
      into.append(open);
    }
    open.append(words(text, isSearched));
  }
  return line;
}

function markNode(index, data, act) {
  const mark = data.marks[index];
  const node = element('span', `mark ${mark.kind}`);
  node.dataset.mark = index;
  node.title = mark.note;
  if (mark.kind !== 'place') return node;
  if (mark.role) node.classList.add(mark.role);
  if (mark.unsure) node.classList.add('unsure');
  if (!mark.place) node.classList.add('unplaced');
  if (data.chosen.includes(mark.place)) node.classList.add('chosen');
  if (data.why === index) node.classList.add('why');
  node.setAttribute('role', 'button');
  node.tabIndex = 0;
  node.addEventListener('click', (event) => {
    if (String(getSelection())) return; // words are being selected, not a place
    act({ kind: 'mark', mark: index, add: event.shiftKey });
  });
  node.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    act({ kind: 'mark', mark: index, add: event.shiftKey });
  });
  return node;
}

function legend(data, pane) {
  const bar = element('div', 'legend');
  bar.setAttribute('aria-label', 'What is marked');
  bar.setAttribute('role', 'group');
  for (const { kind, label, count, role } of data.layers) {
    const entry = button('layer', '', '', () => {
      if (hidden.has(kind)) hidden.delete(kind);
      else hidden.add(kind);
      entry.setAttribute('aria-pressed', String(!hidden.has(kind)));
      pane.classList.toggle(`without-${kind}`, hidden.has(kind));
    });
    entry.setAttribute('aria-pressed', String(!hidden.has(kind)));
    entry.title = `Show or hide: ${label}`;
    entry.append(element('span', role ? `mark place ${kind}` : `mark ${kind}`, label), ` ${count}`);
    pane.classList.toggle(`without-${kind}`, hidden.has(kind));
    bar.append(entry);
  }
  return bar;
}

function help() {
  const box = element('dialog', 'help');
  box.setAttribute('aria-label', 'Keys');
  const list = element('dl');
  for (const [key, meaning] of KEYS) list.append(element('dt', '', key), element('dd', '', meaning));
  const close = button('plain', 'Close', '', () => box.close());
  box.append(element('h3', '', 'Keys'), list, close);
  return box;
}

function outsideLink(url) {
  const link = element('a', '', 'original');
  link.href = url; // Python lets only http and https through
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

function nextMention(pane, data, by) {
  let stops = [...pane.querySelectorAll('.mark.chosen')];
  if (!stops.length) stops = [...pane.querySelectorAll('.body .mark.place')];
  if (!stops.length) return;
  const root = pane.getRootNode();
  const at = stops.indexOf(root.activeElement);
  const start = at < 0 && by < 0 ? 0 : at;
  const stop = stops[(start + by + stops.length) % stops.length];
  stop.focus({ preventScroll: true });
  stop.scrollIntoView({ block: 'center' });
}

function isTyping(event) {
  const target = event.composedPath()[0];
  return target && (/^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) || target.isContentEditable);
}

function onKey(event, pane, data, act) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  const box = pane.querySelector('dialog');
  const keys = {
    j: () => act({ kind: 'step', by: 1 }),
    k: () => act({ kind: 'step', by: -1 }),
    n: () => nextMention(pane, data, 1),
    p: () => nextMention(pane, data, -1),
    '?': () => (box.open ? box.close() : box.showModal()),
    '/': () => document.querySelector('[data-testid="stSidebar"] input[type="text"], [data-testid="stSidebar"] input')?.focus(),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

export default function reader({ data, parentElement, setTriggerValue }) {
  const act = (gesture) => setTriggerValue('gesture', gesture);
  let pane = parentElement.querySelector('.pane');
  const isSame = pane && pane.dataset.key === data.key;
  if (!pane) {
    pane = element('article', 'pane');
    parentElement.append(pane);
  }
  const focused = isSame ? pane.getRootNode().activeElement?.dataset?.mark : undefined;
  const scrolled = isSame ? pane.scrollTop : 0;
  pane.className = 'pane';
  pane.dataset.key = data.key;
  pane.style.height = data.height;
  pane.setAttribute('aria-label', 'Article');
  for (const [name, colour] of Object.entries(data.colours)) pane.style.setProperty(`--${name}`, colour);

  const steps = element('nav', 'steps');
  steps.append(
    element('span', 'position', data.position),
    button('plain', '‹', 'Previous article (k)', () => act({ kind: 'step', by: -1 })),
    button('plain', '›', 'Next article (j)', () => act({ kind: 'step', by: 1 })),
    button('plain', '?', 'Keys', () => pane.querySelector('dialog').showModal()),
  );
  const head = element('header');
  head.append(paragraphNode('h2', data.title, data, act));
  const meta = element('p', 'meta', data.meta);
  meta.dir = 'auto';
  if (data.url) meta.append(data.meta ? ' · ' : '', outsideLink(data.url));
  head.append(meta);
  if (data.notice) {
    const notice = element('p', 'notice', data.notice);
    notice.setAttribute('role', 'note');
    notice.append(button('plain', 'Do not say this again', '', () => act({ kind: 'notice' })));
    head.append(notice);
  }
  const body = element('div', 'body');
  body.append(...data.paragraphs.map((pieces) => paragraphNode('p', pieces, data, act)));
  pane.replaceChildren(steps, head, legend(data, pane), body, help());

  pane.scrollTop = scrolled;
  if (focused !== undefined) {
    pane.querySelector(`.mark[data-mark="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  if (!isSame || data.why >= 0) {
    const target = pane.querySelector('.mark.why') || (isSame ? null : pane.querySelector('.body .mark.chosen'));
    target?.scrollIntoView({ block: 'nearest' });
  }

  listening.get(pane)?.abort();
  const keys = new AbortController();
  listening.set(pane, keys);
  document.addEventListener('keydown', (event) => onKey(event, pane, data, act), {
    signal: keys.signal,
  });
  return () => listening.get(pane).abort();
}
