"""Counts that hold others, or share one number."""
