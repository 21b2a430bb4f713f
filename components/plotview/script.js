/* plotly.js itself, loaded once for every figure of the page. */
let plotly;

function load(url) {
  plotly ??= new Promise((resolve, reject) => {
    if (globalThis.Plotly) {
      resolve(globalThis.Plotly);
      return;
    }
    const script = document.createElement("script");
    script.src = new URL(url, document.baseURI).href; // relative: right under a base path too
    script.onload = () => resolve(globalThis.Plotly);
    script.onerror = () => {
      plotly = undefined;
      reject(new Error(`${url} could not be loaded`));
    };
    fetchAhead(script.src);
    afterText(() => document.head.append(script));
  });
  return plotly;
}

/* The bytes come while the page waits for its text. */
function fetchAhead(url) {
  const link = document.createElement("link");
  Object.assign(link, { rel: "preload", as: "script", href: url });
  document.head.append(link);
}

/* It is large, and for a second nothing is drawn while it is run: the reader's text comes first, which says so by a
 * mark. Where no article is open there is no such mark. */
const TEXT_DRAWN = "dateline:text";
const WITHOUT_TEXT_MS = 1500;

function afterText(act) {
  const begin = () => {
    clearTimeout(late);
    seen.disconnect();
    // Once what is drawn is on the screen: its letters have come, and a frame of it was shown.
    document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(act))));
  };
  const seen = new PerformanceObserver((list) => {
    if (list.getEntriesByName(TEXT_DRAWN).length) begin();
  });
  const late = setTimeout(begin, WITHOUT_TEXT_MS);
  seen.observe({ type: "mark", buffered: true });
}
