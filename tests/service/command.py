"""The command as a process of its own, without an installed script: `python -m tests.service.command`."""

from service.cli import main

if __name__ == "__main__":
    main()
