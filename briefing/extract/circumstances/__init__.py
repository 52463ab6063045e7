"""Where, when and by whom, as far as the text says it of an event."""
