"""Reading and deciding: stages from bytes to a filing decision, without database or global state."""
