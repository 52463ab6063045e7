"""What a sentence says befell people: killed, injured, missing, detained, displaced."""
