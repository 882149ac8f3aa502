"""The private site: signing in, accounts, and the log of what was done."""
