"""What a measure counts in one article, and the figures made of such counts."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Counts:
    """Right answers, wrong extra answers, and answers that are missing, over a number of articles."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    articles: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right,
            self.wrong + other.wrong,
            self.missed + other.missed,
            self.articles + other.articles,
        )

    @property
    def wanted(self) -> int:
        """How many answers the annotation asks for."""
        return self.right + self.missed

    @property
    def precision(self) -> float | None:
        """Share of the answers given that are right; None where none was given."""
        given = self.right + self.wrong
        return self.right / given if given else None

    @property
    def recall(self) -> float | None:
        """Share of the answers wanted that were given; None where none is wanted."""
        return self.right / self.wanted if self.wanted else None

    @property
    def f(self) -> float | None:
        """Harmonic mean of precision and recall; None where there is neither anything to find nor anything found."""
        given = 2 * self.right + self.wrong + self.missed
        return 2 * self.right / given if given else None

    @property
    def wrong_per_article(self) -> float | None:
        """Wrong extra answers per article."""
        return self.wrong / self.articles if self.articles else None


@dataclass(slots=True)
class Sheet:
    """The counts and errors of one measure on one article, while it is being scored."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def miss(self, error: str) -> None:
        """Count an answer that is missing."""
        self.missed += 1
        self.errors.append(f"missed {error}")

    def add_wrong(self, error: str) -> None:
        """Count an answer nobody asked for."""
        self.wrong += 1
        self.errors.append(f"spurious {error}")

    def counts(self) -> Counts:
        """Return the counts, of one article."""
        return Counts(self.right, self.wrong, self.missed, 1)
