"""Places that changed hands, who gained and who lost them."""
