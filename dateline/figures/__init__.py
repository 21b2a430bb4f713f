"""Figures: pure functions from small tables of counts to Plotly figures as plain dicts.

    from dateline.figures import place_map, timeline

    figure = place_map.figure(counts, dark=False)     # {"data": [...], "layout": {...}}

Nothing here draws, reads a corpus or knows Streamlit. Figures are plain dicts, not
`plotly.graph_objects`, because validating one costs more than counting what it shows.

`palette` holds the colours, `basemap` the style of the map under the marks, `build_basemap` makes
the files that style names.
"""

from __future__ import annotations

__all__ = ["basemap", "build_basemap", "palette", "place_map", "timeline"]
