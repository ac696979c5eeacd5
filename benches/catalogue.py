"""Makes questions, careers and rows of any size, the same ones on every run.

    catalogue.py FOLDER [--interests N] [--questions N] [--roles N] [--rows N]

In FOLDER appear `questions.yaml`, `careers.yaml` and, with `--rows`, `rows.csv`.
"""

import argparse
import pathlib
import random

# An interest weighs so much for a role, and so many interests do.
WEIGHTS = (1, 2, 3, 4, 5)
INTERESTS_A_ROLE = 4


def questions(interests, count):
    """The questionnaire: the interests take turns, so that each has about as many questions."""
    lines = ["format: 1", "title: Growth", "introduction: To be timed.", "scale: [a, b, c, d, e]"]
    lines.append("interests:")
    lines += [f"- {{id: i{number}, name: Interest {number}}}" for number in range(interests)]
    lines.append("questions:")
    for number in range(count):
        lines.append(
            f"- {{id: q{number}, text: Question {number}, interest: i{number % interests}}}"
        )
    return "\n".join(lines) + "\n"


def careers(interests, count):
    """Roles that weigh a few interests each, no two of them alike in all."""
    chance = random.Random(1)
    lines, seen = ["format: 1", "roles:"], set()
    while len(seen) < count:
        chosen = sorted(chance.sample(range(interests), min(INTERESTS_A_ROLE, interests - 1)))
        # With few interests it takes finer weights for as many roles.
        weights = [chance.choice(WEIGHTS) + chance.randrange(1000) / 1000 for _ in chosen]
        role = tuple(zip(chosen, weights))
        if role in seen:
            continue
        profile = ", ".join(f"i{interest}: {weight}" for interest, weight in role)
        number = len(seen)
        seen.add(role)
        lines.append(
            f"- {{id: r{number}, name: Role {number}, summary: s, profile: {{{profile}}}}}"
        )
    return "\n".join(lines) + "\n"


def rows(file, interests, count, people):
    """People with interests of their own, whose answers waver: a digit a question.

    After ten thousand the same ones come again: they have no names.
    """
    chance = random.Random(2)
    different = min(people, 10_000)
    some = []
    for _ in range(different):
        likes = [chance.gauss(0.0, 0.3) for _ in range(interests)]
        answers = (chance.gauss(likes[number % interests], 0.5) for number in range(count))
        some.append("".join(str(min(5, max(1, round(answer * 2 + 3)))) for answer in answers))
    with open(file, "w", encoding="utf-8") as table:
        table.write("answers\n")
        block = "\n".join(some) + "\n"
        for _ in range(people // different):
            table.write(block)
        table.writelines(line + "\n" for line in some[: people % different])


def make(folder, interests=10, asked=40, roles=12, people=None):
    """Writes the files of a catalogue and of its rows."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "questions.yaml").write_text(questions(interests, asked), encoding="utf-8")
    (folder / "careers.yaml").write_text(careers(interests, roles), encoding="utf-8")
    if people is not None:
        rows(folder / "rows.csv", interests, asked, people)


def main():
    words = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    words.add_argument("folder")
    words.add_argument("--interests", type=int, default=10)
    words.add_argument("--questions", type=int, default=40)
    words.add_argument("--roles", type=int, default=12)
    words.add_argument("--rows", type=int)
    args = words.parse_args()
    make(args.folder, args.interests, args.questions, args.roles, args.rows)


if __name__ == "__main__":
    main()
