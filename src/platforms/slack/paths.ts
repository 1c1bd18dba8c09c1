/** Where a person begins to install the app, and where Slack sends them back to. */
export const [installPath, redirectPath] = ['/slack/install', '/slack/oauth_redirect'];
