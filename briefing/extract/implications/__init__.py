"""What the conflict has brought, may bring or is feared to bring, and for whom."""
