"""Checking whether a paper is genuine, before anybody has signed in."""
