"""The picture of the README: Explore on the demonstration, light, at 1440 by 900 pixels.

python -m benchmarks.picture          # writes docs/explore.png
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

from benchmarks.page import PATIENCE_MS, served
from tests.browser.chromium import FLAGS, chromium_path
from tests.browser.visit import DRAWN

OUTPUT: Final = Path(__file__).parents[1] / "docs" / "explore.png"
STILL: Final = """() => new Promise((resolve) => {
  const map = document.querySelector('.dl-plot-map .dl-plot-figure')._fullLayout.map._subplot.map;
  map.once('idle', resolve);
  map.triggerRepaint();
})"""


def take(browser: Any, url: str, target: Path) -> None:
    """Draw the page as a reader sees it who has skipped the tour.

    Args:
        browser: A Playwright browser.
        url: Where the page is.
        target: The PNG to write.
    """
    page = browser.new_context(
        viewport={"width": 1440, "height": 900}, color_scheme="light"
    ).new_page()
    page.set_default_timeout(PATIENCE_MS)
    page.goto(url)
    page.wait_for_function(DRAWN, arg=2)
    skip = page.get_by_role("button", name="Skip", exact=True)
    skip.click()
    skip.wait_for(state="hidden")
    page.mouse.move(720, 20)  # over nothing that answers
    page.evaluate(STILL)
    page.evaluate("() => document.fonts.ready")
    page.screenshot(path=target)
    page.context.close()


def main() -> None:
    """Serve the demonstration and take its picture."""
    from playwright.sync_api import sync_playwright

    with served(None) as url, sync_playwright() as driver:
        browser = driver.chromium.launch(executable_path=chromium_path(), args=FLAGS)
        take(browser, url, OUTPUT)
        browser.close()
    print(f"{OUTPUT.name} {OUTPUT.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
