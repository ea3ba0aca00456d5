"""Pure functions over a network."""
