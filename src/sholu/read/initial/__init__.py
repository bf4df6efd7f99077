"""Statements of languages whose verb of saying stands first: English, Russian and their kin."""
