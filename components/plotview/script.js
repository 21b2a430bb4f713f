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
    // It is large, and nothing is drawn while it is run: first the rest of the page.
    whenIdle(() => document.head.append(script));
  });
  return plotly;
}

function whenIdle(act) {
  if (globalThis.requestIdleCallback) requestIdleCallback(act, { timeout: 1000 });
  else setTimeout(act, 100); // Safari
}
