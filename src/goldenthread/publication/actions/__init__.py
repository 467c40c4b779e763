"""Writes of publication: releases by two people, takedowns, and what is written for the public."""
