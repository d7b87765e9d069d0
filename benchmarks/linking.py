"""How well names are linked: measured on alignments that people checked, each half by itself."""

import argparse
import sys
from collections.abc import Sequence

from linking_alignments import (
    VOCABULARIES,
    Outcome,
    Row,
    checked,
    grouped,
    held_out,
    outcomes,
    outcomes_of_labels,
)
from linking_scores import by_relation, mistakes, scores

import si_kg
from si_kg.store import Store


def report(title: str, found: Sequence[Outcome]) -> None:
    """Print the figures of these outcomes, for each vocabulary and each relation."""
    print(f"\n{title}")
    head = f"{'vocabulary':<28}{'rows':>5}{'match':>6}{'exact':>6}{'close':>6}{'due':>5}"
    print(head + f"{'precision':>10}{'or close':>9}{'recall':>8}{'at 5':>7}")
    by_vocabulary = grouped(found, lambda each: each.rows[0].vocabulary)
    for name, part in [*sorted(by_vocabulary.items()), ("all", found)]:
        s = scores(part)
        print(
            f"{name:<28}{s.rows:>5}{s.given:>6}{s.right:>6}{s.close:>6}{s.due:>5}"
            f"{_shown(s.precision, s.given):>10}{_shown(s.lenient, s.given):>9}"
            f"{_shown(s.recall, s.due):>8}{_shown(s.reach, s.due):>7}"
        )
    print(f"\n{'relation':<14}{'rows':>5}{'at 5':>6}{'proposed':>9}{'right':>6}", end="")
    print(f"{'precision':>10}{'recall':>8}")
    for relation, p in by_relation(found).items():
        print(
            f"{relation:<14}{p.rows:>5}{p.reached:>6}{p.proposed:>9}{p.right:>6}"
            f"{_shown(p.precision, p.proposed):>10}{_shown(p.recall, p.rows):>8}"
        )


def _shown(share: float, of: int) -> str:
    """A share, or a dash where there is nothing of which it is one."""
    return f"{share:.3f}" if of else "-"


def main() -> None:
    """Print the figures, of the part that was looked at and of the part that was held out."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held-out", action="store_true", help="only the part held out")
    parser.add_argument("--seen", action="store_true", help="only the part that was looked at")
    parser.add_argument("--mistakes", type=int, default=10, help="how many are told")
    asked = parser.parse_args()
    if not VOCABULARIES.exists():
        sys.exit(f"The vocabularies are not in {VOCABULARIES}.")
    store, apart = si_kg.open().store, held_out()
    seen = [row for row in checked() if row.english not in apart]
    hidden = [row for row in checked() if row.english in apart]
    parts = {"looked at": [] if asked.held_out else seen, "held out": [] if asked.seen else hidden}
    for title, rows in parts.items():
        if rows:
            _report_both(title, rows, store, asked.mistakes)


def _report_both(title: str, rows: Sequence[Row], store: Store, most: int) -> None:
    there, back = list(outcomes(rows, store)), list(outcomes_of_labels(rows, store))
    for head, found in ((title, there), (f"{title}: labels of theirs against ours", back)):
        report(head, found)
        print("\n".join(["", *mistakes(found, most)]))


if __name__ == "__main__":
    main()
