"""Fetching a page: what is taken, what is refused and how it is said. A server on this computer plays the web."""

from __future__ import annotations

import gzip
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.cli import main
from generator.hosts import fetch as fetching
from generator.hosts.fetch import FetchError, address_is_private, fetch, is_address
from tests.laws.sources import imports, modules

BODY = (
    "The council of Marbrook voted on Monday to close the old bridge over the Tarn for two years, after engineers had "
    "found cracks in three of its seven piers. Buses will take the road by the mill, which is eleven kilometres longer."
)
PAGE = (
    '<html lang="en"><head><title>Old bridge closed</title><meta property="og:site_name" content="Marbrook Post">'
    f'<meta property="article:published_time" content="2021-10-05"></head><body><article><h1>Old bridge closed</h1>'
    f"<p>{BODY}</p><p>The mayor, Edith Lanner, said the café by the bridge would stay open all the same.</p>"
    "</article></body></html>"
)

Answer = Callable[[BaseHTTPRequestHandler], None]


def answer(data: bytes, kind: str | None = "text/html; charset=utf-8", status: int = 200, **headers: str) -> Answer:
    def send(handler: BaseHTTPRequestHandler) -> None:
        handler.send_response(status)
        if kind:
            handler.send_header("Content-Type", kind)
        for name, value in headers.items():
            handler.send_header(name.replace("_", "-"), value)
        handler.end_headers()
        handler.wfile.write(data)

    return send


def redirect(target: str, status: int = 302) -> Answer:
    return answer(b"", None, status, Location=target)


