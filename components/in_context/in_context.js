/* in_context: keyword in context, a line a place. Text is text: createElement and textContent.
 *
 *   data     lines   [{number, before, keyword, after, about, title}]
 *            sorts: [{value, label}], sort
 *   trigger  gesture {kind: 'open', value: number} · {kind: 'sort', value}
 */
const OPENED_EVENT = 'dateline:opened'; // an article, from a dialog: the focus goes to it
const STEPS = { ArrowDown: 1, ArrowUp: -1, PageDown: 10, PageUp: -10, Home: -Infinity, End: Infinity };

/* The words come without the space between them and the keyword, where there was one. */
const AFTER = /^[\p{L}\p{N}([“«‘„–—-]/u;
const BEFORE = /[([“«‘„-]$/u;

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function lineNode(line, act) {
  const item = element('li');
  const button = element('button', 'line');
  button.type = 'button';
  button.dir = 'auto';
  button.title = `Open: ${line.title}`;
  const before = element('span', 'before');
  before.append(element('span', '', line.before));
  const rest = element('span', 'rest');
  rest.append(element('mark', '', line.keyword), AFTER.test(line.after) ? ' ' : '', element('span', '', line.after));
  button.append(before, BEFORE.test(line.before) ? '' : ' ', rest, ' ', element('span', 'about', line.about));
  button.addEventListener('click', () => {
    document.dispatchEvent(new CustomEvent(OPENED_EVENT));
    act({ kind: 'open', value: line.number });
  });
  item.append(button);
  return item;
}

/* One stop for Tab; the arrows go from line to line. */
function onStep(event, list) {
  if (!(event.key in STEPS)) return;
  const all = [...list.querySelectorAll('.line')];
  const at = all.indexOf(event.target.closest('.line'));
  const next = all[Math.min(Math.max(at + STEPS[event.key], 0), all.length - 1)];
  event.preventDefault();
  event.stopPropagation();
  all[at].tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

function sortNode(data, act) {
  const label = element('label', 'sort', 'Sorted ');
  const select = element('select');
  for (const { value, label: said } of data.sorts) {
    const option = element('option', '', said);
    option.value = value;
    option.selected = value === data.sort;
    select.append(option);
  }
  select.addEventListener('change', () => act({ kind: 'sort', value: select.value }));
  label.append(select);
  return label;
}

export default function inContext({ data, parentElement, setTriggerValue }) {
  const act = (gesture) => setTriggerValue('gesture', gesture);
  let box = parentElement.querySelector('.box');
  const isNew = !box;
  if (isNew) {
    box = element('div', 'box');
    box.append(element('div', 'bar'), element('ol', 'lines'));
    parentElement.append(box);
    const list = box.querySelector('.lines');
    list.addEventListener('keydown', (event) => onStep(event, list));
  }
  const list = box.querySelector('.lines');
  const told = JSON.stringify([data.sort, data.lines.length]);
  const hadFocus = box.getRootNode().activeElement?.tagName === 'SELECT';
  box.querySelector('.bar').replaceChildren(sortNode(data, act));
  if (hadFocus) box.querySelector('select').focus();
  list.setAttribute('aria-label', 'Lines in context');
  list.replaceChildren(...data.lines.map((line) => lineNode(line, act)));
  list.querySelectorAll('.line').forEach((line, at) => { line.tabIndex = at ? -1 : 0; });
  if (box.dataset.told !== told) list.scrollTop = 0;
  box.dataset.told = told;
}
