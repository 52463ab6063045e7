"""How a text tells: statements, lists, entries, headings that hold for what follows."""
