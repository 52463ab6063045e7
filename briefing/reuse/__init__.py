"""What was made once is not made again: digests of all that it was made from, and a store for it.

``digests`` hashes files and folders, ``program`` everything that is installed, ``printer`` what a
PDF depends on besides, ``store`` keeps results under such digests. A result is used again only
where every digest is the same; a digest that covers too much costs a run, one that covers too
little would show something stale.
"""
