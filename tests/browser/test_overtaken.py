"""Two calls of a component that both waited for its code: the first is ended after the second.

So Streamlit does where a page runs twice before the code has come, as on a slow machine.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from components import plotview, reader

pytestmark = pytest.mark.browser

CALLED = """async ([code, data, before]) => {
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }));
  const { default: component } = await import(url);
  const [parentElement, gestures] = [document.createElement('div'), []];
  document.body.append(parentElement);
  const setTriggerValue = (name, value) => gestures.push(value);
  if (before) component({ data: before, parentElement: document.createElement('div') });
  const calls = [1, 2].map(() => component({ data, parentElement, setTriggerValue }));
  calls[0]();
  const stands = parentElement.childElementCount > 0;
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  calls[1]();
  document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'j', bubbles: true }));
  return [stands, parentElement.childElementCount > 0, gestures];
}"""
FIGURE = {
    **{"figure": "{}", "plotly": "", "label": "Nothing", "note": "", "empty": "", "height": 100},
    **{"dark": False, "tools": False, "legend": [], "controls": []},
}
ARTICLE = {
    **{"name": "t", "key": "k", "done": "", "isOver": False, "copies": "", "url": "", "notice": ""},
    **{"meta": [], "columns": [], "chosen": [], "why": -1, "position": "1 of 1", "colours": {}},
}
TEXT = (
    '{"title": [["A road", -1, -1, 0]], "paragraphs": [], "marks": [], "quotes": [], "layers": []}'
)


def code(component: Any) -> str:
    folder = Path(component.__file__).parent
    return "\n".join((folder / f"{part}.js").read_text("utf-8") for part in component._PARTS)


@pytest.fixture(scope="module")
def url(serve: Callable[..., str]) -> str:
    return serve(Path(__file__).with_name("plotview_page.py"))


@pytest.fixture
def page(visit: Callable[..., Any], url: str) -> Any:
    one = visit(url)
    one.wait_drawn(2)
    return one.page


def test_a_figure_stays_until_the_last_call_is_ended(page: Any) -> None:
    stood, stands, _ = page.evaluate(CALLED, [code(plotview), FIGURE, None])
    assert stood and not stands


def test_an_article_hears_the_keys_until_the_last_call_is_ended(page: Any) -> None:
    text = {"name": "t", "text": TEXT}
    _, _, gestures = page.evaluate(CALLED, [code(reader), ARTICLE, text])
    assert gestures == [{"kind": "step", "by": 1}]
