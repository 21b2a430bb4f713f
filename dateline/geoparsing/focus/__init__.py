"""The one place an article is about.

`features` describes every place that the article names, from what `named_places`, `outline` and
`tally` see of it; `model` weighs the description and chooses; `training` fits the weights.
"""
