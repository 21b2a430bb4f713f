"""What each place name does in its sentence: one of eight roles, and the words that decided.

Mentions go in with what is known of their places (`facts`); `reader` is the way through, and the
module to read first. Of each mention `frames` tells from the parse (`syntax`) where it stands,
`rules` say what can be said for sure, and `model` weighs `features` where they say nothing. Then
`rereading` hears all names of the article together, `agreement` those of one list, and `locating`
those that only say where another lies. `receipt` puts into words what decided. `training` and
`rereading_training` fit what is learned.
"""
