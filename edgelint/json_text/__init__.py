"""JSON texts: tokens, trees with positions, plain data, texts inside strings."""
