"""What both sites share of the web."""
