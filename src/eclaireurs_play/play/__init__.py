"""Playing: sessions and their journals, the one-line notation, simulated players."""
