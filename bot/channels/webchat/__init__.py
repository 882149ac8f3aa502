"""The public site: one page to write on, and what goes with it."""
