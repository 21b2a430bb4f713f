"""What is on the page: the only home of Streamlit.

Three modules hold the state and may be imported by all: `choice` (the one value), `address` (that
value in the address bar) and `session` (where a visit keeps it). The others draw, each with one
`show`, and know nothing of one another; `components.pages` puts them together.
"""
