/** Of a map or set that is kept in the order in which it was filled, drops what is oldest until `most` are left. */
export function dropOldest<Key>(kept: Kept<Key>, most: number): void {
  for (const oldest of kept.keys()) {
    if (kept.size <= most) return;
    kept.delete(oldest);
  }
}

type Kept<Key> = Pick<Set<Key>, 'size' | 'delete'> & { keys(): Iterable<Key> };
