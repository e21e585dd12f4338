# SPDX-License-Identifier: MIT
"""petik: checkable records from Indonesian regional news.

    >>> import petik
    >>> article = petik.extract("Penjabat (Pj) Wali Kota …", source="a.txt")
    >>> article.statements[0].speaker.name

See docs/PYTHON.md."""
from . import records
from ._library import Error, schema, version
from .extraction import Extractor, Input, Rules, extract, extract_many, files, read
from .records import Article
from .tables import KINDS, Column, arrow_schema, columns, rows, to_arrow, to_pandas

__version__ = version()
__all__ = ["Article", "Column", "Error", "Extractor", "Input", "KINDS", "Rules", "arrow_schema", "columns", "extract", "extract_many",
           "files", "read", "records", "rows", "schema", "to_arrow", "to_pandas", "version"]
