/* Says to Python what a map shows, from a place of its own: the page around it need not run. */
export default function ({ setTriggerValue }) {
  const hear = ({ detail }) => setTriggerValue("view", detail);
  window.addEventListener("dateline:view", hear);
  return () => window.removeEventListener("dateline:view", hear);
}
