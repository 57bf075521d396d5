"""Everything `check` says of content, beyond what stops it from loading."""
