"""The job of `rolefit batch`, written with polars and numpy.

    python peer.py questions.yaml careers.yaml rows.ndjson records.ndjson

It covers what the rows of the comparison need: one interest a question, every
interest mattering alike, and an even number of measured interests. Section
numbers are left out on purpose: the formulas are those of the README.
"""

import sys

import numpy as np
import polars as pl
import yaml


def main(questions_file, careers_file, rows_file, records_file):
    with open(questions_file, encoding="utf-8") as file:
        asked = yaml.load(file, Loader=yaml.CSafeLoader)
    with open(careers_file, encoding="utf-8") as file:
        careers = yaml.load(file, Loader=yaml.CSafeLoader)
    questions = [question["id"] for question in asked["questions"]]
    interests = [interest["id"] for interest in asked["interests"]]
    schema = {"respondent": pl.String, "answers": pl.Struct({q: pl.Float64 for q in questions})}
    rows = pl.read_ndjson(rows_file, schema=schema)
    answers = rows["answers"].struct.unnest().to_numpy()
    similarity, fit = match(asked, careers, questions, interests, answers)
    write(rows["respondent"], careers, answers, similarity, fit, records_file)


def match(asked, careers, questions, interests, answers):
    """The similarity and the fit of every person and role."""
    measures = np.zeros((len(questions), len(interests)))
    for row, question in enumerate(asked["questions"]):
        measures[row, interests.index(question["interest"])] = 1.0
    steps = len(asked["scale"]) - 1
    x = 2.0 * (answers - 1.0) / steps - 1.0
    given = ~np.isnan(x)
    evidence = given @ measures
    score = (np.where(given, x, 0.0) @ measures) / evidence
    level = np.nanmean(score, axis=1, keepdims=True)
    noise, signal = asked["measurement"]["noise"], asked["measurement"]["signal"]
    reliability = evidence * signal / (evidence * signal + noise)
    estimate = level + reliability * (np.where(evidence > 0, score, level) - level)
    centred = estimate - estimate.mean(axis=1, keepdims=True)
    centred /= np.sqrt((centred**2).sum(axis=1, keepdims=True))
    profiles = np.array(
        [[role["profile"].get(i, 0.0) for i in interests] for role in careers["roles"]]
    )
    profiles -= profiles.mean(axis=1, keepdims=True)
    profiles /= np.sqrt((profiles**2).sum(axis=1, keepdims=True))
    similarity = centred @ profiles.T
    measured = (evidence > 0).sum(axis=1)
    return similarity, fits(similarity, measured)


def fits(similarity, measured):
    """The regularised incomplete beta function of equal whole shapes, as a sum."""
    place = (1.0 + similarity) / 2.0
    fit = np.empty_like(place)
    for count in np.unique(measured):
        shape = (int(count) - 2) // 2
        people = measured == count
        p = place[people]
        total = np.zeros_like(p)
        choose = 1.0
        for k in range(2 * shape - 1, shape - 1, -1):
            total += choose * p**k * (1.0 - p) ** (2 * shape - 1 - k)
            choose = choose * k / (2 * shape - k)
        fit[people] = np.round(100.0 * total, 10)
    return fit


def write(respondents, careers, answers, similarity, fit, records_file):
    ids = np.array([role["id"] for role in careers["roles"]])
    by_id = np.argsort(ids)
    keys = np.round(similarity * 1e12)[:, by_id]
    order = by_id[np.argsort(-keys, axis=1, kind="stable")]
    people, roles = order.shape
    fit = np.take_along_axis(fit, order, axis=1).ravel()
    bands = np.select([fit >= 95, fit >= 90, fit >= 50], ["strong", "good", "fair"], "weak")
    flat = pl.DataFrame(
        {
            "rank": np.tile(np.arange(1, roles + 1), people),
            "id": ids[order].ravel(),
            "similarity": np.take_along_axis(similarity, order, axis=1).ravel(),
            "fit": fit,
            "band": bands,
        }
    )
    nested = flat.to_struct("roles").reshape((people, roles)).arr.to_list()
    records = pl.DataFrame(
        {
            "respondent": respondents,
            "status": pl.repeat("ranked", people, eager=True),
            "answered": (~np.isnan(answers)).sum(axis=1),
            "roles": nested,
        }
    )
    records.write_ndjson(records_file)


if __name__ == "__main__":
    main(*sys.argv[1:])
