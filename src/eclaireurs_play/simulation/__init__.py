"""Many sessions by simulated players, and what a designer may learn from them."""
