"""`python -m gvkaart`: the command line."""

import sys

from gvkaart.cli import main

if __name__ == "__main__":
    sys.exit(main())
