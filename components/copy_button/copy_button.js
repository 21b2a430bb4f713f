/* copy_button: copies a text and says that it has.
 *
 *   data  text, label
 */
const SAID_FOR = 4000; // milliseconds that the button says so

/* Over plain HTTP a browser has no clipboard to write to: then what is selected is copied. */
async function copy(text, box) {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {} // not allowed to this page: the old way
  }
  const field = document.createElement('textarea');
  field.value = text;
  box.append(field);
  field.select();
  const isCopied = document.execCommand('copy');
  field.remove();
  return isCopied;
}

export default function copyButton({ data, parentElement }) {
  let box = parentElement.querySelector('.copy');
  if (!box) {
    box = document.createElement('div');
    box.className = 'copy';
    box.append(document.createElement('button'));
    box.firstChild.type = 'button';
    box.firstChild.setAttribute('aria-live', 'polite');
    parentElement.append(box);
  }
  const button = box.firstChild;
  button.textContent = data.label;
  let waiting;
  button.onclick = async () => {
    const isCopied = await copy(data.text, box);
    button.focus();
    button.textContent = isCopied ? 'Copied' : 'Select it and copy it by hand';
    clearTimeout(waiting);
    waiting = setTimeout(() => { button.textContent = data.label; }, SAID_FOR);
  };
  return () => clearTimeout(waiting);
}
