"""Noun groups that speak of people: how many, and who they are."""
