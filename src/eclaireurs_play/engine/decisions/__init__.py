"""Collective decision rules: pure counts of ballots that were checked when they were cast.

One module per family: `consent`, `majority` and `plurality`, `approval`, `points`, `borda`,
`schulze`, `judgment`, `channels`. Rules that compare options give a `Tally`; rules that pass or
stop one proposal give a `Verdict`. Options are a mapping from id to the words people read, in the
order they are shown, which is also the order inside a tie and never breaks one. Weights are whole
numbers or fractions, so that equal scores compare equal. A ballot the rule cannot count is a
mistake of the caller's and raises `ValueError`.
"""
