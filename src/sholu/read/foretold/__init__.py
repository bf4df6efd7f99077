"""Expectations: what will or may happen, how surely, by when, and whose it is."""
