/** Whether what is done to `outer` is done to `inner` too: null is all of a notice, "§1" holds "§1(3)". */
export function covers(outer: string | null, inner: string | null): boolean {
  if (outer === null || outer === inner) return true;
  return inner?.startsWith(outer) === true && !/^\d/.test(inner.slice(outer.length));
}
