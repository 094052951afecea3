"""Frozen types that stages hand to one another: no I/O, no regular expressions, no behaviour beyond their own
identity."""
