/* reader: one article as marked text, read by mouse or keyboard.
 *
 * Everything shown is made with createElement and textContent from pieces that Python has cut, so
 * a text is never markup, whatever stands in it.
 *
 * It is mounted twice: for the text, which is large and stays the same from click to click, and for all that is said
 * around it. So a text is sent once: of what the browser has, Streamlit sends a mention only.
 *
 *   data     name       of the text
 *            text       JSON:
 *              title      paragraph        a paragraph is a list of [text, mark, quote, searched]:
 *              paragraphs [paragraph]      mark and quote are indices, or -1; searched 0 or 1
 *              marks      [[kind, note, role, place, unsure]]
 *              quotes     [note]           who speaks
 *              layers     [{kind, label, count, role}]   what can be shown or hidden
 *
 *   data     name       of the text that it is drawn with
 *            key        identity of the article: another one starts at its top
 *            receipt    null or {heading, facts: [[name, value]], put_right: [[said, note]], sentence: paragraph, others: [[place, score]],
 *                       gazetteer: [id, page or ''], map: null or {width, height, land, dots: [[x, y, number, name]]}}
 *            correct    what the button under the receipt says
 *            canTakeBack  what was put right can be undone there
 *            done       what was put right last and can be undone, or empty
 *            isOver     on a small screen the article lies over the page
 *            copies     what is said of copies of this text, or empty; listing, split: what the buttons beside it say that
 *                       list them and that make it none of them, or empty
 *            meta [part], url, columns, notice, position, chosen (place ids), why (mark whose receipt is open)
 *            height     a CSS length
 *            colours    {role or kind: colour}
 *   trigger  gesture    {kind: 'mark', mark, add} · {kind: 'step', by} · {kind: 'notice'} · {kind: 'close'} · {kind: 'understood'} · {kind: 'correct'} · {kind: 'undo'} · {kind: 'take back', which} · {kind: 'copies', over} · {kind: 'split'}
 */
const READ_EVENT = 'dateline:read'; // the article takes the focus
const CLOSED_EVENT = 'dateline:closed'; // its row in the list takes it back

let latest = null; // the text that came last
let onText = null; // draws what was waiting for it
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

function paragraphNode(tag, pieces, data) {
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
      open = markNode(mark, data);
      into.append(open);
    }
    open.append(words(text, isSearched));
  }
  return line;
}

function markNode(index, data) {
  const [kind, note, role, place, unsure] = data.marks[index];
  const node = element('span', `mark ${kind}`);
  node.dataset.mark = index;
  node.title = note;
  if (kind !== 'place') return node;
  if (role) node.classList.add(role);
  if (unsure) node.classList.add('unsure');
  if (!place) node.classList.add('unplaced');
  node.setAttribute('role', 'button');
  node.tabIndex = 0;
  return node;
}

/* A mark of a place that is clicked, or chosen by the keyboard. */
function onMark(event, act) {
  const node = event.target.closest('.place[data-mark]');
  if (!node) return;
  if (event.type === 'keydown') {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
  } else if (String(getSelection())) return; // words are being selected, not a place
  act({ kind: 'mark', mark: Number(node.dataset.mark), add: event.shiftKey });
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
    entry.append(element('span', role ? `mark place ${kind}` : `mark ${kind}`, label), ` ${count.toLocaleString('en')}`);
    pane.classList.toggle(`without-${kind}`, hidden.has(kind));
    bar.append(entry);
  }
  return bar;
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
    headingNode(data, frame),
    button('plain', '‹', 'Previous article (k)', () => act({ kind: 'step', by: -1 })),
    button('plain', '›', 'Next article (j)', () => act({ kind: 'step', by: 1 })),
    button('plain', '?', 'Keys', () => frame.querySelector('dialog').showModal()),
  );
  return steps;
}

function listingNode(data, act) {
  return button('plain', data.listing, `${data.listing} copies`, ({ target }) => {
    act({ kind: 'copies', over: covers(target.closest('.frame')) });
  });
}

