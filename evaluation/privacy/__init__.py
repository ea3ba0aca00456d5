"""Whether somebody hidden can be found out."""
