"""Exports of databases of the press of one country, each read by one module."""

from __future__ import annotations
