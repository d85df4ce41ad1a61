"""What Schemathesis cannot know: requests that succeed, and whose things they are about. Counts which answers were met.

Reads world.json of the folder that it runs in (see world/world.ts) and leaves met.json there.
"""

import atexit
import base64
import json
import random
from collections import Counter, defaultdict
from pathlib import Path

import schemathesis
from schemathesis.transport.serialization import Binary

FOLDER = Path.cwd()
WORLD = json.loads((FOLDER / "world.json").read_text())
EXAMPLES, VALUES = WORLD["examples"], WORLD["values"]
CHOICE = random.Random(WORLD["seed"])
# How often a valid value gives way to one that means something here.
KNOWN = 0.75
# Kept, so that no other request gets the identity of one that is sent as it is.
as_they_are = []
met = defaultdict(Counter)


@schemathesis.hook
def before_add_examples(context, examples):
    for known in EXAMPLES.get(context.operation.label, []):
        body = {"body": told(known["body"]), "media_type": known["mediaType"]} if "body" in known else {}
        parts = {"path_parameters": known.get("path"), "query": known.get("query"), "headers": known.get("headers")}
        case = context.operation.Case(**parts, **body)
        as_they_are.append(case)
        examples.append(case)


@schemathesis.hook
def before_call(context, case, kwargs):
    if case.meta is None or any(case is one for one in as_they_are):
        return
    valid = {location.value for location, part in case.meta.components.items() if part.mode.is_positive}
    paths = [known["path"] for known in EXAMPLES.get(case.operation.label, []) if "path" in known]
    if "path" in valid and case.path_parameters and paths and CHOICE.random() < KNOWN:
        case.path_parameters = dict(CHOICE.choice(paths))
    if "header" in valid:
        mean(case.headers)
    if "query" in valid:
        mean(case.query)
    if "body" in valid:
        mean(case.body)


def mean(part):
    """Puts values that mean something here in place of random ones of the same name."""
    if isinstance(part, list):
        for item in part:
            mean(item)
    if not hasattr(part, "items"):
        return
    for name, value in list(part.items()):
        if name not in VALUES:
            mean(value)
        elif CHOICE.random() < KNOWN:
            chosen = told(CHOICE.choice(VALUES[name]))
            if chosen is None:
                del part[name]
            elif not isinstance(chosen, Binary):
                part[name] = chosen
            elif isinstance(value, Binary):
                # Within it: a body with another file would be taken for a wrong one.
                value.data = chosen.data


def told(value):
    """JSON holds no bytes: {"base64": …} stands for a file."""
    if isinstance(value, dict) and set(value) == {"base64"}:
        return Binary(base64.b64decode(value["base64"]))
    return {name: told(item) for name, item in value.items()} if isinstance(value, dict) else value


@schemathesis.hook
def after_call(context, case, response):
    # A method that the route does not have says nothing about the route.
    if case.method.upper() == case.operation.method.upper():
        met[case.operation.label][response.status_code] += 1


@atexit.register
def leave():
    (FOLDER / "met.json").write_text(json.dumps(met))
