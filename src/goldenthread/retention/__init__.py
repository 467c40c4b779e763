"""How long is a child's record kept, what holds it, and who agrees that it goes?"""
