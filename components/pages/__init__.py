"""Pages: they put components together, and turn what each reports into a change of the choice."""
