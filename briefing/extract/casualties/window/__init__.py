"""The days and places over which a count runs."""
