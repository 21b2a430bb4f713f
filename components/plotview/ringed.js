/* Says to a map which of its marks to ring, apart from its figure: that is large, and stays while articles are opened.
 *
 * data     gazetteer ids of the marks
 */
const RINGED_EVENT = "dateline:ringed";
const MAP_EVENT = "dateline:map"; // a map has come and asks

const ringing = new WeakMap(); // by the element Streamlit gives the component

export default function ({ data, parentElement }) {
  let said = ringing.get(parentElement);
  if (!said) {
    said = {};
    said.say = () => window.dispatchEvent(new CustomEvent(RINGED_EVENT, { detail: said.places }));
    ringing.set(parentElement, said);
    window.addEventListener(MAP_EVENT, said.say);
  }
  said.places = data;
  said.say();
  return () => {
    ringing.delete(parentElement);
    window.removeEventListener(MAP_EVENT, said.say);
  };
}
