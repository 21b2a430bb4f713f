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
 *            receipt    null or {heading, facts: [[name, value]], put_right: [[said, note]], sentence: paragraph, others: [[place, score]],
 *                       gazetteer: [id, page or ''], map: null or {width, height, land, dots: [[x, y, number, name]]}}
 *            correct    what the button under the receipt says
 *            canTakeBack  what was put right can be undone there
 *            done       what was put right last and can be undone, or empty
 *            isOver     on a small screen the article lies over the page
 *            meta, url, columns, notice, position, chosen (place ids), why (mark whose receipt is open)
 *            height     a CSS length
 *            colours    {role or kind: colour}
 *   trigger  gesture    {kind: 'mark', mark, add} · {kind: 'step', by} · {kind: 'notice'} · {kind: 'close'} · {kind: 'understood'} · {kind: 'correct'} · {kind: 'undo'} · {kind: 'take back', which}
 */
const KEYS = [
  ['j  k', 'next, previous article'],
  ['n  p', 'next, previous mention of the chosen place'],
  ['/', 'search'],
  ['Enter', 'on a place: only it; again: gone. With Shift: added'],
  ['Esc', 'close'],
  ['?', 'this help'],
];
let warned = null; // the one article of this visit that the notice stands before
const listening = new WeakMap(); // frame → what ends its hold on the keyboard
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

function outsideLink(url, text) {
  const link = element('a', '', text);
  link.href = url; // Python lets only http and https through
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
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

function onKey(event, frame, data, act) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event)) return;
  if (event.key === 'Escape' && data.isOver && !frame.querySelector('dialog').open) {
    act({ kind: 'close' });
    return;
  }
  const box = frame.querySelector('dialog');
  const pane = frame.querySelector('.pane');
  const keys = {
    j: () => act({ kind: 'step', by: 1 }),
    k: () => act({ kind: 'step', by: -1 }),
    n: () => nextMention(pane, data, 1),
    p: () => nextMention(pane, data, -1),
    '?': () => (box.open ? box.close() : box.showModal()),
    '/': () => document.querySelector('[data-testid="stSidebar"] input')?.focus(),
  };
  if (!keys[event.key]) return;
  event.preventDefault();
  keys[event.key]();
}

function drawn(name, attributes, text) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/* The place filled, the other candidates hollow and numbered as in the list beside. */
function smallMap({ width, height, land, dots }) {
  const named = dots.map(([, , number, name]) => (number ? `${number} ${name}` : name)).reverse();
  const map = drawn('svg', {
    class: 'small-map', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `Map: ${named.join(', ')}`,
  });
  map.append(drawn('path', { class: 'land', d: land, 'fill-rule': 'evenodd' }));
  for (const [x, y, number, name] of dots) {
    const dot = drawn('circle', { class: number ? 'other' : 'here', cx: x, cy: y, r: number ? 6.5 : 5 });
    dot.append(drawn('title', {}, name));
    map.append(dot);
    if (number) map.append(drawn('text', { x, y: y + 3.5 }, String(number)));
  }
  return map;
}

/* What a reader said, why, and the way back; the whole list of it is on the Corpus page. */
function putRightNode([said, note], which, data, act) {
  const held = element('dd', 'put-right-by');
  held.append(element('span', '', said));
  if (note) {
    const why = element('q', '', note);
    why.dir = 'auto';
    held.append(' ', why);
  }
  if (data.canTakeBack) {
    const undo = button('plain', 'Undo this', '', () => act({ kind: 'take back', which }));
    undo.title = 'Everything that was put right is listed on the Corpus page';
    held.append(' ', undo);
  }
  return held;
}

function receiptNode(receipt, data, act) {
  const box = element('aside', 'receipt');
  box.setAttribute('aria-label', 'Why here?');
  const head = element('div', 'receipt-head');
  head.append(
    element('h3', '', 'Why here?'),
    element('span', 'surface', receipt.heading),
    button('put-right', data.correct, '', () => act({ kind: 'correct' })),
    button('plain', '✕', 'Close the receipt', () => act({ kind: 'understood' })),
  );
  const sentence = paragraphNode('blockquote', receipt.sentence, data, () => {});
  const facts = element('dl');
  receipt.put_right.forEach((one, which) => facts.append(element('dt', '', 'put right'), putRightNode(one, which, data, act)));
  for (const [name, value] of receipt.facts) facts.append(element('dt', '', name), element('dd', '', value));
  const [id, page] = receipt.gazetteer;
  if (id) {
    const held = element('dd');
    held.append(page ? outsideLink(page, id) : id);
    facts.append(element('dt', '', 'gazetteer'), held);
  }
  if (receipt.others.length) {
    const others = element('ol');
    for (const [place, score] of receipt.others) {
      const other = element('li', '', place);
      other.append(' ', element('span', 'score', score));
      others.append(other);
    }
    const held = element('dd');
    held.append(others);
    facts.append(element('dt', '', 'also considered'), held);
  }
  const beside = element('div', 'beside');
  beside.append(facts, ...(receipt.map ? [smallMap(receipt.map)] : []));
  box.append(head, sentence, beside);
  return box;
}

