/* headline: what is looked at in one line, the filters that are on, and the way back.
 *
 *   data     name, counts: [{number, label, title}], units: [{value, label}], unit,
 *            chips: [{filter, value, label, title}], undo, reset, context (bool)
 *   trigger  gesture {kind: 'off', filter, value} · {kind: 'unit', value}
 *                    · {kind: 'undo'} · {kind: 'reset'} · {kind: 'context'}
 *                    · {kind: 'download'} · {kind: 'share'}
 */
function element(tag, className, text) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  if (text !== undefined) made.textContent = text;
  return made;
}

function button(className, text, at, isOn, act) {
  const made = element('button', className, text);
  made.type = 'button';
  made.disabled = !isOn;
  made.dataset.at = at;
  made.addEventListener('click', act);
  return made;
}

/* Where the chips do not all fit in one line, a button says how many are out of sight, and shows all. */
function othersNode(filters, chips) {
  const others = element('button', 'others');
  others.type = 'button';
  others.dataset.at = 'others';
  const say = () => {
    const isAll = filters.classList.contains('all');
    const { left, right } = chips.getBoundingClientRect();
    const isOut = ({ firstChild }) => {
      const at = firstChild.getBoundingClientRect();
      return at.left < left - 8 || at.right > right + 8;
    };
    const count = [...chips.children].filter(isOut).length;
    others.hidden = !isAll && !count;
    others.textContent = isAll ? 'in one line' : `+ ${count} more`;
    others.title = isAll ? 'Show the filters in one line' : 'Show all filters that are on';
    others.setAttribute('aria-expanded', String(isAll));
  };
  others.addEventListener('click', () => {
    filters.classList.toggle('all');
    say();
  });
  chips.addEventListener('scroll', say, { passive: true });
  new ResizeObserver(say).observe(chips);
  return [others, say];
}

export default function headline({ data, parentElement, setTriggerValue }) {
  const act = (gesture) => setTriggerValue('gesture', gesture);
  let line = parentElement.querySelector('.headline');
  if (!line) {
    line = element('section', 'headline');
    line.setAttribute('aria-label', 'What is shown');
    parentElement.append(line);
  }
  const told = JSON.stringify(data);
  if (line.dataset.told === told) return; // a dialog that closes gives the focus back to its button
  line.dataset.told = told;
  const focused = line.getRootNode().activeElement?.dataset?.at;

  const counts = element('p', 'counts');
  counts.setAttribute('aria-live', 'polite');
  for (const { number, label, title } of data.counts) {
    const count = element('span', 'count');
    count.title = title;
    count.append(element('b', '', number), ` ${label}`);
    counts.append(count);
  }
  const unit = element('select', 'unit');
  unit.setAttribute('aria-label', 'What is counted');
  unit.dataset.at = 'unit';
  for (const { value, label } of data.units) {
    const option = element('option', '', label);
    option.value = value;
    option.selected = value === data.unit;
    unit.append(option);
  }
  unit.addEventListener('change', () => act({ kind: 'unit', value: unit.value }));

  const before = line.querySelector('.chips');
  const were = new Set([...(before?.querySelectorAll('.chip') ?? [])].map(({ dataset }) => dataset.at));
  const chips = element('ul', 'chips');
  chips.setAttribute('aria-label', 'Filters that are on');
  for (const { filter, value, label, title } of data.chips) {
    const item = element('li');
    const chip = button('chip', '', `chip ${filter} ${value}`, true, () => act({ kind: 'off', filter, value }));
    chip.title = title;
    const text = element('span', '', label);
    text.dir = 'auto';
    const cross = element('span', 'cross', '✕');
    cross.setAttribute('aria-hidden', 'true');
    chip.append(cross, text);
    chip.setAttribute('aria-label', title);
    item.append(chip);
    chips.append(item);
  }
  const back = element('div', 'back');
  back.append(
    button('plain', 'Undo', 'undo', data.undo, () => act({ kind: 'undo' })),
    button('plain', 'Reset', 'reset', data.reset, () => act({ kind: 'reset' })),
    button('plain', 'In context', 'context', data.context, () => act({ kind: 'context' })),
    button('plain', 'Download', 'download', true, () => act({ kind: 'download' })),
    button('plain share', 'Share', 'share', true, () => act({ kind: 'share' })),
  );
  const title = element('h1', '', data.name);
  title.dir = 'auto';
  const at = before?.scrollLeft ?? 0;
  const filters = element('div', 'filters');
  filters.classList.toggle('all', Boolean(before?.closest('.all')));
  const [others, say] = othersNode(filters, chips);
  filters.append(chips, others);
  line.replaceChildren(title, counts, unit, back, filters);
  say(); // it takes room from the chips, which are then moved along
  chips.scrollLeft = at;
  // Where they stand in a line that is too short for them, the one that has come is seen.
  const come = before && [...chips.children].find(({ firstChild }) => !were.has(firstChild.dataset.at));
  if (come) chips.scrollLeft += come.getBoundingClientRect().left - chips.getBoundingClientRect().left;
  if (focused) {
    const same = line.querySelector(`[data-at="${CSS.escape(focused)}"]:enabled`);
    (same ?? back.querySelector('button:enabled')).focus({ preventScroll: true });
  }
}
