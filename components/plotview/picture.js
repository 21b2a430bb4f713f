/* A figure as a file to take away: with its title, legend, filters and sources, and nothing fetched.
 *
 * image  {name, title, lines, kinds: ["png", "svg"]}. What is drawn by plotly.js alone can be both; a
 * map is pixels of WebGL, so it is a PNG.
 */
const PICTURE_WIDTH = 1200;
const LINE = 19; // pixels from line to line of the small print

function save(blobOrUrl, name) {
  const link = document.createElement("a");
  link.href = typeof blobOrUrl === "string" ? blobOrUrl : URL.createObjectURL(blobOrUrl);
  link.download = name;
  link.click();
  if (typeof blobOrUrl !== "string") setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/* Words of the small print in lines that fit. */
function wrapped(context, lines, width) {
  const fitted = [];
  for (const line of lines) {
    let row = "";
    for (const word of line.split(" ")) {
      const longer = row ? `${row} ${word}` : word;
      if (row && context.measureText(longer).width > width) {
        fitted.push(row);
        row = word;
      } else row = longer;
    }
    fitted.push(row);
  }
  return fitted;
}

/* How many rows plotly.js needs for a legend, whose entries are all as wide as the widest. */
function rowsOfLegend(context, named) {
  const widest = Math.max(...named.map((trace) => context.measureText(trace.name).width)) + 50;
  return Math.ceil(named.length / Math.max(1, Math.floor((PICTURE_WIDTH - 60) / widest)));
}

function inkOf(frame) {
  const style = getComputedStyle(frame);
  return { paper: style.backgroundColor, ink: style.color };
}

/* Text that plotly.js shows as it is. */
function literally(text) {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}

/* The page's face as a rule of CSS that fetches nothing; a picture sees no style of the page. */
async function faceRule() {
  for (const sheet of document.styleSheets) {
    let rules = [];
    try {
      rules = [...sheet.cssRules];
    } catch {
      continue; // another origin's
    }
    const isFace = (rule) =>
      rule instanceof CSSFontFaceRule && /^"?Source Sans"?$/.test(rule.style.fontFamily) && rule.style.fontStyle !== "italic";
    const url = rules.find(isFace)?.style.src?.match(/url\("?([^")]+)"?\)/)?.[1];
    if (!url) continue;
    const file = await (await fetch(new URL(url, sheet.href ?? document.baseURI))).blob();
    const data = await new Promise((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(reader.result);
      reader.readAsDataURL(file);
    });
    return `@font-face{font-family:"Source Sans";font-weight:100 900;src:url(${data})}`;
  }
  return "";
}

/* A drawing as pixels, twice as sharp, in the page's face. */
async function pixelsOfDrawing(svg, width, height) {
  const rule = await faceRule();
  const picture = new Image();
  const dressed = rule ? svg.replace(/>/, `><style>${rule}</style>`) : svg;
  const url = URL.createObjectURL(new Blob([dressed], { type: "image/svg+xml" }));
  picture.src = url;
  await picture.decode();
  const canvas = document.createElement("canvas");
  canvas.width = 2 * width;
  canvas.height = 2 * height;
  const context = canvas.getContext("2d");
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  URL.revokeObjectURL(url);
  return new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
}

