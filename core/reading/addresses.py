"""Which addresses a redirect may lead to: none inside the own network, unless the user named one there."""

from __future__ import annotations

import ipaddress
import socket
from urllib.parse import urlsplit

from core.errors import Refused


def refuse_local_redirect(named: str, target: str) -> None:
    """Raises `Refused` if `target` is no http(s) address or lies in a local network.

    named: what the user typed; from there to the same host and port any redirect is fine.
    """
    there, here = urlsplit(target), urlsplit(named)
    if there.scheme not in ("http", "https"):
        raise Refused("redirects to {target}, which is no http address", target=target[:200])
    if (there.hostname, there.port) == (here.hostname, here.port):
        return
    if is_local(there.hostname or ""):
        raise Refused("redirects to {target}, which is a local address", target=target[:200])


def is_local(host: str) -> bool:
    """True for a host that is, or resolves to, anything but an address of the open internet."""
    if not host:
        return True
    try:
        found = {str(entry[4][0]) for entry in socket.getaddrinfo(host, None, proto=socket.IPPROTO_TCP)}
    except (OSError, UnicodeError):
        return False  # the connection will tell
    return not all(ipaddress.ip_address(address.partition("%")[0]).is_global for address in found)
