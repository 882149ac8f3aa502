"""Storage: the only package that uses the database, the key files and the data files."""
