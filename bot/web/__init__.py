"""What both sites share: pages, headers, static files. Knows no feature."""
