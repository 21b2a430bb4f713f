"""How the gazetteer is made from open data: one module a source, `merge` joins, `pack` writes.

`python -m dateline.gazetteer.build --sources ../shared/sources` runs it. The same sources give the
same files, byte for byte.
"""
