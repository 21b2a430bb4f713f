"""A cluster finds what one process finds, loses nothing and leaves nothing twice."""

from __future__ import annotations

import logging
import os
import signal
from pathlib import Path

import pandas as pd
import pytest

from dateline.build import build
from dateline.errors import DatelineError
from dateline.extraction import cluster as clusters
from dateline.extraction.cluster import Cluster, Share
from dateline.store.generation import open_generation
from dateline.tables import SCHEMAS
from tests.clippings import ROWS, table

distributed = pytest.importorskip("distributed")


def read(corpus: Path) -> dict[str, pd.DataFrame]:
    """All tables, confidences to three decimals."""
    generation = open_generation(corpus)
    frames = {
        schema.name: generation.table(schema, [column.name for column in schema.columns])
        for schema in SCHEMAS
    }
    frames["mentions"] = frames["mentions"].assign(
        confidence=frames["mentions"]["confidence"].round(3),
        runners_up=[
            [(other["place_id"], round(other["score"], 3)) for other in row]
            for row in frames["mentions"]["runners_up"]
        ],
    )
    return frames


def test_a_worker_killed_in_the_middle_loses_nothing_and_leaves_nothing_twice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [{**row, "title": f"{row['title']}, {n}"} for n in range(3) for row in ROWS]
    source = table(tmp_path, rows)
    build([source], tmp_path / "one", processes=1)
    monkeypatch.setattr(clusters, "_CHUNK", 2)
    shares: dict[str, Share] = {}
    killed: list[int] = []
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=logging.CRITICAL
        ) as local,
        distributed.Client(local) as client,
    ):

        def kill_one(done: int, total: int) -> None:
            if not killed:
                killed.extend(list(client.run(os.getpid).values())[:1])
                os.kill(killed[0], signal.SIGKILL)

        built = build(
            [source],
            tmp_path / "many",
            cluster=Cluster(local.scheduler_address, f"file://{tmp_path}/parts", shares.update),
            progress=kill_one,
        )
    assert killed
    assert (built.articles, len(built.set_aside)) == (len(rows), 0)
    alone, together = read(tmp_path / "one"), read(tmp_path / "many")
    for name, frame in alone.items():
        pd.testing.assert_frame_equal(frame, together[name], check_categorical=False)
    assert sum(share.articles for share in shares.values()) >= len(rows)
    assert all(share.speed > 0 for share in shares.values())
    assert not list((tmp_path / "parts").rglob("*.parquet"))


def test_no_cluster_at_an_address_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(clusters, "_PATIENCE_S", 0.1)
    with pytest.raises(DatelineError, match=r"no cluster at tcp://127\.0\.0\.1:1"):
        list(clusters.on_cluster(len, [], Cluster("tcp://127.0.0.1:1")))


def test_a_cluster_without_its_package_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def absent(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(clusters, "import_module", absent)
    with pytest.raises(DatelineError, match=r"pip install 'dateline\[cluster\]'"):
        list(clusters.on_cluster(len, [], Cluster(clusters.LOCAL)))
