"""Tables: separated cells, workbooks, Parquet, data frames of R, and pages called spreadsheets.

Each kind is a module that fetches the cells. `rows` makes records of them, `headless` tells columns
that have no header, `several` brings several tables of one file under the columns of the first.
"""

from __future__ import annotations