function headNode(data, isSeen, act) {
  const head = element('header');
  const meta = element('p', 'meta');
  const parts = data.meta.map((part) => element('bdi', '', part)); // in scripts of either direction
  if (data.url) parts.push(outsideLink(data.url, 'original'));
  parts.forEach((part, at) => meta.append(at ? ' · ' : '', part));
  const title = paragraphNode('h2', data.title, data);
  title.tabIndex = -1; // takes the focus, and is no stop for Tab
  head.append(title, meta);
  if (data.copies) {
    const copies = element('p', 'copies', data.copies);
    if (data.listing) copies.append(' ', listingNode(data, act));
    if (data.split) copies.append(' ', button('plain', data.split, '', () => act({ kind: 'split' })));
    head.append(copies);
  }
  if (isSeen && data.notice) warned ??= data.key;
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

function newFrame() {
  const frame = element('section', 'frame');
  const pane = element('article', 'pane');
  pane.append(element('header'), element('div', 'legend'), element('div', 'body'));
  frame.append(element('nav', 'steps'), pane, element('div', 'foot'), help());
  return frame;
}

/* On a small screen an opened article lies over the page. */
function covers(frame) {
  return getComputedStyle(frame).position === 'fixed';
}

/* The button in the place of one that was drawn anew. */
function sameButton(frame, gone) {
  const name = (one) => `${one.className} ${one.getAttribute('aria-label')} ${one.textContent}`;
  return [...frame.querySelectorAll('button')].find((one) => name(one) === name(gone));
}

function draw(frame, data, act) {
  const pane = frame.querySelector('.pane');
  const isSame = frame.dataset.key === data.key;
  const active = frame.getRootNode().activeElement;
  const focused = isSame ? active?.dataset?.mark : undefined;
  const isTitle = active !== null && active === pane.querySelector('h2');
  const told = pane.querySelector('.mark.why');
  const scrolled = isSame ? pane.scrollTop : 0;
  const wasOver = covers(frame);
  const { key: before } = frame.dataset;
  pane.className = 'pane';
  frame.dataset.key = data.key;
  frame.classList.toggle('over', data.isOver);
  frame.style.height = data.height;
  for (const [name, colour] of Object.entries(data.colours)) frame.style.setProperty(`--${name}`, colour);

  if (frame.dataset.text !== data.name) {
    pane.querySelector('.body').replaceChildren(...data.paragraphs.map((pieces) => paragraphNode('p', pieces, data)));
    frame.dataset.text = data.name;
  }
  frame.querySelector('.steps').replaceWith(stepsNode(data, frame, act));
  const isSeen = getComputedStyle(frame).display !== 'none'; // on a small screen, only once opened
  pane.querySelector('header').replaceWith(headNode(data, isSeen, act));
  pane.querySelector('.legend').replaceWith(legend(data, pane));
  pane.querySelector('.meta').dir = getComputedStyle(pane.querySelector('h2')).direction;
  pane.querySelector('.columns')?.remove();
  if (data.columns.length) pane.append(columnsNode(data.columns));
  const foot = frame.querySelector('.foot');
  foot.replaceChildren(...(data.done ? [doneNode(data.done, act)] : []));
  if (data.receipt) foot.append(receiptNode(data.receipt, data, act));
  const said = [data.key, data.why, data.done].join(' ');
  if (foot.dataset.said !== said) foot.scrollTop = 0;
  foot.dataset.said = said;
  const chosen = new Set(data.chosen);
  for (const node of frame.querySelectorAll('.place[data-mark]')) {
    const mark = Number(node.dataset.mark);
    node.classList.toggle('chosen', chosen.has(data.marks[mark][3]));
    node.classList.toggle('why', mark === data.why);
  }

  pane.scrollTop = scrolled;
  if (active && !active.isConnected) (sameButton(frame, active) ?? told)?.focus({ preventScroll: true });
  if (isTitle || (covers(frame) && !wasOver)) readTitle(frame);
  if (wasOver && !covers(frame)) document.dispatchEvent(new CustomEvent(CLOSED_EVENT, { detail: before }));
  if (focused !== undefined) {
    pane.querySelector(`.mark[data-mark="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  }
  const isOpened = !isSame || (covers(frame) && !wasOver);
  const target = pane.querySelector('.mark.why') || (isOpened ? pane.querySelector('.body .mark.chosen') : null);
  if (target) bringInto(pane, target, isOpened ? pane.clientHeight / 3 : 0);
  showHeading(frame);
  if (!performance.getEntriesByName('dateline:text').length) performance.mark('dateline:text'); // the map may begin

  listening.get(frame)?.abort();
  const keys = new AbortController();
  listening.set(frame, keys);
  const heard = { signal: keys.signal };
  document.addEventListener(READ_EVENT, () => readTitle(frame), heard);
  pane.addEventListener('scroll', () => showHeading(frame), { ...heard, passive: true });
  for (const kind of ['click', 'keydown']) pane.addEventListener(kind, (event) => onMark(event, act), heard);
  // Before a popover that Escape closes is gone.
  document.addEventListener('keydown', (event) => onKey(event, frame, data, act), { ...heard, capture: true });
}

export default function reader({ data, parentElement, setTriggerValue }) {
  if (data.text) {
    latest = { name: data.name, ...JSON.parse(data.text) };
    onText?.();
    return undefined;
  }
  let frame = parentElement.querySelector('.frame');
  if (!frame) parentElement.append((frame = newFrame()));
  // Of the two, either may come first.
  onText = () => {
    if (latest?.name === data.name) draw(frame, { ...latest, ...data }, (gesture) => setTriggerValue('gesture', gesture));
  };
  const mine = onText;
  onText();
  return () => {
    if (onText !== mine) return; // a call that the next has overtaken while this code was fetched
    onText = null;
    listening.get(frame)?.abort();
  };
}
