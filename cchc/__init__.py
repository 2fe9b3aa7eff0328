"""cchc: a commune's yearly administrative-reform plan as a checked YAML file."""

__version__ = "0.1.0"
