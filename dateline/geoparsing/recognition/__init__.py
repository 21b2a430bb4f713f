"""Which spans of an article are likely toponyms, by their words.

A parsed article goes in, spans with a probability come out. `recogniser` is the way through, and
the module to read first: `candidates` gathers all that may be a name, `features` describes each,
boosted trees say how likely it is, and `certain_places`, `lists`, `paired` and `line_heads` raise
what can be nothing but a place where it stands. On the way `never_places`, `persons`, `peoples`,
`craft`, `ships` and `idioms` take out what is none, whatever the gazetteer has. `capitals`,
`footnote_marks` and `unseen_marks` mend a text before it is parsed. `training` fits the trees.
"""
