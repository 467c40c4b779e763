"""The law we count by, as pages for everyone: the register with search, and a calculator for each duty."""
