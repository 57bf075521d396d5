"""Éclaireurs Play: public-sector games printed, played, replayed and written up from YAML."""

__version__ = "0.1.0"
