"""Referrals for suspected autism waiting more than 13 weeks."""
