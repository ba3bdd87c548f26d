import pickle

from services.persian.errors import PersianValueError


def test_an_error_carries_its_reason_only() -> None:
    error: PersianValueError = pickle.loads(pickle.dumps(PersianValueError("length")))
    assert issubclass(PersianValueError, ValueError)
    assert error.reason == "length"
    assert str(error) == "length"
