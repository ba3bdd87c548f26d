"""A service's refusal, beside the fields of a short form."""

from services.errors import AppError, InvalidDraft
from ui.context import AppContext
from ui.runtime.errors import sentence_of
from ui.widgets.form_grid import FormGrid


def show_refusal(context: AppContext, grid: FormGrid, error: Exception) -> str:
    """Put every sentence beside its field and the keyboard into the first; returns the one without a field.

    What is no refusal is presented as the bug that it is.
    """
    if not isinstance(error, AppError):
        context.errors.present(error)
        return ""
    each = error.errors if isinstance(error, InvalidDraft) and error.errors else (error,)
    left = [one for one in each if not (one.field and grid.set_error(one.field, sentence_of(one)))]
    if len(left) < len(each):
        grid.focus_first_error()
    return sentence_of(left[0]) if left else ""
