"""Sources on a schedule: what is due, what came of it, how each source is."""
