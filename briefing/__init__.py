"""Turn a week of reporting on an armed conflict into a brief that an analyst can sign."""

__version__ = "0.1.0"
