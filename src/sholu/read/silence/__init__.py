"""Stated silences: who did not react, declined or did not answer."""