function doneNode(done, act) {
  const line = element('p', 'done');
  line.setAttribute('role', 'status');
  line.append(element('span', '', `Put right: ${done}`), button('plain', 'Undo', 'Undo what was put right', () => act({ kind: 'undo' })));
  return line;
}

function stepsNode(data, frame, act) {
  const steps = element('nav', 'steps');
  steps.setAttribute('aria-label', 'Articles, one by one');
  steps.append(
    button('plain close', '✕', 'Close the article', () => act({ kind: 'close' })),
    element('span', 'position', data.position),
    button('plain', '‹', 'Previous article (k)', () => act({ kind: 'step', by: -1 })),
    button('plain', '›', 'Next article (j)', () => act({ kind: 'step', by: 1 })),
    button('plain', '?', 'Keys', () => frame.querySelector('dialog').showModal()),
  );
  return steps;
}

function headNode(data, isSeen, act) {
  const head = element('header');
  const meta = element('p', 'meta', data.meta);
  meta.dir = 'auto';
  if (data.url) meta.append(data.meta ? ' · ' : '', outsideLink(data.url, 'original'));
  head.append(paragraphNode('h2', data.title, data, act), meta);
  if (isSeen) warned ??= data.key;
  if (data.notice && warned === data.key) {
    const notice = element('p', 'notice', data.notice);
    notice.setAttribute('role', 'note');
    notice.append(' ', button('plain', 'Do not show again', '', () => act({ kind: 'notice' })));
    head.append(notice);
  }
  return head;
}

/* Further columns of the reader's own table, as they came. */
function columnsNode(columns) {
  const list = element('dl', 'columns');
  for (const [name, value] of columns) {
    const said = element('dd', '', value);
    said.dir = 'auto';
    list.append(element('dt', '', name), said);
  }
  return list;
}

export default function reader({ data, parentElement, setTriggerValue }) {
  const act = (gesture) => setTriggerValue('gesture', gesture);
  let frame = parentElement.querySelector('.frame');
  const isSame = frame && frame.dataset.key === data.key;
  if (!frame) {
    frame = element('section', 'frame');
    frame.append(element('nav', 'steps'), element('article', 'pane'), element('div', 'foot'), help());
    parentElement.append(frame);
  }
  const pane = frame.querySelector('.pane');
  const focused = isSame ? frame.getRootNode().activeElement?.dataset?.mark : undefined;
  const scrolled = isSame ? pane.scrollTop : 0;
  pane.className = 'pane';
  frame.dataset.key = data.key;
  frame.classList.toggle('over', data.isOver);
  frame.style.height = data.height;
  for (const [name, colour] of Object.entries(data.colours)) frame.style.setProperty(`--${name}`, colour);

  const body = element('div', 'body');
  body.append(...data.paragraphs.map((pieces) => paragraphNode('p', pieces, data, act)));
  frame.querySelector('.steps').replaceWith(stepsNode(data, frame, act));
  const isSeen = getComputedStyle(frame).display !== 'none'; // on a small screen, only once opened
  pane.replaceChildren(headNode(data, isSeen, act), legend(data, pane), body);
  if (data.columns.length) pane.append(columnsNode(data.columns));
  const foot = frame.querySelector('.foot');
  foot.replaceChildren(...(data.done ? [doneNode(data.done, act)] : []));
  if (data.receipt) foot.append(receiptNode(data.receipt, data, act));
  const told = [data.key, data.why, data.done].join(' ');
  if (foot.dataset.told !== told) foot.scrollTop = 0;
  foot.dataset.told = told;

  pane.scrollTop = scrolled;
  if (focused !== undefined) {
    pane.querySelector(`.mark[data-mark="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  const target = pane.querySelector('.mark.why') || (isSame ? null : pane.querySelector('.body .mark.chosen'));
  if (target) bringInto(pane, target);

  listening.get(frame)?.abort();
  const keys = new AbortController();
  listening.set(frame, keys);
  document.addEventListener('keydown', (event) => onKey(event, frame, data, act), { signal: keys.signal });
  return () => listening.get(frame).abort();
}

/* Scrolls the pane only, never the page. */
function bringInto(pane, target) {
  const inside = pane.getBoundingClientRect();
  const at = target.getBoundingClientRect();
  if (at.top < inside.top) pane.scrollTop -= inside.top - at.top + 40;
  else if (at.bottom > inside.bottom) pane.scrollTop += at.bottom - inside.bottom + 40;
}
