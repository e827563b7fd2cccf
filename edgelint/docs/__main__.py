"""`python -m edgelint.docs docs` writes the pages that are made from the program."""

import sys

from edgelint.docs import write

if __name__ == "__main__":
    write(sys.argv[1])
