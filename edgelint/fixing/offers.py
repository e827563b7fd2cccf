"""What the fix of one finding alone would change, for a report that shows it."""

from __future__ import annotations

from edgelint.editing.edits import Edit
from edgelint.editing.patch import Patch
from edgelint.engine.check import Checked
from edgelint.findings import Finding


def offered_edits(checked: Checked, finding: Finding) -> list[Edit]:
    """Return the edits of a finding's fix in the order of the text.

    There are none where it has no fix, the fix cannot be made, or the edits would show or take away a part of a secret.
    """
    judged = next((each for each in checked.fixes if each.finding == finding), None)
    if judged is None or not judged.operations:
        return []
    patch = Patch(checked.manifests[0].view)
    edits = patch.edits() if patch.take(judged.operations) else []
    return [] if any(_shows(edit, checked) for edit in edits) else edits


def _shows(edit: Edit, checked: Checked) -> bool:
    return any(
        secret.text in edit.text or (edit.span.start < secret.span.end and secret.span.start < edit.span.end)
        for secret in checked.secrets()
    )
