"""The command's parts. A module of the name of a command has `add`, which says what it takes, and `run`."""
