/* day_range: first and last day in the browser's own date fields.
 *
 *   data     label, days: [iso or '', iso or ''], within: [iso, iso]
 *   trigger  days {first, last}, iso or '', when a field holds a whole date and is left or entered
 */
const NAMES = ['From', 'To'];

export default function dayRange({ data, parentElement, setTriggerValue }) {
  let box = parentElement.querySelector('details');
  if (!box) {
    box = build(parentElement);
    box.open = data.days.some(Boolean);
  }
  box.querySelector('summary').textContent = data.label;
  const fields = [...box.querySelectorAll('input')];
  box.dataset.told = data.days.join();
  const act = () => {
    const [first, last] = fields.map((field) => field.value);
    for (const field of fields) delete field.dataset.isTyped;
    if ([first, last].join() === box.dataset.told) return;
    box.dataset.told = [first, last].join();
    setTriggerValue('days', { first, last });
  };
  fields.forEach((field, side) => {
    [field.min, field.max] = data.within;
    // What is being typed stays: the page may only now come to what was typed before.
    if (!field.dataset.isTyped && field.value !== data.days[side]) field.value = data.days[side];
    field.oninput = () => { field.dataset.isTyped = 'yes'; };
    // A year being typed is a date at every key: only a field that is left, or Enter, counts.
    field.onblur = act;
    field.onkeydown = (event) => event.key === 'Enter' && act();
  });
}

function build(parent) {
  const box = document.createElement('details');
  const fields = document.createElement('div');
  for (const name of NAMES) {
    const label = document.createElement('label');
    const field = document.createElement('input');
    field.type = 'date';
    label.append(name, field);
    fields.append(label);
  }
  box.append(document.createElement('summary'), fields);
  parent.append(box);
  return box;
}
