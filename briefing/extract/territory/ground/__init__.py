"""What can be taken: places, things without a name, parts and roads."""
