"""What supervisors see: the overview, statistics, opening hours; and practice."""
