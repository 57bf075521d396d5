"""The countdown of a phase: it reads no clock, someone tells it the time."""

from dataclasses import dataclass

MINUTE = 60.0


@dataclass(slots=True)
class Countdown:
    """Seconds left of a phase; it goes on below zero, since people do.

    `moment` is the last time it was told, in seconds of any clock that only goes forward.
    """

    seconds: float = 0.0
    planned: float = 0.0
    running: bool = False
    moment: float = 0.0
    rang: bool = False

    def plan(self, minutes: float) -> None:
        """Begin a phase of so many minutes; 0 has no countdown."""
        self.seconds = self.planned = minutes * MINUTE
        self.running = minutes > 0
        self.rang = False

    def tick(self, now: float) -> bool:
        """Take the time; tells whether the figure people read has changed.

        A laptop that slept counts as a pause: nobody played meanwhile.
        """
        before, gone = self.words(), now - self.moment
        self.moment = now
        if self.running and 0 < gone < MINUTE:
            self.seconds -= gone
        return self.words() != before

    def rings(self) -> bool:
        """Tell once that time is up."""
        ringing = self.running and self.planned > 0 and self.seconds <= 0 and not self.rang
        self.rang = self.rang or ringing
        return ringing

    def add(self, minutes: float) -> None:
        """Give more time, or less."""
        self.seconds += minutes * MINUTE
        self.planned = max(self.planned, self.seconds)
        self.rang = self.seconds <= 0
        self.running = True

    def toggle(self) -> None:
        """Pause, or go on."""
        self.running = not self.running

    @property
    def used(self) -> bool:
        """Tell whether there is anything to show."""
        return self.planned > 0

    def words(self) -> str:
        """Write what is left: `12:05`, or `+0:40` past the end."""
        whole = round(abs(self.seconds))
        sign = "+" if self.seconds < 0 and whole else ""
        return f"{sign}{whole // 60}:{whole % 60:02d}"
