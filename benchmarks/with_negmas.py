"""The scenario of `simulation_bench` on NegMAS: same utilities, same rounds, same paces.

Loaded only where NegMAS is installed.
"""

from collections.abc import Sequence

from negmas import SAOMechanism, make_issue
from negmas.preferences import LinearAdditiveUtilityFunction
from negmas.preferences.value_fun import TableFun
from negmas.sao import AspirationNegotiator


class Rival:
    """One negotiation by alternating offers, ready to be run again and again."""

    def __init__(
        self,
        shares: Sequence[Sequence[Sequence[float]]],
        paces: Sequence[float],
        rounds: int,
        floor: float,
    ) -> None:
        """Take what each value of each issue brings to each player; the best outcome brings 1."""
        self.issues = [make_issue(len(one), f"i{at}") for at, one in enumerate(shares[0])]
        self.paces, self.rounds = paces, rounds
        self.utilities = [
            LinearAdditiveUtilityFunction(
                values={
                    f"i{at}": TableFun(dict(enumerate(values))) for at, values in enumerate(player)
                },
                weights={f"i{at}": 1.0 for at in range(len(player))},
                issues=self.issues,
                reserved_value=floor,
            )
            for player in shares
        ]

    def run(self) -> tuple[bool, int]:
        """Negotiate once; tell whether there was an agreement, and how many offers were made."""
        mechanism = SAOMechanism(issues=self.issues, n_steps=self.rounds)
        for utility, pace in zip(self.utilities, self.paces, strict=True):
            mechanism.add(AspirationNegotiator(aspiration_type=1 / pace), ufun=utility)
        ended = mechanism.run()
        return ended.agreement is not None, len(mechanism.full_trace)
