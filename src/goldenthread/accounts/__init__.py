"""Who works here, what their role lets them do, and who may open which page."""
