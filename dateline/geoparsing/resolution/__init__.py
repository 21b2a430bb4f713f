"""Which place of the gazetteer each toponym means.

Likely toponyms go in; a place, or none, comes out for each, with a confidence and the runners-up.
`resolver` is the way through, and the module to read first: `groups` joins the mentions that must
mean one place, `candidates` lays the places of that name side by side, `features` describes them to
two rankers, the second of which hears what the first prefers for the other names
(`article_votes`), and `confidence` says how sure the best one is. What a text tells of where a
place lies is read by `containment`, `clauses`, `told_near` and `told_districts`; each of the others
holds one rule on namesakes. `training` fits the rankers and the confidence.
"""
