"""Attacks, and whom an article holds responsible for them."""
