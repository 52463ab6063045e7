"""What `briefing.toml` may say, and how it is checked."""
