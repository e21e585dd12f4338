# SPDX-License-Identifier: MIT
"""petik on Apache Spark: records of a DataFrame's texts, or of files that every worker sees, as DataFrames.

    >>> import petik.spark
    >>> extracted = petik.spark.extract(df, text="body", source="id", published="date")
    >>> petik.spark.table(extracted, "statements").show()

As a job: python -m petik.spark --help. See docs/SPARK.md."""
from .frames import RESULT, errors, extract, extract_files, table

__all__ = ["RESULT", "errors", "extract", "extract_files", "table"]
