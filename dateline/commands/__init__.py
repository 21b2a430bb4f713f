"""What each subcommand of `dateline` does; an import waits until its command is run."""
