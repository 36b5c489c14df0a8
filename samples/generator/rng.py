"""Chance that is the same on every machine and every Python: splitmix64, seeded from a text."""
import hashlib

MASK = (1 << 64) - 1


class Rng:
    """One stream for each key, so that a change in one place does not move everything else."""

    def __init__(self, *key):
        digest = hashlib.sha256("|".join(str(k) for k in key).encode("utf-8")).digest()
        self._state = int.from_bytes(digest[:8], "big")

    def next(self):
        self._state = (self._state + 0x9E3779B97F4A7C15) & MASK
        z = self._state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & MASK
        return z ^ (z >> 31)

    def below(self, n):
        return self.next() % n

    def between(self, low, high):
        return low + self.below(high - low + 1)

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]

    def weighted(self, pairs):
        """pairs: (item, whole-number weight)."""
        turn = self.below(sum(weight for _, weight in pairs))
        for item, weight in pairs:
            if turn < weight:
                return item
            turn -= weight
        raise AssertionError("weights are whole numbers above zero")

    def some(self, items, count):
        rest = list(items)
        return [rest.pop(self.below(len(rest))) for _ in range(min(count, len(rest)))]

    def shuffled(self, items):
        return self.some(items, len(items))
