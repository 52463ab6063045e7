"""Who appears in an article: parties, sources, and whom its words point back to."""
