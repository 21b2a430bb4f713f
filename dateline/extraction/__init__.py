"""Extraction: what articles say, one by one, in many processes, on a cluster, and kept on the way.

`extractor` reads one article, `pipeline` as many as there are; nothing is imported here, since
reading needs a language model and showing a corpus does not.
"""
