/** The feeds whose new articles are being taken in: what one poll brings is read, and told, together. */
export interface Arrivals {
  readonly feeds: () => readonly string[];
  /** Keeps a feed among them for as long as a task takes. */
  during<T>(feed: string, task: () => Promise<T>): Promise<T>;
}

export function arrivals(): Arrivals {
  const feeds = new Set<string>();
  return {
    feeds: () => [...feeds],
    async during(feed, task) {
      feeds.add(feed);
      try {
        return await task();
      } finally {
        feeds.delete(feed);
      }
    },
  };
}
