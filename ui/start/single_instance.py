"""One program a data folder: a second start brings the first window forward and ends.

Whether another program runs is asked of a lock file, which costs nothing; the network code of Qt is loaded only to
call a running one, and after the window stands to be called.
"""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer

_HELLO = b"show\n"
_ANSWER = b"here\n"
_WAIT_MS = 5_000
_LOCK = "running.lock"


class SingleInstance(QObject):
    """`claim` says whether this process is the first; `called` when a later start asks for the window."""

    called = Signal()

    def __init__(self, folder: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folder = folder
        self._lock = _lock_of(folder)
        self._server: QLocalServer | None = None

    def name(self) -> str:
        """Where a running program of this user and folder listens."""
        import getpass
        import hashlib

        place = f"{getpass.getuser()}\x1f{self._folder.resolve()}"
        return "sazesh-" + hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:24]

    def claim(self) -> bool:
        """Become the one program of this folder; False when another one, perhaps of another user, holds it.

        A folder that can't be written has no lock: what is wrong with it is told by the window.
        """
        return (
            self._lock.isLocked()
            or self._lock.tryLock(0)
            or self._lock.error() != QLockFile.LockError.LockFailedError
        )

    def claim_at(self, folder: Path) -> bool:
        """`claim` for this folder, which may be another than before; then the former one is free."""
        if folder != self._folder:
            self.release()
            self._folder, self._lock = folder, _lock_of(folder)
        is_first = self.claim()
        if is_first and self._server is None:
            self.listen()
        return is_first

    def call_other(self) -> bool:
        """Ask the running program to come forward; False when none of this user answers."""
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self.name())
        if not socket.waitForConnected(_WAIT_MS):
            return False
        socket.write(_HELLO)
        socket.waitForBytesWritten(_WAIT_MS)
        # the answer may have come while the bytes were leaving: waiting for more would then be in vain
        has_answer = socket.bytesAvailable() > 0 or socket.waitForReadyRead(_WAIT_MS)
        answered = has_answer and bytes(socket.readAll().data()) == _ANSWER
        socket.disconnectFromServer()
        return answered

    def listen(self) -> None:
        """Be there for later starts; for whoever has claimed the folder."""
        from PySide6.QtNetwork import QLocalServer

        QLocalServer.removeServer(self.name())  # what a killed process left
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        self._server.listen(self.name())

    def release(self) -> None:
        if self._server is not None:
            self._server.close()
            self._server = None
        self._lock.unlock()

    def _on_call(self) -> None:
        while self._server is not None and (socket := self._server.nextPendingConnection()) is not None:
            socket.write(_ANSWER)
            socket.flush()
            socket.disconnected.connect(socket.deleteLater)
            self.called.emit()


def _lock_of(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _LOCK))
    # only a dead process makes a lock stale: a machine that slept over night still holds its own
    lock.setStaleLockTime(0)
    return lock
