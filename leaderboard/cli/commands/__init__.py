"""Commands, one a file: a function named like its module, and `PANEL`, its heading in the help."""
