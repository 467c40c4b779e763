"""Settings by purpose: base is shared; demo, test and production add what is theirs."""
