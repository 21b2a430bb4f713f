"""Figures: pure functions from small tables of counts to Plotly figures as plain dicts.

    from dateline.figures import marks, place_map

    figure = place_map.figure(marks.marks(counts))     # {"data": [...], "layout": {...}}

Nothing here draws, reads a corpus or knows Streamlit. Figures are plain dicts, not
`plotly.graph_objects`, because validating one costs more than counting what it shows.

`days` gathers days into bins, `bars` stacks what stands over them; `pins` holds what the map writes
beside its circles; `topology` undoes TopoJSON.

`marks` decides what mark a counted place has, `drawn` holds marks as they are drawn, `view` what
part of the world is shown at first, `palette` the colours, `basemap` the style of the map under the
marks; `build_basemap` makes the files that style names. `polygon` shortens what a reader draws,
`plotly_js` lays plotly.js out for the browser.
"""

from __future__ import annotations

__all__ = ["basemap", "marks", "palette", "place_map", "polygon", "timeline", "view"]
