"""A printed paper that comes back: what the office changed in it, told apart from the plan's own changes.

lines       the paper, and a fresh print of the plan, as lines and rows
matching    which line of the paper is which of the print
outline     how the lines of the paper hang together
three_ways  what was printed, what the plan says now, what the paper says
values      printed words back to values of the plan
"""
