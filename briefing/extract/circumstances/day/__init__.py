"""Which days a text gives to an event, and which to something else."""
