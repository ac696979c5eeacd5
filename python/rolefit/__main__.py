"""``python -m rolefit`` is the installed program, with its exit code."""

import os
import subprocess
import sys

from rolefit import program


def main() -> int:
    try:
        path = program()
    except FileNotFoundError as error:
        print("error: %s" % error, file=sys.stderr)
        return 70
    command = [path] + sys.argv[1:]
    if os.name != "nt":
        # From here on this process is the program: signals reach it.
        os.execv(path, command)
    child = subprocess.Popen(command)
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:
            # Windows sends Ctrl-C to both: the program says what comes of it.
            pass


if __name__ == "__main__":
    sys.exit(main())
