"""Dateline in the browser: open a corpus and show its pages.

    streamlit run dashboard.py

The environment variable `DATELINE_CORPUS` names the corpus folder; without it the demonstration
corpus is shown, and built first where it is missing.
"""

from __future__ import annotations


def main() -> None:
    """Draw the page that the address names."""
    # Imported here: a worker process that reads a visitor's articles imports this file too, and has
    # no use for Streamlit.
    import os
    from pathlib import Path

    import streamlit as st

    from components.pages import corpus, explore, method
    from dateline.corpus import Corpus
    from dateline.errors import DatelineError

    @st.cache_resource(show_spinner="Opening the corpus …")
    def opened(folder: str) -> Corpus:
        """One corpus for all visitors; nobody changes it."""
        return Corpus.open(Path(folder))

    @st.cache_resource(show_spinner="Reading the demonstration articles, once …")
    def demo() -> str:
        """Folder of the demonstration corpus, built in a process of its own where it is missing."""
        from dateline.demo import demo_corpus
        from dateline.visitor import Worker

        worker = Worker()
        try:
            return str(worker.submit(demo_corpus).result())
        finally:
            worker.close()

    st.set_page_config(
        "Dateline",
        layout="wide",
        initial_sidebar_state=264,
        menu_items={"About": "Where news coverage of a conflict looks, when, and in whose words."},
    )
    try:
        shared = opened(os.environ.get("DATELINE_CORPUS") or demo())
        pages = [
            st.Page(
                lambda: explore.show(shared), title="Explore", url_path="explore", default=True
            ),
            st.Page(lambda: corpus.show(shared), title="Corpus", url_path="corpus"),
            st.Page(method.show, title="Method", url_path="method"),
        ]
        st.navigation(pages, position="top").run()
    except DatelineError as error:
        st.markdown("**This cannot be shown.**")
        st.text(str(error))


if __name__ == "__main__":
    main()
