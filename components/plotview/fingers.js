/* On a phone the map is as wide as the page, and a finger could never get past it: there one finger scrolls the page,
 * and two move the map, as MapLibre can share them and says to whom tries with one. A box or lasso is drawn with one.
 */
const PHONE = "(pointer: coarse) and (max-width: 640px)";

function shareFingers(map) {
  const phone = matchMedia(PHONE);
  map._locale = { ...map._locale, "CooperativeGesturesHandler.MobileHelpText": "Two fingers move the map" };
  const share = () => (phone.matches ? map.cooperativeGestures.enable() : map.cooperativeGestures.disable());
  const ends = new AbortController();
  phone.addEventListener("change", share, { signal: ends.signal });
  map.once("remove", () => ends.abort());
  share();
}
