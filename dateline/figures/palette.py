"""The colours of every figure, light and dark.

One accent, a deep teal; no red. The colours of the roles keep apart under the three common colour
blindnesses (they differ in lightness as well as hue, after Okabe and Ito 2008), and every role has
a shape of its own besides.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Final

__all__ = ["DARK", "LIGHT", "Palette", "palette", "rgba"]


@dataclass(frozen=True, slots=True)
class Palette:
    """Colours as `#rrggbb`.

    Attributes:
        paper: The page.
        ink: Text on it.
        quiet: Lesser text.
        rule: Hairlines, grid, borders of countries.
        land: Land on the map.
        sea: Sea on the map; lakes and rivers too.
        accent: The one colour that means "look here".
        faint: The accent's pale companion: bars outside the chosen range.
        roles: A colour for each role of a mention.
        series: Colours of what has no colour of its own, dark and light in turn.
    """

    paper: str
    ink: str
    quiet: str
    rule: str
    land: str
    sea: str
    accent: str
    faint: str
    roles: Mapping[str, str]
    series: tuple[str, ...]


LIGHT: Final = Palette(
    paper="#fbfaf7",
    ink="#1d2327",
    quiet="#6a6c69",
    rule="#c4c0b6",
    land="#f6f4ee",
    sea="#dfe6e8",
    accent="#0f6b6b",
    faint="#a9c9c6",
    roles=MappingProxyType(
        {
            "event": "#0f6b6b",
            "setting": "#b36f0c",
            "dateline": "#1d2327",
            "actor": "#4f7196",
            "demonym": "#8a8c88",
            "name": "#8a8c88",
            "comparison": "#7c4fa0",
            "background": "#8a8c88",
        }
    ),
    series=("#0f6b6b", "#d99a2b", "#27384f", "#7fa6d6", "#6d3f8f", "#8fcab9", "#7a5418"),
)

DARK: Final = Palette(
    paper="#15181b",
    ink="#e8e6e1",
    quiet="#a3a5a2",
    rule="#454b51",
    land="#22272c",
    sea="#14181c",
    accent="#5cc2ba",
    faint="#2f5a58",
    roles=MappingProxyType(
        {
            "event": "#5cc2ba",
            "setting": "#e0a64c",
            "dateline": "#e8e6e1",
            "actor": "#8fb1d6",
            "demonym": "#8d908d",
            "name": "#8d908d",
            "comparison": "#bd98dd",
            "background": "#8d908d",
        }
    ),
    series=("#5cc2ba", "#b9781f", "#d5e3f2", "#5580b5", "#c9a6e4", "#2f7d71", "#e3cfa3"),
)


def palette(dark: bool) -> Palette:
    """The colours for a dark or a light page."""
    return DARK if dark else LIGHT


def rgba(colour: str, opacity: float) -> str:
    """A `#rrggbb` colour as CSS `rgba(…)`; `opacity` lies in 0..1."""
    red, green, blue = (int(colour[start : start + 2], 16) for start in (1, 3, 5))
    return f"rgba({red},{green},{blue},{opacity:g})"
