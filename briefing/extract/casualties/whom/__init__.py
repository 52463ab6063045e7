"""Which people a finding is about."""
