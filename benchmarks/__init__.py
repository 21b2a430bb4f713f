"""What is claimed about speed and quality, as commands that can be run."""
