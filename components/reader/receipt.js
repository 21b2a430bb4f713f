/* Why a place is there: the receipt under the article, with a small map of the candidates. */
function outsideLink(url, text) {
  const link = element('a', '', text);
  link.href = url; // Python lets only http and https through
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

function drawn(name, attributes, text) {
  const made = document.createElementNS('http://www.w3.org/2000/svg', name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  if (text !== undefined) made.textContent = text;
  return made;
}

/* The place filled, the other candidates hollow and numbered as in the list beside. */
function smallMap({ width, height, land, names, dots }) {
  const named = dots.map(([, , number, name]) => (number ? `${number} ${name}` : name)).reverse();
  const map = drawn('svg', {
    class: 'small-map', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': `Map: ${named.join(', ')}`,
  });
  map.append(drawn('path', { class: 'land', d: land, 'fill-rule': 'evenodd' }));
  for (const [x, y, name] of names) map.append(drawn('text', { class: 'country', x, y: y + 3 }, name));
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
  const sentence = paragraphNode('blockquote', receipt.sentence, data);
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
