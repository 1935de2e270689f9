"""gvkaart: an offline knowledge base and argument mapper for negotiations about data sharing."""

__version__ = "0.1.0"
