"""The points that carry an article, in the source's words."""
