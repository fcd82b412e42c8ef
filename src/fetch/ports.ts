/** Below 1024 only what carries web pages; 81 is where several Chinese offices keep theirs. */
const web: ReadonlySet<number> = new Set([80, 81, 443]);

/**
 * Services that understand enough of an HTTP request to be harmed by one, or that answer with secrets: the "bad
 * ports" of the Fetch standard from 1024 up, then databases, caches, brokers, and what steers machines.
 */
const services: ReadonlySet<number> = new Set([
  ...[1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679],
  ...[6697, 10080],
  ...[1433, 1521, 3306, 5432, 5984, 6379, 6380, 7474, 9042, 9200, 9300, 11211, 27017, 27018],
  ...[1883, 4222, 5671, 5672, 9092, 15672, 61613, 61616],
  ...[2181, 2375, 2376, 2379, 2380, 3389, 4243, 5900, 5985, 5986, 6443, 8500, 10250, 10255, 50070],
]);

/** Whether a site may be read at this port; others are reached only where WIRE_ALLOW_PRIVATE says so. */
export function isWebPort(port: number): boolean {
  return web.has(port) || (port >= 1024 && port < 65_536 && !services.has(port));
}

/** The URL parser drops a scheme's own port. */
export function portOf(url: URL): number {
  return Number(url.port) || (url.protocol === 'https:' ? 443 : 80);
}
