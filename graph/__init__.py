"""What the network is and where it is kept."""
