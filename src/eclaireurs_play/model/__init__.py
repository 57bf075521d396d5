"""What a designer writes, as frozen records; no input or output happens here."""
