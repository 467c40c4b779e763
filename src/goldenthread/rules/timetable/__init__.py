"""When each step is due: one module for each stage of the process."""
