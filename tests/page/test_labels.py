"""What places are called where a reader has to choose one."""

from __future__ import annotations

import pytest

from components.pages.labels import candidate_label


@pytest.mark.parametrize(
    ("name", "province", "country", "label"),
    [
        ("Tripoli", "Liban-Nord", "LB", "Tripoli, Liban-Nord, Lebanon"),
        ("Tripoli", "Tripoli", "LY", "Tripoli, Libya"),
        ("Lebanon", "", "LB", "Lebanon"),
        ("Mediterranean Sea", None, "", "Mediterranean Sea"),
    ],
)
def test_a_candidate_is_told_from_its_namesakes_and_nothing_is_said_twice(
    name: str, province: str | None, country: str, label: str
) -> None:
    assert candidate_label({"name": name, "admin1": province, "country_code": country}) == label
