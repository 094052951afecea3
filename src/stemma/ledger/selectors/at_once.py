"""Rows read in one step."""

from __future__ import annotations

import json
from typing import Any

from django.db import connection
from django.db.models import QuerySet


def at_once(rows: QuerySet[Any, Any], *names: str) -> list[tuple[Any, ...]]:
    """These columns of many rows, in no order.

    Python's driver of SQLite lets other threads run after every single row, and each of them may take 5 ms before this
    one goes on: beside other readers a hundred thousand rows would take minutes. So SQLite makes one text of them. The
    driver of PostgreSQL has them all before it gives any.
    """
    chosen = rows.order_by().values_list(*names)
    if connection.vendor != "sqlite":
        return list(chosen)
    inner, given = chosen.query.sql_with_params()
    columns = ", ".join(f'"{name}"' for name in names)
    statement = f"SELECT json_group_array(json_array({columns})) FROM ({inner})"  # noqa: S608 - names of columns
    with connection.cursor() as cursor:
        cursor.execute(statement, given)
        return [tuple(row) for row in json.loads(cursor.fetchone()[0])]
