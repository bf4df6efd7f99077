"""Reads the coverage of an event in many languages and writes the press review of it."""
