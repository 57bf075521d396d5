"""Proposals in numbers: satisfaction, red lines, compromises, zone of agreement, tactics.

`table.table(scenario)` gives the integers that everything else reads.
"""
