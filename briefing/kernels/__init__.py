"""Warm kernels: a Jupyter kernel as a fork of a process that has its libraries loaded.

``provisioner`` is what Jupyter finds under the name ``briefing-warm``, ``connection`` the side of
the process that runs notebooks, ``parent`` the process that is forked, ``kernel`` what a fork does
to become a kernel, ``handle`` what its asker holds of it, ``spares`` the kernels that are started
ahead, ``manager`` a kernel manager for builds. docs/warm-kernels.md is for those who want to use
them elsewhere.
"""
