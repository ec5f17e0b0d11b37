"""One web page fetched for `knowledge-site add`: the only place where the program goes online."""

from __future__ import annotations

import codecs
import http.client
import ipaddress
import re
import socket
import ssl
import time
import urllib.error
import urllib.request
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email.message import Message
from importlib.metadata import PackageNotFoundError, version
from typing import IO, Any, Final
from urllib.parse import SplitResult, quote, unquote, urljoin, urlsplit, urlunsplit

TIMEOUT: Final = 20.0
"""Seconds to wait for an answer, and for the whole page after it."""
MAX_BYTES: Final = 5_000_000
_ENDINGS: Final = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "text/markdown": ".md",
}  # fmt: skip
_KEPT_IN_PATHS: Final = "/%:@!$&'()*+,;=~-._"
_PORTS: Final = {"http": 80, "https": 443}
_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_HOST: Final = re.compile(r"[A-Za-z0-9._-]+|[0-9A-Fa-f:.]+")
_BLOCK: Final = 65_536


class FetchError(Exception):
    """An address could not be fetched; the message says why in a few words."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page: its bytes (UTF-8 where the server said in which encoding it is), the address it finally came from.

    `name` is a file name for it, with the ending of its kind.
    """

    data: bytes
    url: str
    name: str


def is_address(target: str) -> bool:
    """Tell whether a target of `add` is an address, not a path."""
    return _SCHEME.match(target) is not None


def fetch(address: str, *, timeout: float = TIMEOUT, limit: int = MAX_BYTES) -> Fetched:
    """Fetch a page of HTML or text by http or https.

    Redirects are followed, but none that leads from a public address to a private one.

    Raises:
        FetchError: the address is not one of the web, nothing answers in time, the answer is an error, too large,
            or neither HTML nor text.
    """
    url = _checked(address)
    deadline = time.monotonic() + timeout
    request = urllib.request.Request(
        url, headers={"User-Agent": _agent(), "Accept": _ACCEPT, "Accept-Encoding": "gzip"}
    )
    opener = urllib.request.build_opener(_Redirects(url))
    try:
        with opener.open(request, timeout=timeout) as answer:
            ending = _ending(answer.headers)
            data = _unpacked(_read(answer, limit, deadline), answer.headers.get("Content-Encoding", ""), limit)
            return Fetched(_as_utf8(data, answer.headers), answer.url, _name(answer.url, ending))
    except FetchError:
        raise
    except (OSError, http.client.HTTPException, ValueError) as error:
        raise FetchError(_reason(error, url)) from error


_ACCEPT: Final = "text/html,application/xhtml+xml,text/plain;q=0.9,text/markdown;q=0.9"


def _agent() -> str:
    try:
        release = version("knowledge-site-generator")
    except PackageNotFoundError:
        release = "0"
    return f"knowledge-site-generator/{release} (knowledge-site add; fetches one page for its reader)"


# ---------------------------------------------------------------------- addresses


def _checked(address: str) -> str:
    """Return the address in ASCII, ready to be asked for."""
    try:
        parts = urlsplit(address.strip())
        host, port = parts.hostname, parts.port
    except ValueError as error:
        raise FetchError("this is no web address") from error
    if parts.scheme.lower() not in _PORTS:
        raise FetchError(f"only http:// and https:// addresses are fetched, not {parts.scheme}://")
    if not host:
        raise FetchError("the address names no host")
    if "@" in parts.netloc:
        raise FetchError("an address with a user name or password is not fetched, as it would be published")
    try:
        name = host if host.isascii() else host.encode("idna").decode("ascii")
    except UnicodeError as error:
        raise FetchError("the address has no valid host name") from error
    if not _HOST.fullmatch(name):
        raise FetchError("the address has no valid host name")
    place = f"[{name}]" if ":" in name else name
    netloc = place if port is None else f"{place}:{port}"
    path, query = quote(parts.path or "/", safe=_KEPT_IN_PATHS), quote(parts.query, safe=_KEPT_IN_PATHS + "?")
    return urlunsplit(SplitResult(parts.scheme.lower(), netloc, path, query, ""))


