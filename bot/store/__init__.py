"""What is kept, and how: the only place that knows a database, a key file or a data file."""
