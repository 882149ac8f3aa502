"""A bell that counts."""


class CountingBell:
    """Counts how often it was rung."""

    def __init__(self) -> None:
        """Begin silent."""
        self.rings = 0

    def ring(self) -> None:
        """Count one ring."""
        self.rings += 1
