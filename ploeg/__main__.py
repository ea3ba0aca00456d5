"""``python -m ploeg``."""

from ploeg.cli import main

main()
