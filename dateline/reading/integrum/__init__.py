"""Exports of Integrum, a database of the Russian press: workbooks, and reports as HTML."""

from __future__ import annotations

from dateline.reading.integrum.report import looks_like_report, read_report
from dateline.reading.integrum.workbook import looks_like_workbook, read_workbook

__all__ = ["looks_like_report", "looks_like_workbook", "read_report", "read_workbook"]
