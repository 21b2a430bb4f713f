/* article_list: one page of the list, a row an article. Text is text: createElement and textContent.
 *
 *   data     rows    [{key, title, source, day, place, copies, own, sentence: [[text, kind]]}]
 *                    kind of a stretch of the sentence: '' | 'place' | 'searched'
 *            open    key of the open article
 *            caption, sorts: [{value, label}], sort, page, pages
 *            height  a CSS length
 *            accent  colour of the line under a place
 *   trigger  gesture {kind: 'open', key} · {kind: 'sort', value} · {kind: 'page', page}
 */
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function rowNode(row, isOpen, open) {
  const item = element('li');
  const button = element('button', isOpen ? 'row open' : 'row');
  button.type = 'button';
  button.dataset.at = row.key;
  if (isOpen) button.setAttribute('aria-current', 'true');
  const head = element('span', 'head');
  const title = element('span', 'title', row.title);
  title.dir = 'auto';
  head.append(title, element('span', 'day', row.day));
  button.append(head);
  const about = element('span', 'meta');
  const parts = [row.source, row.place, row.copies].filter(Boolean).map((part) => element('bdi', '', part));
  if (row.own) parts.unshift(element('span', 'own', 'yours'));
  parts.forEach((part, at) => about.append(at ? ' · ' : '', part));
  button.append(about);
  if (row.sentence.length) {
    const sentence = element('span', 'sentence');
    sentence.dir = 'auto';
    for (const [text, kind] of row.sentence) sentence.append(kind ? element('mark', kind, text) : text);
    button.append(sentence);
  }
  button.addEventListener('click', () => open(row.key));
  item.append(button);
  return item;
}

function onArrow(event, list) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const rows = [...list.querySelectorAll('.row')];
  const at = rows.indexOf(list.getRootNode().activeElement);
  const next = rows[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

function turn(text, label, page, data, act) {
  const button = element('button', 'turn', text);
  button.type = 'button';
  button.setAttribute('aria-label', label);
  button.dataset.at = label;
  button.disabled = page < 1 || page > data.pages;
  button.addEventListener('click', () => act({ kind: 'page', page }));
  return button;
}

function barNode(data, act) {
  const bar = element('div', 'bar');
  const sort = element('select');
  sort.setAttribute('aria-label', 'Order of the list');
  sort.dataset.at = 'sort';
  for (const { value, label } of data.sorts) {
    const option = element('option', '', label);
    option.value = value;
    option.selected = value === data.sort;
    sort.append(option);
  }
  sort.addEventListener('change', () => act({ kind: 'sort', value: sort.value }));
  bar.append(element('span', 'caption', data.caption), sort);
  if (data.pages > 1) {
    bar.append(
      turn('‹', 'Previous page of the list', data.page - 1, data, act),
      element('span', 'page', `${data.page} / ${data.pages}`),
      turn('›', 'Next page of the list', data.page + 1, data, act),
    );
  }
  return bar;
}

export default function articleList({ data, parentElement, setTriggerValue }) {
  const act = (gesture) => setTriggerValue('gesture', gesture);
  let box = parentElement.querySelector('.box');
  if (!box) {
    box = element('section', 'box');
    box.setAttribute('aria-label', 'Articles');
    const list = element('ul', 'list');
    list.addEventListener('keydown', (event) => onArrow(event, list));
    box.append(element('div', 'bar'), list);
    parentElement.append(box);
  }
  const list = box.querySelector('.list');
  box.style.setProperty('--event', data.accent);
  list.style.height = data.height;
  const keys = data.rows.map((row) => row.key).join(' ');
  const isSame = list.dataset.keys === keys;
  const scrolled = isSame ? list.scrollTop : 0;
  const focused = box.getRootNode().activeElement?.dataset?.at;
  list.dataset.keys = keys;
  box.querySelector('.bar').replaceWith(barNode(data, act));
  list.replaceChildren(
    ...data.rows.map((row) => rowNode(row, row.key === data.open, (key) => act({ kind: 'open', key }))),
  );
  for (const row of list.querySelectorAll('.row')) { // names in either direction stand one after the other
    row.querySelector('.meta').dir = getComputedStyle(row.querySelector('.title')).direction;
  }
  list.scrollTop = scrolled;
  if (focused) box.querySelector(`[data-at="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
  const opened = list.querySelector('.row.open');
  if (opened) keepInSight(list, opened);
}

function keepInSight(list, row) {
  const above = row.offsetTop - list.offsetTop;
  if (above < list.scrollTop) list.scrollTop = above;
  const below = above + row.offsetHeight - list.clientHeight;
  if (below > list.scrollTop) list.scrollTop = below;
}
