"""A folder on a server of this machine: one that sends parts of a file, and one that does not."""

import re
import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from io import BytesIO
from pathlib import Path


class WithoutParts(SimpleHTTPRequestHandler):
    """Python's own server, which knows no byte ranges."""

    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


class WithoutPartsAndWaiting(WithoutParts):
    """As a long film on it: the request of who plays it stays open, until enough is played."""

    def copyfile(self, source, outputfile):
        if self.path.endswith(".mp4") and self.headers.get("Range") == "bytes=0-":
            content = source.read()
            outputfile.write(content[: len(content) // 2])
            self.server.closing.wait()
        else:
            super().copyfile(source, outputfile)


class WithParts(WithoutParts):
    """Byte ranges as RFC 9110, 14.2 says, one range at a time."""

    def send_head(self):
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range", ""))
        path = Path(self.translate_path(self.path))
        if not wanted or not path.is_file():
            return super().send_head()
        content = path.read_bytes()
        first, last = int(wanted[1]), min(int(wanted[2] or len(content)), len(content) - 1)
        self.send_response(206)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Range", f"bytes {first}-{last}/{len(content)}")
        self.send_header("Content-Length", str(last - first + 1))
        self.end_headers()
        return BytesIO(content[first : last + 1])


@contextmanager
def served(folder, kind):
    """The address of the folder while the server runs."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(kind, directory=str(folder)))
    server.daemon_threads = True
    server.closing = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.closing.set()
        server.shutdown()
        thread.join()
        server.server_close()