def address_is_private(url: str) -> bool:
    """Tell whether any machine behind a URL's host is on this computer or in its network; False if nothing is known."""
    parts = urlsplit(url)
    host = parts.hostname or ""
    try:
        found = socket.getaddrinfo(host, parts.port or _PORTS[parts.scheme], type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        # Behind a proxy names cannot be looked up here; elsewhere asking will fail as well.
        return host == "localhost" or host.endswith(".localhost")
    return any(not ipaddress.ip_address(str(entry[4][0]).partition("%")[0]).is_global for entry in found)


class _Redirects(urllib.request.HTTPRedirectHandler):
    """Follows redirects to web addresses, none from outside into the reader's own network."""

    max_redirections = 5

    def __init__(self, asked: str) -> None:
        self.asked = asked

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: http.client.HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        try:
            url = _checked(urljoin(req.full_url, newurl))
            if address_is_private(url) and not address_is_private(self.asked):
                raise FetchError("the page redirects to an address inside the local network, which is not followed")
        except FetchError:
            fp.close()
            raise
        return super().redirect_request(req, fp, code, msg, headers, url)


# ---------------------------------------------------------------------- answers


def _ending(headers: Message) -> str:
    kind = headers.get_content_type() if headers.get("Content-Type") else "text/html"
    if kind not in _ENDINGS:
        raise FetchError(f"the answer is {kind}, neither a web page nor text")
    return _ENDINGS[kind]


def _read(answer: Any, limit: int, deadline: float) -> bytes:
    announced = answer.headers.get("Content-Length", "")
    if announced.isdigit() and int(announced) > limit:
        raise FetchError(_too_large(limit))
    data = b"".join(_pieces(answer, limit, deadline))
    if announced.isdigit() and len(data) < int(announced):
        raise FetchError("the answer breaks off in the middle")
    return data


def _pieces(answer: Any, limit: int, deadline: float) -> Iterator[bytes]:
    """Yield the answer as it comes: a server that sends a byte now and then must not hold the program up."""
    size = 0
    while piece := answer.read1(_BLOCK):
        size += len(piece)
        if size > limit:
            raise FetchError(_too_large(limit))
        if time.monotonic() > deadline:
            raise TimeoutError
        yield piece


def _unpacked(data: bytes, encoding: str, limit: int) -> bytes:
    packed = encoding.strip().lower()
    if packed in ("", "identity"):
        return data
    if packed not in ("gzip", "x-gzip", "deflate"):
        raise FetchError(f"the answer is packed in a way that was not asked for: {packed}")
    unpacker = zlib.decompressobj(wbits=47)  # 47: gzip or zlib, whichever it is
    try:
        plain = unpacker.decompress(data, limit + 1)
    except zlib.error as error:
        raise FetchError("the answer is damaged") from error
    if len(plain) > limit:
        raise FetchError(_too_large(limit))
    return plain


def _as_utf8(data: bytes, headers: Message) -> bytes:
    """Recode a page whose encoding only the server states; one that is UTF-8, or says itself what it is, stays."""
    charset = headers.get_content_charset()
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        try:
            codec = codecs.lookup(charset or "utf-8").name
            return data if codec == "utf-8" else data.decode(codec).encode("utf-8")
        except (LookupError, UnicodeError, TypeError):
            return data
    return data


def _name(url: str, ending: str) -> str:
    parts = urlsplit(url)
    last = unquote(parts.path.rstrip("/").rpartition("/")[2]) or parts.hostname or "page"
    stem = re.sub(r"\.(?:html?|xhtml|php|aspx?|txt|md)$", "", last, flags=re.IGNORECASE)
    plain = re.sub(r"[^\w.-]+", "-", stem)[:100] or "page"
    return f"{plain}{ending}"


def _too_large(limit: int) -> str:
    return f"the page has more than {limit:,} bytes"


def _reason(error: Exception, url: str) -> str:
    host = urlsplit(url).hostname
    if isinstance(error, urllib.error.HTTPError):
        error.close()
        if "not allowed" in str(error.msg):
            return "the page redirects to something that is no web address"
        if error.code in (301, 302, 303, 307, 308):
            return "the page redirects in circles, or too often"
        return f"the server answers {error.code} {http.client.responses.get(error.code, '')}".strip()
    cause = error.reason if isinstance(error, urllib.error.URLError) else error
    if isinstance(cause, TimeoutError):
        return f"{host} does not answer in time"
    if isinstance(cause, socket.gaierror):
        return f"{host} cannot be found: is this computer online?"
    if isinstance(cause, ssl.SSLError):
        return f"no secure connection to {host}: {cause.reason or 'unknown reason'}"
    if isinstance(cause, OSError):
        return f"{host} cannot be reached: {cause.strerror or cause or 'unknown reason'}"
    return f"{host} gives no proper answer ({type(error).__name__})"
