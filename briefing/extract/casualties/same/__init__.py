"""Whether two counts or two tellings are of the same people."""
