"""People killed, injured, missing, detained or displaced, and how many of them an article tells."""
