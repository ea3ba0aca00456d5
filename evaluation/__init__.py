"""How good the answers are, on data with a known truth or on real data; and real input, shown."""
