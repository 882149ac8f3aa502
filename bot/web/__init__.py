"""What both sites share, such as pages, headers and static files. It knows no feature."""
