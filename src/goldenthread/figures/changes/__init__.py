"""Has a measure changed by more than noise? Declared steps, and the watch after a promise is closed."""
