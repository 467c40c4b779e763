"""Cases in finished words, dates and links, for the components of `goldenthread.ui`."""
