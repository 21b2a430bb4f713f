/* press: a button that the page draws anew between press and release of the mouse hears no click, so the one that
 * stands in its place is told. A finger needs none of that: its click begins when it is lifted.
 */
const named = (button) => button.dataset.at ?? button.getAttribute('aria-label') ?? button.textContent;

class Press {
  begin(event) {
    const isMouse = event.pointerType === 'mouse' && event.button === 0;
    this.button = isMouse ? event.composedPath().find((one) => one instanceof HTMLButtonElement) : undefined;
    this.root = this.button?.getRootNode();
  }

  end({ clientX, clientY }) {
    const { button, root } = this;
    this.button = this.root = undefined;
    if (!button || button.isConnected) return;
    const now = root.elementFromPoint(clientX, clientY)?.closest('button');
    if (now && named(now) === named(button)) now.click();
  }
}
