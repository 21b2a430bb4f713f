"""What each place name does in its sentence: the parse, the rules, the learned rest."""
