"""Full-text search derived from the records; can be deleted and rebuilt at any time."""
