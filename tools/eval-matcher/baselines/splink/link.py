"""Scores candidate pairs with Splink: Fellegi-Sunter weights estimated without labels, as its manual recommends.

Reads {"lost": [...], "found": [...]} from a file; every record lists the numbers of the pairs it is in, so that exactly
these are compared. What was learnt is kept in a model file; where there is one, it is used. Writes one
["lost id", "found id", weight] per line.
"""

import json
import logging
import os
import sys

import pyarrow
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

SEED = 1
DAY = 86_400_000
GAP = "greatest(0, occurred_from_l - occurred_to_r, occurred_from_r - occurred_to_l)"


def table(records):
    names = {name for record in records for name in record}
    return pyarrow.table({name: [record.get(name) for record in records] for name in names})


def time_level(days):
    return cll.CustomLevel(f"{GAP} <= {int(days * DAY)}", f"at most {days} days apart")


def text_level(column, share):
    shared = f"len(list_intersect({column}_l, {column}_r))"
    least = f"least(len({column}_l), len({column}_r))"
    return cll.CustomLevel(f"{least} > 0 and {shared} >= {share} * {least}", f"{share} of the words")


def words(column):
    null = cll.CustomLevel(f"len({column}_l) = 0 or len({column}_r) = 0", "nothing said")
    null.configure(is_null_level=True)
    levels = [text_level(column, share) for share in (0.6, 0.35, 0.15, 0.01)]
    return cl.CustomComparison([null, *levels, cll.ElseLevel()], column)


def named(column):
    """Names weigh by how rare they are."""
    return cl.CustomComparison(
        [
            cll.NullLevel(column),
            cll.ExactMatchLevel(column).configure(tf_adjustment_column=column),
            cll.JaroWinklerLevel(column, 0.88),
            cll.ElseLevel(),
        ],
        column,
    )


def settings():
    category = cl.CustomComparison(
        [cll.ExactMatchLevel("category").configure(tf_adjustment_column="category"), cll.ExactMatchLevel("family"), cll.ElseLevel()],
        "category",
    )
    when = cl.CustomComparison([*(time_level(days) for days in (0.05, 0.5, 1, 3, 7)), cll.ElseLevel()], "occurred_from")
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        blocking_rules_to_generate_predictions=[block_on("pairs", arrays_to_explode=["pairs"])],
        comparisons=[
            category,
            named("brand"),
            named("model"),
            words("title_words"),
            words("body_words"),
            words("colors"),
            words("seen"),
            words("seen_text"),
            cl.DistanceInKMAtThresholds("lat", "lng", [0.1, 0.3, 1, 3, 10]),
            when,
        ],
        max_iterations=50,
    )


def train(frames, model):
    linker = Linker(frames, settings(), log_level=logging.ERROR)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6, seed=SEED)
    linker.training.estimate_parameters_using_expectation_maximisation(
        block_on("area", "days"),
        populate_probability_two_random_records_match_from_trained_values=True,
        record_sample_proportion=1.0,
    )
    linker.misc.save_model_to_json(model, overwrite=True)


def main(source, model, target):
    logging.getLogger("splink").setLevel(logging.ERROR)
    with open(source, encoding="utf-8") as file:
        data = json.load(file)
    database = DuckDBAPI()
    frames = [database.register(table(data[kind]), dataset_display_name=kind) for kind in ("lost", "found")]
    if not os.path.exists(model):
        train(frames, model)
    linker = Linker(frames, model, log_level=logging.ERROR)
    with open(target, "w", encoding="utf-8") as file:
        for row in linker.inference.predict().as_record_list():
            file.write(json.dumps([row["id_l"], row["id_r"], row["match_weight"]]) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
