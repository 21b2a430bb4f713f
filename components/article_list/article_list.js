/* article_list: one page of the list, a row an article. Text is text: createElement and textContent.
 *
 *   data     rows    [{key, title, source, day, place, copies, own, sentence: [[text, kind]]}]
 *                    kind of a stretch of the sentence: '' | 'place' | 'searched'
 *            open    key of the open article
 *            caption, sorts: [{value, label}], sort, page, pages
 *            height  a CSS length
 *            areCopies  of one text, all of them
 *            accent  colour of the line under a place
 *   trigger  gesture {kind: 'open', key} · {kind: 'copies', key} · {kind: 'sort', value} · {kind: 'page', page}
 */
const CLOSED_EVENT = 'dateline:closed'; // the article that lay over the page, by its key

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

/* The button has the title and lies over the whole of the row; that of the copies lies on it. What stands under the
 * title is no part of its name, but is read out with it. */
function rowNode(row, isOpen, data, act) {
  const item = element('li', isOpen ? 'item open' : 'item');
  const button = element('button', 'row');
  button.type = 'button';
  button.dataset.at = row.key;
  if (isOpen) button.setAttribute('aria-current', 'true');
  const title = element('span', 'title', row.title);
  title.dir = 'auto';
  button.append(title, element('span', 'day', row.day));
  button.addEventListener('click', () => act({ kind: 'open', key: row.key }));
  const about = element('p', 'meta');
  const parts = [row.source, row.place].filter(Boolean).map((part) => element('bdi', '', part));
  if (row.own) parts.unshift(element('span', 'own', 'yours'));
  if (row.copies) parts.push(copiesNode(row, data, act));
  parts.forEach((part, at) => about.append(at ? ' · ' : '', part));
  about.id = `about-${row.key}`;
  button.setAttribute('aria-describedby', about.id);
  item.append(button, about);
  if (row.sentence.length) {
    const sentence = element('p', 'sentence');
    sentence.dir = 'auto';
    for (const [text, kind] of row.sentence) sentence.append(kind ? element('mark', kind, text) : text);
    sentence.id = `sentence-${row.key}`;
    button.setAttribute('aria-describedby', `${about.id} ${sentence.id}`);
    item.append(sentence);
  }
  return item;
}

function copiesNode(row, data, act) {
  if (data.areCopies) return element('span', '', row.copies);
  const copies = element('button', 'copies', row.copies);
  copies.type = 'button';
  copies.title = 'List them together';
  copies.setAttribute('aria-label', `${row.copies}: list them together`);
  copies.dataset.at = `${row.key} copies`;
  copies.addEventListener('click', () => act({ kind: 'copies', key: row.key }));
  return copies;
}

function onArrow(event, list) {
  const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!by) return;
  const rows = [...list.querySelectorAll('.row')];
  const at = rows.indexOf(list.getRootNode().activeElement?.closest('.item')?.querySelector('.row'));
  const next = rows[at + by];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/* Of a list that is as long as the page is scrolled, the next page is turned to from its foot, and begins in sight. */
function footNode(data, act, box) {
  const foot = element('div', 'bar foot');
  if (data.pages < 2) return foot;
  const turned = (gesture) => {
    box.dataset.turned = 'from the foot';
    act(gesture);
  };
  foot.append(
    turn('‹ Previous', 'Previous page, from the foot of the list', data.page - 1, data, turned),
    element('span', 'page', `${data.page} / ${data.pages}`),
    turn('Next ›', 'Next page, from the foot of the list', data.page + 1, data, turned),
  );
  return foot;
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
    document.addEventListener(CLOSED_EVENT, ({ detail }) => rowOf(list, detail)?.focus());
    box.append(element('div', 'bar'), list, element('div', 'foot'));
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
  box.querySelector('.foot').replaceWith(footNode(data, act, box));
  list.replaceChildren(
    ...data.rows.map((row) => rowNode(row, row.key === data.open, data, act)),
  );
  for (const row of list.children) { // names in either direction stand one after the other
    row.querySelector('.meta').dir = getComputedStyle(row.querySelector('.title')).direction;
  }
  list.scrollTop = scrolled;
  if (focused) { // of copies that are listed now there is no button: the row has it
    const same = [focused, focused.replace(/ copies$/, '')].map((at) => box.querySelector(`[data-at="${CSS.escape(at)}"]`));
    same.find(Boolean)?.focus({ preventScroll: true });
  }
  if (!isSame && box.dataset.turned) {
    delete box.dataset.turned;
    list.querySelector('.row')?.focus({ preventScroll: true });
    box.scrollIntoView();
  }
  const opened = list.querySelector('.open');
  if (opened) keepInSight(list, opened);
}

function rowOf(list, key) {
  return list.querySelector(`[data-at="${CSS.escape(key)}"]`);
}

function keepInSight(list, row) {
  const above = row.offsetTop; // from the top of the list, which its rows are placed in
  if (above < list.scrollTop) list.scrollTop = above;
  const below = above + row.offsetHeight - list.clientHeight;
  if (below > list.scrollTop) list.scrollTop = below;
}
