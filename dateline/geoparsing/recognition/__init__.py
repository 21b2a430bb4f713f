"""Which spans of an article are toponyms: candidates, what describes them, the classifier."""
