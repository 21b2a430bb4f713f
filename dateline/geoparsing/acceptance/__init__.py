"""Which likely spans are toponyms after all, now that it is known where they would lie.

`model` decides, from how likely recognition takes a span for one and how well the place that
resolution chose fits the article; `training` fits it.
"""
