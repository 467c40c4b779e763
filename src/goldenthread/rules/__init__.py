"""The law of the EHC process as dated, cited values and pure functions. Python's standard library only."""
