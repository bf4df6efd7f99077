"""Where everything collected is kept: SQLite by default, PostgreSQL for a team."""
