"""Who still needs which access? Each month managers look at that of their people, and keep or end each."""
