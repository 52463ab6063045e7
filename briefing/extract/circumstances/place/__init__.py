"""Which places a sentence names for an event, and how wide they are."""
