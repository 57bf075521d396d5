"""Whole chunks of sessions played at once, step by step, as the reference engine would."""
