/* What names on a map keep off besides one another: what lies over the map, its edge, and marks without a name.
 *
 * Boxes that nothing is drawn in, placed before all names. A map that moves takes them along; once it rests they are
 * where they should be.
 */
const BRIM = 24; // pixels beyond the edge that a name is not to reach into
const OVER_MAP = ".dl-plot-tools, .dl-plot-legend, .dl-plot-note, .dl-plot-empty, .dl-plot-away, .dl-plot-beyond";

/* A point with the pixels above, right of, below and left of it that are kept clear. */
function clearAround({ lng, lat }, padding) {
  return { type: "Feature", geometry: { type: "Point", coordinates: [lng, lat] }, properties: { padding } };
}

/* What lies over the map in its frame, if that is seen, and the strips around it. */
function clearOver(frame, map) {
  const { clientWidth: width, clientHeight: height } = map.getCanvas();
  if (512 * 2 ** map.getZoom() <= width) return []; // the world is seen more than once, and its boxes would be too
  const corner = map.getCanvas().getBoundingClientRect();
  const over = [...(frame?.querySelectorAll(OVER_MAP) ?? [])]
    .map((one) => one.getBoundingClientRect())
    .filter((box) => box.width > 0)
    .map((box) => clearAround(map.unproject([box.left - corner.left, box.top - corner.top]), [0, box.width, box.height, 0]));
  const strips = [
    [[0, height / 2], [height / 2, 0, height / 2, BRIM]],
    [[width, height / 2], [height / 2, BRIM, height / 2, 0]],
    [[width / 2, 0], [BRIM, width / 2, 0, width / 2]],
    [[width / 2, height], [0, width / 2, BRIM, width / 2]],
  ];
  return [...over, ...strips.map(([point, padding]) => clearAround(map.unproject(point), padding))];
}

/* rooms: [longitude, latitude, side in pixels] of marks that bear no name of their own. */
function keepClear(map, rooms, over) {
  const marks = rooms.map(([lng, lat, side]) => clearAround({ lng, lat }, Array(4).fill(side / 2)));
  const features = [...marks, ...over];
  const source = map.getSource("kept-clear");
  const kept = JSON.stringify(features);
  if (!source || source.kept === kept) return;
  source.kept = kept;
  source.setData({ type: "FeatureCollection", features });
}