/* A chart that plotly.js draws whole; `kind` is png or svg. */
async function saveChart(Plotly, frame, figure, image, kind) {
  const { paper, ink } = inkOf(frame);
  const { data, layout } = JSON.parse(figure);
  const context = document.createElement("canvas").getContext("2d");
  context.font = `12px ${getComputedStyle(frame).fontFamily}`;
  const print = wrapped(context, image.lines, PICTURE_WIDTH - 60);
  const named = data.filter((trace) => trace.type === "bar" && trace.name);
  const below = 44 + LINE * (print.length + (named.length ? 0.9 + rowsOfLegend(context, named) : 0));
  const height = 300 + below;
  const area = height - 56 - below;
  for (const trace of data) if (!trace.name) trace.showlegend = false;
  const dressed = {
    ...layout,
    width: PICTURE_WIDTH,
    height,
    paper_bgcolor: paper,
    plot_bgcolor: paper,
    title: { text: literally(image.title), x: 30 / PICTURE_WIDTH, y: 1 - 22 / height, yanchor: "middle", font: { size: 20, color: ink, weight: 600 } },
    margin: { l: 30, r: 30, t: 56, b: below },
    showlegend: named.length > 0,
    legend: { orientation: "h", x: 0, xanchor: "left", y: -34 / area, yanchor: "top", traceorder: "normal" },
    annotations: [
      ...(layout.annotations ?? []),
      ...print.map((text, number) => ({
        text: literally(text),
        xref: "paper", yref: "paper", x: 0, y: 0, xanchor: "left", align: "left", yanchor: "top", showarrow: false,
        yshift: -(below - 12 - LINE * (print.length - number)), font: { size: 12 },
      })),
    ],
  };
  const size = { width: PICTURE_WIDTH, height };
  const url = await Plotly.toImage({ data, layout: dressed }, { format: "svg", ...size });
  const drawing = decodeURIComponent(url.slice(url.indexOf(",") + 1));
  // Whoever opens the drawing has the face under one of these names, or another.
  const faces = "'Source Sans', 'Source Sans 3', 'Source Sans Pro', Arial, sans-serif";
  const svg = drawing.replaceAll("'Source Sans', sans-serif", faces);
  const file = kind === "svg" ? new Blob([svg], { type: "image/svg+xml" }) : await pixelsOfDrawing(svg, PICTURE_WIDTH, height);
  save(file, `${image.name}.${kind}`);
}

/* The pixels of a map, as sharp as the picture is wide; they can only be read while it draws. */
async function pixelsOf(map) {
  const before = map.getPixelRatio();
  map.setPixelRatio(PICTURE_WIDTH / map.getCanvas().clientWidth);
  await new Promise((resolve) => map.once("idle", resolve));
  const copy = document.createElement("canvas");
  await new Promise((resolve) => {
    map.once("render", () => {
      const source = map.getCanvas();
      copy.width = source.width;
      copy.height = source.height;
      copy.getContext("2d").drawImage(source, 0, 0);
      resolve();
    });
    map.triggerRepaint();
  });
  map.setPixelRatio(before);
  return copy;
}

async function saveMap(frame, map, legend, image) {
  const { paper, ink } = inkOf(frame);
  const pixels = await pixelsOf(map);
  const width = PICTURE_WIDTH;
  const height = Math.round((pixels.height * width) / pixels.width);
  const canvas = document.createElement("canvas");
  const context = canvas.getContext("2d");
  const face = getComputedStyle(frame).fontFamily;
  const small = `13px ${face}`;
  context.font = small;
  const print = wrapped(context, image.lines, width - 40);
  const keys = legend.map((entry) => ({ entry, width: context.measureText(entry.label).width + 44 }));
  const rows = [[]];
  let used = 0;
  for (const key of keys) {
    if (used + key.width > width - 40) {
      rows.push([]);
      used = 0;
    }
    rows.at(-1).push({ ...key, x: 20 + used });
    used += key.width;
  }
  canvas.width = width;
  canvas.height = 48 + height + 16 + 26 * rows.length + LINE * print.length + 12;
  context.fillStyle = paper;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = ink;
  context.font = `600 20px ${face}`;
  context.textBaseline = "middle";
  context.fillText(image.title, 20, 25, width - 40);
  context.drawImage(pixels, 0, 48, width, height);
  context.font = small;
  let y = 48 + height + 24;
  for (const row of rows) {
    for (const { entry, x } of row) {
      context.save();
      context.translate(x, y - 8);
      const path = new Path2D(OUTLINES[entry.shape]);
      context.lineWidth = 1.5;
      context.strokeStyle = context.fillStyle = entry.colour;
      if (entry.hollow) context.stroke(path);
      else context.fill(path);
      context.restore();
      context.fillText(entry.label, x + 22, y);
    }
    y += 26;
  }
  for (const line of print) {
    context.fillText(line, 20, y);
    y += LINE;
  }
  canvas.toBlob((blob) => save(blob, `${image.name}.png`), "image/png");
}