class Server:
    """A web server whose answers a test sets by path; it remembers what it was asked."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[tuple[str, dict[str, str]]] = []
        server = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                server.asked.append((self.path, dict(self.headers)))
                server.answers.get(self.path, answer(b"no", status=404))(self)

            def log_message(self, *args: object) -> None:
                pass

        self._http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self._http.daemon_threads = True
        self._thread = threading.Thread(target=self._http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        self._thread.start()

    def url(self, path: str) -> str:
        return f"http://127.0.0.1:{self._http.server_port}{path}"

    def close(self) -> None:
        self._http.shutdown()
        self._http.server_close()
        self._thread.join(5)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    for name in ("http_proxy", "https_proxy", "all_proxy", "HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    made = Server()
    yield made
    made.close()


def refused(url: str, **options: float) -> str:
    with pytest.raises(FetchError) as caught:
        fetch(url, **options)  # type: ignore[arg-type]
    return str(caught.value)


# What is taken --------------------------------------------------------------------------------------------------------


def test_a_page(server: Server) -> None:
    server.answers["/2021/bridge.html?id=1"] = answer(PAGE.encode())
    page = fetch(server.url("/2021/bridge.html?id=1#comments"))
    assert (page.data, page.name) == (PAGE.encode(), "bridge.html")
    assert page.url == server.url("/2021/bridge.html?id=1")
    ((_, headers),) = server.asked
    assert headers["User-Agent"].startswith("knowledge-site-generator/")


@pytest.mark.parametrize(
    ("kind", "path", "name"),
    [
        ("text/plain", "/a.txt", "a.txt"), ("text/markdown; charset=utf-8", "/read.md", "read.md"),
        (None, "/x/", "x.html"),
        ("application/xhtml+xml", "/", "127.0.0.1.html"), ("TEXT/HTML", "/%2e%2e%2fetc%2fpasswd", "-etc-passwd.html"),
    ],
)  # fmt: skip
def test_the_kind_of_page_names_the_file(kind: str | None, path: str, name: str, server: Server) -> None:
    server.answers[path] = answer(b"text", kind)
    assert fetch(server.url(path)).name.endswith(name)
    assert "/" not in fetch(server.url(path)).name


def test_an_address_with_other_letters_is_asked_for_in_ascii(server: Server) -> None:
    server.answers["/caf%C3%A9%20x?q=%C3%A9"] = answer(b"text")
    assert fetch(server.url("/café x?q=é")).data == b"text"
    assert fetch(server.url("/caf%C3%A9%20x?q=%C3%A9")).data == b"text"


def test_the_encoding_only_the_server_states(server: Server) -> None:
    server.answers["/a"] = answer("Le café est fermé".encode("cp1252"), "text/html; charset=iso-8859-1")
    server.answers["/b"] = answer("Мост закрыт".encode("koi8-r"), "text/plain; charset=koi8-r")
    server.answers["/c"] = answer("Le café".encode("cp1252"), "text/html; charset=nonsense")
    server.answers["/d"] = answer("Le café".encode(), "text/html; charset=iso-8859-1")
    assert [fetch(server.url(path)).data for path in ("/a", "/b", "/c", "/d")] == [
        "Le café est fermé".encode(), "Мост закрыт".encode(), "Le café".encode("cp1252"), "Le café".encode(),
    ]  # fmt: skip


def test_a_packed_answer(server: Server) -> None:
    server.answers["/a"] = answer(gzip.compress(PAGE.encode()), Content_Encoding="gzip")
    assert fetch(server.url("/a")).data == PAGE.encode()


def test_redirects_are_followed(server: Server) -> None:
    server.answers["/a"] = redirect("/b?x=1", 301)
    server.answers["/b?x=1"] = redirect(server.url("/c"), 308)
    server.answers["/c"] = answer(b"here")
    page = fetch(server.url("/a"))
    assert (page.data, page.url) == (b"here", server.url("/c"))


# What is refused ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "words"),
    [
        ("ftp://example.org/a", "only http:// and https://"),
        ("file:///etc/passwd", "only http:// and https://"),
        ("data://text/html,x", "only http:// and https://"),
        ("javascript://x", "only http:// and https://"),
        ("http://", "names no host"),
        ("http:///path", "names no host"),
        ("http://user:secret@example.org/", "user name or password"),
        ("http://[::1", "no web address"),
        ("http://example.org:notaport/", "no web address"),
        ("http://exa mple.org/", "no valid host name"),
        ("http://\u2028.example/", "no valid host name"),
    ],
)
def test_what_is_no_web_address_is_not_fetched(url: str, words: str) -> None:
    assert is_address(url)
    assert words in refused(url)


@pytest.mark.parametrize("path", ["story.html", "C:\\story.html", "c:/story.html", "a/b", "", "-x", "://x"])
def test_paths_are_no_addresses(path: str) -> None:
    assert not is_address(path)


@pytest.mark.parametrize(
    ("sent", "words"),
    [
        (answer(b"%PDF", "application/pdf"), "the answer is application/pdf"),
        (answer(b"x", "image/png"), "neither a web page nor text"),
        (answer(b"gone", status=404), "the server answers 404 Not Found"),
        (answer(b"no", status=403), "the server answers 403 Forbidden"),
        (answer(b"oops", status=500), "500"),
        (answer(b"x" * 6000, Content_Length="6000"), "more than 5,000 bytes"),
        (answer(b"x" * 6000), "more than 5,000 bytes"),
        (answer(gzip.compress(b"x" * 6000), Content_Encoding="gzip"), "more than 5,000 bytes"),
        (answer(b"no gzip", Content_Encoding="gzip"), "damaged"),
        (answer(b"x", Content_Encoding="br"), "not asked for"),
        (answer(b"x", Content_Length="4000"), "breaks off"),
        (redirect("/a"), "in circles"),
        (redirect("file:///etc/passwd"), "no web address"),
        (redirect("ftp://example.org/"), "only http:// and https://"),
    ],
)
def test_answers_that_are_no_page(sent: Answer, words: str, server: Server) -> None:
    server.answers["/a"] = sent
    assert words in refused(server.url("/a"), limit=5000)


def test_a_server_that_is_silent(server: Server) -> None:
    server.answers["/a"] = lambda handler: time.sleep(0.6)
    assert refused(server.url("/a"), timeout=0.2) == "127.0.0.1 does not answer in time"


def test_a_server_that_sends_a_little_now_and_then(server: Server) -> None:
    def drip(handler: BaseHTTPRequestHandler) -> None:
        answer(b"")(handler)
        for _ in range(12):
            with suppress(OSError):  # nobody listens any more
                handler.wfile.write(b"x")
                handler.wfile.flush()
            time.sleep(0.1)

    server.answers["/a"] = drip
    begin = time.monotonic()
    with pytest.raises(FetchError, match="in time"):
        fetch(server.url("/a"), timeout=0.4)
    assert time.monotonic() - begin < 1


def test_a_server_that_talks_nonsense() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]

        def talk() -> None:
            caller, _ = listening.accept()
            with caller:
                caller.recv(4096)
                caller.sendall(b"SSH-2.0-nothing for you\r\n\r\n")

        thread = threading.Thread(target=talk, daemon=True)
        thread.start()
        reason = refused(f"http://127.0.0.1:{port}/")
        thread.join(5)
    assert "gives no proper answer" in reason


def test_nobody_there(server: Server) -> None:
    url = server.url("/a")
    server.close()
    assert "127.0.0.1 cannot be reached" in refused(url)


def test_offline(monkeypatch: pytest.MonkeyPatch) -> None:
    def no_names(*args: object, **more: object) -> None:
        raise socket.gaierror(-2, "Name or service not known")

    monkeypatch.setattr(socket, "getaddrinfo", no_names)
    monkeypatch.setattr(fetching.urllib.request, "getproxies", dict)
    assert refused("https://example.org/story") == "example.org cannot be found: is this computer online?"


@pytest.mark.parametrize(
    ("url", "private"),
    [
        ("http://127.0.0.1/", True), ("http://localhost/", True), ("http://[::1]:8000/", True),
        ("http://10.1.2.3/", True),
        ("http://192.168.0.1/", True), ("http://169.254.169.254/latest", True), ("http://0.0.0.0/", True),
        ("http://[::ffff:127.0.0.1]/", True), ("http://[fe80::1]/", True), ("https://93.184.216.34/", False),
    ],
)  # fmt: skip
def test_private_addresses_are_known(url: str, private: bool) -> None:
    assert address_is_private(url) == private


def test_a_page_outside_does_not_lead_inside(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    """The server of the test stands for one outside; what it redirects to is inside."""
    server.answers["/a"] = redirect(server.url("/secret"))
    server.answers["/secret"] = answer(b"the router's password")
    monkeypatch.setattr(fetching, "address_is_private", lambda url: url.endswith("/secret"))
    assert "inside the local network" in refused(server.url("/a"))
    assert [path for path, _ in server.asked] == ["/a"]


# The command ----------------------------------------------------------------------------------------------------------


def test_add_fetches_a_page(server: Server, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura", exc_type=ImportError)
    (tmp_path / "mkdocs.yml").write_text("docs_dir: content\n")
    monkeypatch.chdir(tmp_path)
    server.answers["/old"] = redirect("/bridge")
    server.answers["/bridge"] = answer(PAGE.encode())
    result = CliRunner().invoke(main, ["add", server.url("/old"), server.url("/none")], catch_exceptions=False)
    assert result.exit_code == 1
    text = (tmp_path / "content" / "articles" / "2021-10-05-old-bridge-closed.txt").read_text(encoding="utf-8")
    assert f"url: {server.url('/bridge')}\n" in text
    assert BODY in text
    assert result.stderr == f"failed {server.url('/none')}: the server answers 404 Not Found\n"


def test_nothing_else_in_the_engine_goes_online() -> None:
    online = {"urllib.request", "http.client", "socket", "ssl", "ftplib", "requests", "httpx", "aiohttp", "urllib3"}
    modules_online = {str(path) for _, path, tree in modules() for _, name in imports(tree) if _is_of(name, online)}
    assert modules_online == {"hosts/fetch.py"}


def _is_of(name: str, packages: set[str]) -> bool:
    return any(name == package or name.startswith(f"{package}.") for package in packages)
