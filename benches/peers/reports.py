"""Whole reports written with numpy, as one would and as one who tunes it would.

    python reports.py plain|tuned questions.yaml careers.yaml rows.ndjson records.ndjson

What `rolefit batch --full` adds to brief records: the chance of each role, the same for a
repeat sitting, and the closeness, over the same draws. It covers what `peer.py` covers, and
forms that are answered in full.
"""

import json
import sys

import numpy as np
import polars as pl
import yaml

import peer

# The draws, as the engine keeps them: blocks of 16 for 12 interests.
DRAWS = "engine/src/matching/odds/deviates.f32"
# How people in general come out, which takes the engine as long to find as many reports.
NORMS = "src/builtin_norms.json"
# So many people are worked on together in the tuned version.
TOGETHER = 16


class Model:
    """What is the same for everyone."""

    def __init__(self, asked, careers):
        self.questions = [question["id"] for question in asked["questions"]]
        interests = [interest["id"] for interest in asked["interests"]]
        self.measures = np.zeros((len(self.questions), len(interests)))
        for row, question in enumerate(asked["questions"]):
            self.measures[row, interests.index(question["interest"])] = 1.0
        self.steps = len(asked["scale"]) - 1
        noise, signal = asked["measurement"]["noise"], asked["measurement"]["signal"]
        evidence = self.measures.sum(axis=0)
        self.reliability = evidence * signal / (evidence * signal + noise)
        self.spread = np.sqrt(signal * (1.0 - self.reliability))
        # A repeat sitting: the spread of the true interest and that of the noise.
        self.again = np.sqrt(self.spread**2 + noise / evidence)
        roles = sorted(careers["roles"], key=lambda role: role["id"])
        self.ids = [role["id"] for role in roles]
        profiles = np.array([[role["profile"].get(i, 0.0) for i in interests] for role in roles])
        profiles -= profiles.mean(axis=1, keepdims=True)
        self.directions = profiles / np.sqrt((profiles**2).sum(axis=1, keepdims=True))
        blocks = np.fromfile(DRAWS, dtype="<f4").reshape(-1, 12, 16)
        self.draws = blocks.transpose(0, 2, 1).reshape(-1, 12)[:, : len(interests)].copy()
        with open(NORMS, encoding="utf-8") as file:
            self.people = np.array(json.load(file)["highest"])
        self.shares = np.linspace(0.0, 1.0, len(self.people))

    def estimates(self, answers):
        """The score, the level and the estimate of every interest of every person."""
        x = 2.0 * (answers - 1.0) / self.steps - 1.0
        score = (x @ self.measures) / self.measures.sum(axis=0)
        level = score.mean(axis=1, keepdims=True)
        return score, level, level + self.reliability * (score - level)


def plain(model, answers):
    """One person after the other."""
    _, _, estimates = model.estimates(answers)
    best, retest, closeness = [], [], []
    for estimate in estimates:
        interests = estimate + model.spread * model.draws
        scores = interests @ model.directions.T
        best.append(np.bincount(scores.argmax(axis=1), minlength=len(model.ids)) / len(scores))
        lengths = np.linalg.norm(interests - interests.mean(axis=1, keepdims=True), axis=1)
        highest = scores.max(axis=1) / lengths
        closeness.append(np.interp(highest, model.people, model.shares).mean())
        observed = estimate + model.again * model.draws
        level = observed.mean(axis=1, keepdims=True)
        again = level + model.reliability * (observed - level)
        scores = again @ model.directions.T
        retest.append(np.bincount(scores.argmax(axis=1), minlength=len(model.ids)) / len(scores))
    return np.array(best), np.array(retest), np.array(closeness)


def tuned(model, answers):
    """Many people at once, in single precision, and what is the same for all once.

    What the draws add to a score is the same for all who answered the same questions, so a
    score is a sum of two terms; and a running maximum over the roles takes numpy less time
    than its argmax. For the squared length of a person's interests the square is written out.
    """
    _, _, estimates = model.estimates(answers)
    single = np.float32
    to = model.directions.astype(single)
    added = (to * model.spread.astype(single)) @ model.draws.T
    observed = model.draws * model.again.astype(single)
    level = observed.mean(axis=1, keepdims=True)
    again = to @ (level + model.reliability.astype(single) * (observed - level)).T
    own = estimates @ model.directions.T
    level = estimates.mean(axis=1, keepdims=True)
    gains = model.reliability * (estimates - level)
    own_again = (level + gains) @ model.directions.T
    moves = (model.spread * model.draws).astype(single)
    moves -= moves.mean(axis=1, keepdims=True)
    squares = (moves**2).sum(axis=1)
    centred = (estimates - level).astype(single)
    best, retest, closeness = [], [], []
    for begin in range(0, len(answers), TOGETHER):
        people = slice(begin, begin + TOGETHER)
        count, highest = firsts(own[people].astype(single), added)
        best.append(count)
        retest.append(firsts(own_again[people].astype(single), again)[0])
        length = centred[people] @ moves.T
        length *= 2.0
        length += squares
        length += (centred[people] ** 2).sum(axis=1, keepdims=True)
        highest /= np.sqrt(length, out=length)
        closeness.append(np.interp(highest, model.people, model.shares).mean(axis=1))
    return np.concatenate(best), np.concatenate(retest), np.concatenate(closeness)


def firsts(own, added):
    """For some people how often each role comes first, and the highest score of each draw."""
    highest = own[:, :1] + added[0]
    first = np.zeros(highest.shape, dtype=np.uint8)
    score, ahead = np.empty_like(highest), np.empty(highest.shape, dtype=bool)
    for role in range(1, len(added)):
        np.add(own[:, role : role + 1], added[role], out=score)
        np.greater(score, highest, out=ahead)
        np.maximum(highest, score, out=highest)
        np.copyto(first, np.uint8(role), where=ahead)
    counts = [np.count_nonzero(first == role, axis=1) for role in range(len(added))]
    return np.stack(counts, axis=1) / added.shape[1], highest


def main(how, questions_file, careers_file, rows_file, records_file):
    with open(questions_file, encoding="utf-8") as file:
        asked = yaml.load(file, Loader=yaml.CSafeLoader)
    with open(careers_file, encoding="utf-8") as file:
        careers = yaml.load(file, Loader=yaml.CSafeLoader)
    model = Model(asked, careers)
    schema = {
        "respondent": pl.String,
        "answers": pl.Struct({question: pl.Float64 for question in model.questions}),
    }
    rows = pl.read_ndjson(rows_file, schema=schema)
    answers = rows["answers"].struct.unnest().to_numpy()
    interests = [interest["id"] for interest in asked["interests"]]
    similarity, fit = peer.match(asked, careers, model.questions, interests, answers)
    in_order = [[role["id"] for role in careers["roles"]].index(name) for name in model.ids]
    best, retest, closeness = {"plain": plain, "tuned": tuned}[how](model, answers)
    records = pl.DataFrame(
        {
            "respondent": rows["respondent"],
            "closeness": closeness,
            "ids": pl.Series([model.ids], dtype=pl.List(pl.String)).new_from_index(0, len(rows)),
            "similarity": similarity[:, in_order],
            "fit": fit[:, in_order],
            "best": best,
            "retest": retest,
        }
    )
    records.write_ndjson(records_file)


if __name__ == "__main__":
    main(*sys.argv[1:])
