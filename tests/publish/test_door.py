"""The door of the room."""

import subprocess
import sys


def test_entering_the_room_imports_no_format() -> None:
    code = (
        "import sys, sholu.publish\n"
        "print(sorted({'docx', 'jinja2', 'babel', 'msgspec', 'lxml'} & set(sys.modules)))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout == "[]\n"
