"""Which likely spans are toponyms after all, now that it is known where they would lie."""
