/* What the map itself knows goes into the address without a run of the page: where it looks (z) and
 * the step of the playback (t). Both stand last, as components/address.py writes them, so that the
 * address which Python writes later is the same and no entry of the history is added.
 */
let link = {}; // parameters that stand first in every address that says anything

function writeAddress(changes) {
  const given = location.search.slice(1).split("&").filter(Boolean);
  const first = Object.keys(link);
  const rest = given.filter((pair) => !["z", "t", ...first].includes(pair.split("=")[0]));
  const last = ["z", "t"].flatMap((name) => {
    if (!(name in changes)) return given.filter((pair) => pair.startsWith(`${name}=`));
    return changes[name] ? [`${name}=${encodeURIComponent(changes[name])}`] : [];
  });
  const pairs = [...rest, ...last];
  if (pairs.length) pairs.unshift(...first.map((name) => `${name}=${encodeURIComponent(link[name])}`));
  const search = pairs.length ? `?${pairs.join("&")}` : "";
  if (search !== location.search) history.replaceState(history.state, "", location.pathname + search + location.hash);
}

const viewAddress = ([lon, lat, zoom]) => `${lon.toFixed(4)},${lat.toFixed(4)},${zoom.toFixed(2)}`;
