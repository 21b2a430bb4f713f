"""A reader at the page: what he does with his hands, and when the page has followed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

PATIENCE_MS = 60_000
"""Maps are drawn in software here, on machines that may be busy."""

DRAWN = """(n) => {
  const shown = [...document.querySelectorAll('.dl-plot-waiting')];
  return shown.length >= n && shown.every((one) => one.hidden);
}"""
PIXEL = """([longitude, latitude]) => {
  const plot = document.querySelector('.dl-plot-map .dl-plot-figure');
  const corner = plot.getBoundingClientRect();
  const at = plot._fullLayout.map._subplot.map.project([longitude, latitude]);
  return [corner.left + at.x, corner.top + at.y];
}"""
UNRESTING = """async (patience) => {
  const map = () => document.querySelector('.dl-plot-map .dl-plot-figure')
    ?._fullLayout?.map?._subplot?.map;
  const moves = ({ playState, effect }) =>
    playState === 'running' && effect.getComputedTiming().endTime !== Infinity;
  const unresting = () => {
    const app = document.querySelector('[data-testid="stApp"]');
    if (app?.dataset.testScriptState !== 'notRunning') return 'the page runs';
    for (const plot of document.querySelectorAll('.dl-plot')) {
      if (plot.getAttribute('aria-busy') !== 'false') return 'a figure is drawn';
      if (!plot.matches('.dl-plot-map')) continue;
      if (!map()?.loaded() || map().isMoving()) return 'the map loads or moves';
    }
    return document.getAnimations().some(moves) ? 'something slides or fades' : '';
  };
  // What a run has sent last is drawn once it has ended: by React, and then by the components.
  const until = performance.now() + patience;
  for (let frames = 0; frames < 3; frames += 1) {
    await new Promise(requestAnimationFrame);
    await new Promise((resolve) => setTimeout(resolve));
    const why = unresting();
    if (why && performance.now() > until) return why;
    if (why) frames = -1;
  }
  return '';
}"""
WATCHED = """(elements) => {
  const places = [];
  const look = () => {
    const boxes = elements.map((one) => one.getBoundingClientRect());
    places.push(boxes.map(({ x, y, width, height }) => [x, y, width, height]).join());
    if (!places.ended) requestAnimationFrame(look);
  };
  look();
  return places;
}"""
VIEW = """() => {
  const map = document.querySelector('.dl-plot-map .dl-plot-figure')._fullLayout.map._subplot.map;
  return [map.getCenter().lng, map.getCenter().lat, map.getZoom()];
}"""


class Visit:
    """A reader at the page.

    Attributes:
        page: The Playwright page.
        received: What the page's server has sent, message by message.
    """

    def __init__(self, page: Any, origin: str) -> None:
        self.page = page
        self.outside: list[str] = []
        self.errors: list[str] = []
        self.received: list[bytes | str] = []
        inside = (origin, origin.replace("http", "ws", 1), "data:", "blob:")
        page.on(
            "request",
            lambda request: (
                None if request.url.startswith(inside) else self.outside.append(request.url)
            ),
        )
        page.on("websocket", lambda socket: socket.on("framereceived", self._receive))
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on(
            "console",
            lambda message: self.errors.append(message.text) if message.type == "error" else None,
        )

    def _receive(self, message: bytes | str) -> None:
        self.received.append(message)

    def wait_drawn(self, figures: int = 1) -> None:
        """Wait until so many figures are drawn."""
        self.page.wait_for_function(DRAWN, arg=figures, timeout=PATIENCE_MS)

    def wait_text(self, text: str) -> None:
        """Wait until a text stands on the page."""
        self.page.get_by_text(text).first.wait_for(timeout=PATIENCE_MS)

    def choose(self, name: str, option: str, *, within: Any = None) -> None:
        """Pick from a list of Streamlit's, which a rerun of the page closes while it is open."""
        box = (within or self.page).get_by_role("combobox", name=name)
        wanted = self.page.get_by_role("option", name=option)
        closed = pytest.importorskip("playwright.sync_api").TimeoutError
        for _ in range(6):
            box.click(timeout=PATIENCE_MS)
            try:
                wanted.click(timeout=PATIENCE_MS / 6)
            except closed:
                continue
            return
        raise AssertionError(f"no {option!r} in the list {name!r}")

    def pixel(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Where a point of the earth is on the screen."""
        x, y = self.page.evaluate(PIXEL, [longitude, latitude])
        return x, y

    def settle(self) -> None:
        """Wait until no run of the page goes on, its figures are drawn, and all that moves rests.

        A map that was swiped goes on by itself for a while after the fingers are lifted. What a
        gesture leads to begins a little after it: wait for something of that first.
        """
        why = self.page.evaluate(UNRESTING, PATIENCE_MS)
        assert not why, f"after {PATIENCE_MS / 1000:.0f} seconds {why}"

    @contextmanager
    def stays(self, *elements: Any) -> Iterator[None]:
        """Hold that elements are where they are, and as large, in every frame until all rests."""
        watched = self.page.evaluate_handle(WATCHED, [one.element_handle() for one in elements])
        yield
        self.settle()
        found = watched.evaluate("(places) => { places.ended = true; return places; }")
        assert len(set(found)) == 1, "something moved"

    def view(self) -> list[float]:
        """Longitude, latitude and zoom of the map."""
        view: list[float] = self.page.evaluate(VIEW)
        return view

    def swipe(self, *fingers: tuple[tuple[float, float], tuple[float, float]]) -> None:
        """Put down fingers, move each from its first point to its second, lift them."""
        hand = self.page.context.new_cdp_session(self.page)

        def touch(kind: str, points: list[tuple[float, float]]) -> None:
            at = [{"x": x, "y": y, "id": finger} for finger, (x, y) in enumerate(points)]
            hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": at})

        touch("touchStart", [start for start, _ in fingers])
        for step in range(1, 9):
            touch(
                "touchMove",
                [
                    (x + (to_x - x) * step / 8, y + (to_y - y) * step / 8)
                    for (x, y), (to_x, to_y) in fingers
                ],
            )
        touch("touchEnd", [])
        hand.detach()

    def drag(self, *points: tuple[float, float]) -> None:
        """Press at the first point, move over the others, let go."""
        self.page.mouse.move(*points[0])
        self.page.mouse.down()
        for point in points[1:]:
            self.page.mouse.move(*point, steps=6)
        self.page.mouse.up()
