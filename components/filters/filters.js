/* filters: the facets, each value with the number of articles it would leave.
 *
 *   data     facets  [{name, label, open, excludes, values: [[value, label, count, state, style]]}]
 *                    state '' | 'in' | 'out'; style a role, drawn as in the text
 *            unit    what is counted, for the tool tip, one of it
 *            results what the button under them says, on a small screen, where they lie over the page
 *            colours {role: colour}
 *   trigger  gesture {facet, value, how: 'include' | 'exclude'}
 *
 * The button under them only says that it was clicked, to whoever listens for the event RESULTS_EVENT.
 */
const RESULTS_EVENT = 'dateline:results';
const SHORT = 6; // values shown before "all"
const LONG = 12; // values from which a facet can be searched
const spread = new Set(); // facets shown in full
const sought = new Map(); // facet → what is looked for in it

function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function valueNode(facet, item, data, act) {
  const row = element('li', `value ${item.state}`);
  const take = element('button', 'take');
  take.type = 'button';
  take.setAttribute('role', 'checkbox');
  take.setAttribute('aria-checked', String(item.state === 'in'));
  take.title = `${item.label}: ${item.count} ${item.count === 1 ? data.unit : `${data.unit}s`}`;
  take.dataset.at = `${facet.name} ${item.value} include`;
  const label = element('span', 'label');
  label.dir = 'auto';
  label.append(element('span', item.style ? `role ${item.style}` : '', item.label));
  take.append(element('span', 'box'), label, element('span', 'count', item.count));
  take.addEventListener('click', () => act({ facet: facet.name, value: item.value, how: 'include' }));
  row.append(take);
  if (facet.excludes) {
    const leave = element('button', 'leave', '−');
    leave.type = 'button';
    leave.title = item.state === 'out' ? `No longer leave out ${item.label}` : `Leave out ${item.label}`;
    leave.setAttribute('aria-label', leave.title);
    leave.setAttribute('aria-pressed', String(item.state === 'out'));
    leave.dataset.at = `${facet.name} ${item.value} exclude`;
    leave.addEventListener('click', () => act({ facet: facet.name, value: item.value, how: 'exclude' }));
    row.append(leave);
  }
  return row;
}

/* Values come as rows, which are half as long as objects. */
function unpacked(facet) {
  const values = facet.values.map(([value, label, count, state, style]) => ({ value, label, count, state, style }));
  return { ...facet, values };
}

function isShown(facet, item, position) {
  if (item.state) return true;
  const wanted = (sought.get(facet.name) || '').toLocaleLowerCase();
  if (wanted) return item.label.toLocaleLowerCase().includes(wanted);
  return spread.has(facet.name) || position < SHORT;
}

function fill(list, facet, data, act) {
  list.replaceChildren(
    ...facet.values.filter((item, i) => isShown(facet, item, i)).map((item) => valueNode(facet, item, data, act)),
  );
}

function facetNode(facet, data, act, isOpen) {
  const section = element('details', 'facet');
  section.dataset.facet = facet.name;
  section.open = isOpen;
  const summary = element('summary', '', facet.label);
  const chosen = facet.values.filter((item) => item.state).length;
  if (chosen) summary.append(element('span', 'chosen', String(chosen)));
  const list = element('ul');
  fill(list, facet, data, act);
  section.append(summary);
  if (facet.values.length > LONG) {
    const find = element('input', 'find');
    find.type = 'search';
    find.placeholder = `find in ${facet.values.length}`;
    find.setAttribute('aria-label', `Find in ${facet.label}`);
    find.dataset.at = `${facet.name} find`;
    find.value = sought.get(facet.name) || '';
    find.addEventListener('input', () => {
      sought.set(facet.name, find.value.trim());
      fill(list, facet, data, act);
    });
    section.append(find);
  }
  section.append(list);
  if (facet.values.length > SHORT) {
    const more = element('button', 'more');
    more.type = 'button';
    more.dataset.at = `${facet.name} more`;
    const say = () => {
      more.textContent = spread.has(facet.name) ? 'fewer' : `all ${facet.values.length}`;
    };
    say();
    more.addEventListener('click', () => {
      if (!spread.delete(facet.name)) spread.add(facet.name);
      say();
      fill(list, facet, data, act);
    });
    section.append(more);
  }
  return section;
}

function resultsNode(said) {
  const button = element('button', 'results', said);
  button.type = 'button';
  button.dataset.at = 'results';
  button.addEventListener('click', () => document.dispatchEvent(new CustomEvent(RESULTS_EVENT)));
  return button;
}

export default function filters({ data, parentElement, setTriggerValue }) {
  const act = (gesture) => setTriggerValue('gesture', gesture);
  let box = parentElement.querySelector('.facets');
  if (!box) {
    box = element('div', 'facets');
    box.setAttribute('role', 'group');
    box.setAttribute('aria-label', 'Filters');
    parentElement.append(box);
  }
  for (const [role, colour] of Object.entries(data.colours)) box.style.setProperty(`--${role}`, colour);
  const opened = new Map([...box.querySelectorAll('details')].map((d) => [d.dataset.facet, d.open]));
  const focused = box.getRootNode().activeElement?.dataset?.at;
  box.replaceChildren(
    ...data.facets.map(unpacked).map((facet) =>
      facetNode(facet, data, act, opened.get(facet.name) ?? (facet.open || facet.values.some((v) => v.state))),
    ),
    resultsNode(data.results),
  );
  if (focused) box.querySelector(`[data-at="${CSS.escape(focused)}"]`)?.focus({ preventScroll: true });
}
