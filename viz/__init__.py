"""A network to a picture."""
