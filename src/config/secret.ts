/** Variables that hold secrets: nothing but the settings of their platform or store sees them. */
export const secretNames = [
  'SLACK_BOT_TOKEN',
  'SLACK_APP_TOKEN',
  'SLACK_SIGNING_SECRET',
  'SLACK_CLIENT_SECRET',
  'ATTACHE_KEY',
  'DISCORD_TOKEN',
  'DATABASE_URL',
] as const;

export const isSecretName = (name: string): boolean => secretNames.some(secret => secret === name);

/** What must not be seen: whatever prints the object prints `[secret]`. */
export class Secret<T = string> {
  readonly #hidden: T;

  constructor(hidden: T) {
    this.#hidden = hidden;
  }

  /** The thing itself, for the one place that needs it. */
  reveal(): T {
    return this.#hidden;
  }

  toString(): string {
    return '[secret]';
  }

  toJSON(): string {
    return '[secret]';
  }

  /** What `console.log` and `util.inspect` show: https://nodejs.org/api/util.html#utilinspectcustom */
  [Symbol.for('nodejs.util.inspect.custom')](): string {
    return '[secret]';
  }
}
