/* article_list: one page of the list, a row an article. Text is text: createElement and textContent.
 *
 *   data     rows    [{key, title, source, day, place, copies, own, sentence: [[text, kind]]}]
 *                    kind of a stretch of the sentence: '' | 'place' | 'searched'
 *            open    key of the open article
 *            height  a CSS length
 *   trigger  open    key
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
  button.dataset.key = row.key;
  if (isOpen) button.setAttribute('aria-current', 'true');
  const head = element('span', 'head');
  const title = element('span', 'title', row.title);
  title.dir = 'auto';
  head.append(title, element('span', 'day', row.day));
  button.append(head);
  const meta = [row.source, row.place, row.copies].filter(Boolean).join(' · ');
  const about = element('span', 'meta', meta);
  about.dir = 'auto';
  if (row.own) about.prepend(element('span', 'own', 'yours'), meta ? ' · ' : '');
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

export default function articleList({ data, parentElement, setTriggerValue }) {
  let list = parentElement.querySelector('.list');
  if (!list) {
    list = element('ul', 'list');
    list.setAttribute('aria-label', 'Articles');
    list.addEventListener('keydown', (event) => onArrow(event, list));
    parentElement.append(list);
  }
  list.style.maxHeight = data.height;
  list.style.setProperty('--event', data.accent);
  const keys = data.rows.map((row) => row.key).join(' ');
  const isSame = list.dataset.keys === keys;
  const scrolled = isSame ? list.scrollTop : 0;
  const focused = list.getRootNode().activeElement?.dataset?.key;
  list.dataset.keys = keys;
  list.replaceChildren(
    ...data.rows.map((row) => rowNode(row, row.key === data.open, (key) => setTriggerValue('open', key))),
  );
  list.scrollTop = scrolled;
  const rows = [...list.querySelectorAll('.row')];
  rows.find((row) => row.dataset.key === focused)?.focus({ preventScroll: true });
  const opened = list.querySelector('.row.open');
  if (opened) keepInSight(list, opened);
}

function keepInSight(list, row) {
  const above = row.offsetTop - list.offsetTop;
  if (above < list.scrollTop) list.scrollTop = above;
  const below = above + row.offsetHeight - list.clientHeight;
  if (below > list.scrollTop) list.scrollTop = below;
}
