"""The schema's history, each step a file in `versions`, carried out by Alembic."""

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection


def known() -> frozenset[str]:
    """The names of all steps."""
    with as_file(files(__package__)) as folder:
        steps = ScriptDirectory(str(folder)).walk_revisions()
        return frozenset(step.revision for step in steps)


def upgrade(connection: Connection, to: str = "head") -> None:
    """Bring an archive, or an empty database, to a step of the schema, in the open transaction."""
    with as_file(files(__package__)) as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.set_main_option("path_separator", "os")
        config.attributes["connection"] = connection
        command.upgrade(config, to)
