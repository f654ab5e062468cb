import { BlockList, isIP } from "node:net";
import type { FastifyRequest } from "fastify";
import type { Access } from "../config.js";
import { Misdirected } from "../errors.js";

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet("127.0.0.0", 8, "ipv4");
LOOPBACK.addAddress("::1", "ipv6");

/** Whether a name or an address, as {@link hostName} writes it, can only mean this machine (RFC 6761, section 6.3). */
export function isLoopback(host: string): boolean {
  const address = host.replace(/^\[|\]$/g, "");
  const version = isIP(address);
  if (version > 0) return LOOPBACK.check(address, version === 4 ? "ipv4" : "ipv6");
  return host === "localhost" || host.endsWith(".localhost");
}

/** A host with or without a port in one way of writing: lower case, no port, no dot behind; undefined where it is none. */
export function hostName(host: string): string | undefined {
  const bare = isIP(host) === 6 ? `[${host}]` : host;
  if (!/^[^\s/\\?#@]+$/.test(bare) || !URL.canParse(`http://${bare}`)) return undefined;
  return new URL(`http://${bare}`).hostname.replace(/\.$/, "");
}

const ABSOLUTE = /^[a-z][a-z\d+.-]*:\/\/([^/?#]*)/i;

/** The path of a request line, which may hold the whole URL (RFC 9112, section 3.2.2). */
export function pathOf({ url = "/" }: { url?: string | undefined }): string {
  return url.replace(ABSOLUTE, "").replace(/^(?![/*])/, "/");
}

/** The host that a request is meant for: that of an absolute URL, else the header's; undefined where none or several are told. */
function hostOf({ originalUrl, headers, raw: { rawHeaders } }: FastifyRequest): string | undefined {
  const [, absolute] = ABSOLUTE.exec(originalUrl) ?? [];
  const told = rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === "host").length;
  return told > 1 ? undefined : hostName(absolute ?? headers.host ?? "");
}

/**
 * Makes the check that a request names a host of this service; it answers what is wrong. A page of a name that was bound anew to
 * this machine's address (DNS rebinding) is of the same origin for a browser, and could read the graph: only the name tells it.
 */
export function hostCheck({ hosts, listening }: Access): (request: FastifyRequest) => Misdirected | undefined {
  if (hosts.includes("*") || (hosts.length === 0 && !isLoopback(hostName(listening) ?? ""))) return () => undefined;
  const known = new Set(hosts.map(hostName));
  return (request) => {
    const host = hostOf(request);
    if (host !== undefined && (hosts.length === 0 ? isLoopback(host) : known.has(host))) return undefined;
    const got = host === undefined ? "none, several or one that is not valid" : JSON.stringify(host);
    return new Misdirected(
      `Request(host): expected a name of this service but got ${got}; ask at the address that it listens on, or have the name added to LIANTU_HOSTS.`,
    );
  };
}
