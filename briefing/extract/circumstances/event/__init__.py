"""Which event a sentence is about, and what of it belongs to another."""
