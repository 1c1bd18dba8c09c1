/** The command that carries all others, for workspaces where `/stance` belongs to another app. */
export const umbrella = '/attache';

/**
 * Slack's own commands, which an app cannot register: a manifest with one of them is refused as a whole
 * (https://slack.com/help/articles/201259356-Use-built-in-slash-commands). They are reached as `/attache status`.
 */
export const reserved: ReadonlySet<string> = new Set(
  (
    'active apps archive away call collapse dm dnd expand feed feedback invite invite_people join kick leave me msg mute ' +
    'open prefs pro remind remove rename search shortcuts shrug star status topic unarchive who'
  ).split(' '),
);

/** A line to type, such as `/search NATO`, as it works in Slack; anything else as it is. */
export const typeable = (code: string): string =>
  code.replace(/^\/([a-z_]+)(?=\s|$)/, (command, name: string) =>
    reserved.has(name) ? `${umbrella} ${name}` : command,
  );
