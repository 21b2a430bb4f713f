"""What `dateline open` and `dateline demo` do: a corpus in the browser."""

from __future__ import annotations

import argparse

from dateline.commands.progress_bar import ProgressBar

__all__ = ["run_demo", "run_open"]


def run_open(options: argparse.Namespace) -> int:
    """Show a corpus in the browser."""
    from dateline.commands.launch import open_page
    from dateline.store import read_manifest

    read_manifest(options.corpus)  # a folder that is no corpus is said here, not on the page
    return open_page(
        options.corpus,
        port=options.port,
        browser=not options.no_browser,
        address=options.address,
    )


def run_demo(options: argparse.Namespace) -> int:
    """Show the demonstration corpus."""
    from dateline.commands.launch import open_page
    from dateline.demo import demo_corpus

    with ProgressBar("building the demonstration corpus") as progress:
        folder = demo_corpus(progress)
    return open_page(folder, port=options.port, browser=not options.no_browser)
