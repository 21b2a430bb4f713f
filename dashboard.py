"""Dateline in the browser: open a corpus and show its pages.

    streamlit run dashboard.py

The environment variable `DATELINE_CORPUS` names the corpus folder; without it the demonstration
corpus is shown, and built first where it is missing. Those beside it can be opened too, or those in
the folder that `DATELINE_CORPORA` names. With `DATELINE_READ_ONLY=1` the page writes to none.
"""

from __future__ import annotations


def main() -> None:
    """Draw the page that the address names."""
    # Imported here: a worker process that reads a visitor's articles imports this file too, and has
    # no use for Streamlit.
    import os
    from pathlib import Path

    import streamlit as st

    from components import overlays, print_view, session, sign_in
    from components.pages import corpus, explore, method, saved
    from components.pages.shelf import Shelf, changed
    from dateline.corpus import Corpus
    from dateline.errors import DatelineError
    from dateline.hosting import without_paths

    @st.cache_resource(show_spinner="Opening the corpus …", max_entries=4)
    def as_read(folder: str, written: int) -> Corpus:
        """One corpus for all visitors, opened anew when its articles were read again."""
        return Corpus.as_read(Path(folder))

    @st.cache_resource(show_spinner=False, max_entries=8)
    def opened(folder: str, written: tuple[int, ...]) -> Corpus:
        """The same with what was put right in it, made anew when that has changed."""
        return as_read(folder, written[0]).up_to_date()

    @st.cache_resource(show_spinner="Reading the demonstration articles, once …")
    def demo() -> str:
        """Folder of the demonstration corpus, built in a process of its own where it is missing."""
        from dateline.demo import demo_corpus
        from dateline.worker import Worker

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
    print_view.show(dark=st.context.theme.type == "dark")
    overlays.show()
    if not sign_in.show():
        return
    try:
        shelf = Shelf(Path(os.environ.get("DATELINE_CORPUS") or demo()))
        pages = [
            st.Page(
                lambda: explore.show(shared, shelf),
                title="Explore",
                default=True,
            ),
            st.Page(lambda: corpus.show(shared, shelf), title="Corpus", url_path="corpus"),
            st.Page(method.show, title="Method", url_path="method"),
            # Streamlit knows the default page by no name; who writes it is led there.
            st.Page(lambda: None, title="Explore", url_path="explore", visibility="hidden"),
        ]
        page = st.navigation(pages, position="top")
        if page is pages[-1]:
            asked = {name: st.query_params.get_all(name) for name in st.query_params}
            st.switch_page(pages[0], query_params=asked)
        session.begin(
            page.title,
            is_corpus=lambda key: shelf.folder(key) is not None,
            stored=lambda key, view: saved.stored(shelf.folder(key) or shelf.first, view),
        )
        folder = shelf.folder(session.corpus())
        if folder is None:  # it was deleted meanwhile
            session.open_corpus("")
            folder = shelf.first
        shared = opened(str(folder), changed(folder))
        if page is not pages[0]:  # Explore writes all that is asked for
            session.mirror_corpus()
        page.run()
    except DatelineError as error:
        st.markdown("**This cannot be shown.**")
        st.text(without_paths(str(error)))


if __name__ == "__main__":
    main()
