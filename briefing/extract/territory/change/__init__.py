"""The words that say that something changed hands, or only might have."""
