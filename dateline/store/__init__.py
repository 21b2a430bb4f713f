"""A corpus folder: immutable Parquet generations, and one manifest that is switched last.

    corpus/
        manifest.json           which generation counts, its sizes, counts, provenance, fingerprint
        lock                    held while someone writes
        generations/3/          articles.parquet, texts.parquet, …, set_aside.parquet
        generations/3/search/   full-text index, which can be built again from the tables
        generations/2/          the one before, for readers that still have it open

A generation is written under a name nobody reads, every file synced to disk, and gets its number by
one rename; then the manifest is replaced by another rename. Killed at any moment, the folder holds
the old corpus whole or the new one whole.
"""

from dateline.store.manifest import FORMAT, MANIFEST, Manifest, generation_folder, read_manifest
from dateline.store.writer import SET_ASIDE, expect_writable, refused, write, write_alone, writing

__all__ = [
    "FORMAT",
    "MANIFEST",
    "SET_ASIDE",
    "Manifest",
    "expect_writable",
    "generation_folder",
    "read_manifest",
    "refused",
    "write",
    "write_alone",
    "writing",
]
