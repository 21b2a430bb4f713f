"""Which place of the gazetteer each toponym means: candidates, rankers, confidence."""
