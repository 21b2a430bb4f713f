function readTitle(frame) {
  frame.querySelector('h2').focus({ preventScroll: true });
}

/* The title in the bar above the article, while it is scrolled out of sight; a click leads back to it.
 *
 * Who follows a link to a place, or clicks an article of one, lands in the middle of a text. */
function headingNode(data, frame) {
  const title = data.title.map(([text]) => text).join('');
  const node = button('plain heading', title, `To the top of the article: ${title}`, () => {
    frame.querySelector('.pane').scrollTop = 0;
    readTitle(frame);
  });
  node.title = 'To the top of the article';
  node.dir = 'auto';
  return node;
}

function showHeading(frame) {
  const heading = frame.querySelector('.heading');
  const top = frame.querySelector('.pane').getBoundingClientRect().top;
  heading.hidden = frame.querySelector('h2').getBoundingClientRect().bottom > top;
}
