"""Measure speed: milliseconds a turn, turns a second, and how long a message takes to reach the other side; run by scripts/bench."""
