"""Runs EQL queries over generated events with the PyPI package `eql`, for comparison with our own evaluation.

    pip install eql==0.9.19
    python test/rules/lib/query/eql/reference.py > test/rules/lib/query/eql/reference.json

The result is kept as data, so that the test needs no Python. Left out is what the package does otherwise than
Elasticsearch: it compares without case (so no letters of two cases here), takes null for a value to join by, expands
`?` otherwise, gives null for a `between` that finds nothing, closes `until` before the steps of the same event, and
knows no missing events.
"""

import json
import random

import eql
from eql.engine import PythonEngine
from eql.events import Event
from eql.parser import allow_runs, elasticsearch_syntax, parse_query

SECOND = 10_000_000  # the package counts in units of 100 ns
seed = random.Random(1671)


def event(number, time):
    found = {
        "id": number,
        "time": time,
        "name": seed.choice(["mail", "mail reader", "reader*", "drive", "x", ""]),
        "size": seed.choice([0, 1, 2, 3, 7, -4]),
        "user": seed.choice(["ann", "bob", "cleo"]),
        "team": seed.choice([1, 2]),
        "step": seed.choice(["a", "b", "c", "d", "stop"]),
        "address": seed.choice(["192.0.2.1", "192.0.2.77", "198.51.100.9"]),
        "flag": seed.choice([True, False]),
    }
    for member in ("name", "size", "address", "flag"):
        if seed.random() < 0.12:
            del found[member]
    return found


def events(count):
    time, found = 0, []
    for number in range(count):
        time += seed.choice([1, 1, 2, 5, 9])
        found.append(event(number, time))
    return found


NAMES = ['"mail"', '"mail reader"', '"reader*"', '"drive"', '"x"', '""', '"rea"', '"er"']
PATTERNS = ['"mail*"', '"*reader"', '"m*il"', '"*"', '"**x"', '"*a*r"', '"drive"', '"*a*a*"']


def leaf(negated):
    if not negated and seed.random() < 0.05:
        return f'between~(name, "m", "r") == {seed.choice([chr(34) + "ail " + chr(34), chr(34) + "x" + chr(34)])}'
    name, pattern = seed.choice(NAMES), seed.choice(PATTERNS)
    listed = ", ".join(seed.sample(NAMES, 3))
    number = seed.choice([0, 1, 2, 3, 7, -4])
    operator = seed.choice(["<", "<=", "==", ">=", ">"])
    return seed.choice(
        [
            f"name == {name}",
            f"name in ({listed})",
            f"name like {pattern}",
            f"name : {pattern}",
            f"name : ({pattern}, {name})",
            f"name in~ ({listed})",
            f"size {operator} {number}",
            f"size in (1, {number}, 7)",
            f"size + 1 {operator} {number}",
            f"size * 2 - 1 {operator} {number}",
            f"length(name) {operator} {abs(number)}",
            f"startsWith~(name, {name})",
            f"endsWith~(name, {name})",
            f"stringContains~(name, {name})",
            f"indexOf~(name, {name}) {operator} {abs(number)}",
            f"substring(name, {seed.choice([0, 1, -2])}) == {name}",
            f"substring(name, 0, {seed.choice([1, 3, -1])}) == {name}",
            f'concat(name, "-", "x") == {seed.choice([chr(34) + "mail-x" + chr(34), chr(34) + "drive-x" + chr(34)])}',
            'cidrMatch(address, "192.0.2.0/26")',
            'cidrMatch(address, "198.51.100.0/24", "192.0.2.64/26")',
            "flag == true",
            "flag == false",
            "name == null",
            "size != null",
        ]
    )


def condition(depth, negated=False):
    if depth == 0 or seed.random() < 0.3:
        return leaf(negated)
    kind = seed.random()
    if kind < 0.4:
        return f"({condition(depth - 1, negated)} and {condition(depth - 1, negated)})"
    if kind < 0.8:
        return f"({condition(depth - 1, negated)} or {condition(depth - 1, negated)})"
    # Negated only where the document has all the fields: else Elasticsearch and the package differ.
    present = "name != null and size != null and address != null and flag != null"
    return f"({present} and not {condition(depth - 1, True)})"


def sequence():
    by = seed.choice(["", " by user", " by user, team", " by user"])
    span = seed.choice(["", " with maxspan=4s", " with maxspan=12s", " with maxspan=30s"])
    own = seed.choice([None, None, None, "user"]) if by == "" else None
    steps = []
    for _ in range(seed.choice([2, 2, 3, 4])):
        wanted = seed.sample(["a", "b", "c", "d"], seed.choice([1, 1, 2]))
        listed = ", ".join(f'"{each}"' for each in wanted)
        step = f"[any where step in ({listed})]"
        if own is not None:
            step += f" by {own}"
        if seed.random() < 0.15:
            step += f" with runs={seed.choice([2, 3])}"
        steps.append(step)
    query = f"sequence{by}{span} " + " ".join(steps)
    if seed.random() < 0.3:
        query += ' until [any where step == "stop"]' + ("" if own is None else f" by {own}")
    return query


def run(query, found):
    engine, results = PythonEngine(), []
    with elasticsearch_syntax, allow_runs:
        engine.add_query(parse_query(query))
    engine.add_output_hook(lambda result: results.append([each.data["id"] for each in result.events]))
    stream = (Event("event", each["time"] * SECOND, each) for each in found)
    engine.stream_events(stream)
    return results


def main():
    found = events(100)
    wheres = sorted({f"any where {condition(seed.choice([0, 1, 2]))}" for _ in range(420)})
    sequences = sorted({sequence() for _ in range(300)})
    cases = [[query, run(query, found)] for query in [*wheres, *sequences]]
    lines = [json.dumps(case, separators=(",", ":")) for case in cases]
    documents = [json.dumps(each, separators=(",", ":")) for each in found]
    print('{"made_with":"eql %s",' % eql.__version__)
    print('"events":[\n' + ",\n".join(documents) + "\n],")
    print('"cases":[\n' + ",\n".join(lines) + "\n]}")


main()
