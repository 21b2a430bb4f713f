"""How the exhibit looks: the palette and the type of the page, on a screen, a phone and paper."""

from __future__ import annotations

from typing import Final

from dateline.export import sentences, static_map, static_timeline
from dateline.figures.palette import DARK, LIGHT, Palette

__all__ = ["STYLESHEET"]


def _colours(palette: Palette) -> str:
    """The colours as custom properties of CSS, those of the roles by their names."""
    plain = ("paper", "ink", "quiet", "rule", "land", "sea", "accent")
    named = {name: getattr(palette, name) for name in plain} | dict(palette.roles)
    return " ".join(f"--{name}: {colour};" for name, colour in named.items())


_ROLES: Final = " ".join(
    f".map .{role}, .role.{role}::before {{ color: var(--{role}); }}" for role in LIGHT.roles
)

STYLESHEET: Final = f"""
:root {{ color-scheme: light; {_colours(LIGHT)} }}
@media screen and (prefers-color-scheme: dark) {{
  :root {{ color-scheme: dark; {_colours(DARK)} }}
}}
* {{ box-sizing: border-box; }}
body {{ margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.5 "Source Sans",
  "Source Sans 3", "Source Sans Pro", "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; }}
main {{ max-width: 54rem; margin: 0 auto; padding: 2.5rem 1rem 4rem; }}
h1, h2, .places li span, .text {{ font-family: "Source Serif", "Source Serif 4",
  "Source Serif Pro", Charter, "Iowan Old Style", Georgia, "Times New Roman", serif; }}
h1 {{ margin: 0 0 0.5rem; font-size: 28px; line-height: 1.2; text-align: left; }}
h2 {{ margin: 2.5rem 0 0.5rem; font-size: 20px; line-height: 1.25; }}
p, dl {{ max-width: 42rem; }}
.kicker {{ max-width: none; margin: 0 0 1.5rem; padding-bottom: 0.4rem; font-size: 14px;
  color: var(--accent); border-bottom: 1px solid var(--rule); }}
p {{ margin: 0.5rem 0; }}
figure {{ margin: 1.5rem 0 0; }}
svg {{ display: block; width: 100%; }}
figcaption, .quiet, small, summary span {{ color: var(--quiet); font-size: 14px; }}
small {{ line-height: 1.4; }}
cite {{ font-style: normal; unicode-bidi: plaintext; }}
summary {{ display: flex; gap: 0.6rem; align-items: baseline; padding: 0.35rem 0; cursor: pointer;
  list-style: none; }}
summary::-webkit-details-marker {{ display: none; }}
summary::before {{ content: "+"; width: 0.9rem; flex: none; color: var(--quiet); }}
details[open] > summary::before {{ content: "−"; }}
summary span {{ margin-left: auto; text-align: right; font-variant-numeric: tabular-nums; }}
summary:hover {{ color: var(--accent); }}
:focus-visible {{ outline: 2px solid var(--accent); outline-offset: 2px; }}
.key, .role {{ display: inline-block; margin-right: 1rem; }}
.key::before, .role::before {{ content: attr(data-mark) " "; color: var(--ink); }}
{_ROLES}
dl {{ display: grid; grid-template-columns: max-content auto; gap: 0.25rem 1rem;
  margin: 0.75rem 0; }}
dt {{ font-weight: 600; }}
dd {{ margin: 0; }}
.text {{ white-space: pre-wrap; overflow-wrap: anywhere; padding-left: 1.5rem; }}
code, .cited {{ overflow-wrap: anywhere; }}
{static_map.STYLE}{static_timeline.STYLE}{sentences.STYLE}
@media screen and (max-width: 640px) {{
  main {{ padding-top: 1.5rem; }}
  svg .wide {{ display: none; }}
  .map .narrow {{ display: inline; }}
  th, td {{ padding-right: 0.75rem; }}
}}
@media print {{
  @page {{ margin: 16mm 16mm 18mm; @bottom-right {{ content: counter(page) " / " counter(pages);
    font: 8pt sans-serif; color: #6a6c69; }} }}
  body {{ background: none; font-size: 10pt; }}
  main {{ max-width: none; padding: 0; }}
  p, dl, .places li {{ max-width: none; }}
  figcaption, .quiet, small, summary span, table {{ font-size: 8.5pt; }}
  h2, summary {{ break-after: avoid; }}
  li, figure, tr {{ break-inside: avoid; }}
  .places, .twin {{ columns: 2; column-gap: 8mm; }}
  .twin {{ break-before: avoid; }}
  .places li {{ margin-bottom: 0.4rem; }}
  .places ol {{ padding: 0; }}
  .places details:not(.rest) > summary {{ font-weight: 600; }}
  details::details-content {{ content-visibility: visible; height: auto; }}
  summary::before {{ content: none !important; }}
  * {{ print-color-adjust: exact; }}
}}
"""
"""CSS that asks for nothing: no face, no picture, no other sheet."""
