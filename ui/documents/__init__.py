"""Papers: choosing one, filling in what the file lacks, seeing it, printing and storing it, many at once."""
