"""Words that name or count who did something."""
