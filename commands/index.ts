import type { Command } from '../src/app/command.ts';
import { alertsAdd } from './alerts-add.ts';
import { alertsChange } from './alerts-change.ts';
import { alertsList } from './alerts-list.ts';
import { alertsMute } from './alerts-mute.ts';
import { alertsRemove } from './alerts-remove.ts';
import { alertsSnooze } from './alerts-snooze.ts';
import { alertsTest } from './alerts-test.ts';
import { alertsUnmute } from './alerts-unmute.ts';
import { brief } from './brief.ts';
import { correct } from './correct.ts';
import { corrections } from './corrections.ts';
import { deliveriesList } from './deliveries-list.ts';
import { deliveriesRetry } from './deliveries-retry.ts';
import { digestNow } from './digest-now.ts';
import { digestPause } from './digest-pause.ts';
import { digestPreview } from './digest-preview.ts';
import { digestResume } from './digest-resume.ts';
import { digestSet } from './digest-set.ts';
import { digestShow } from './digest-show.ts';
import { feedsAdd } from './feeds-add.ts';
import { feedsList } from './feeds-list.ts';
import { feedsPause } from './feeds-pause.ts';
import { feedsRemove } from './feeds-remove.ts';
import { feedsResume } from './feeds-resume.ts';
import { feedsTry } from './feeds-try.ts';
import { help } from './help.ts';
import { home } from './home.ts';
import { matrix } from './matrix.ts';
import { quotes } from './quotes.ts';
import { search } from './search.ts';
import { shifts } from './shifts.ts';
import { stance } from './stance.ts';
import { status } from './status.ts';
import { topics } from './topics.ts';
import { why } from './why.ts';

/** What people can ask, in the order of /help. */
export const commands: readonly Command[] = [
  stance,
  matrix,
  shifts,
  brief,
  quotes,
  search,
  why,
  topics,
  digestShow,
  digestSet,
  digestPause,
  digestResume,
  digestPreview,
  digestNow,
  feedsList,
  feedsAdd,
  feedsTry,
  feedsPause,
  feedsResume,
  feedsRemove,
  alertsList,
  alertsAdd,
  alertsChange,
  alertsTest,
  alertsSnooze,
  alertsMute,
  alertsUnmute,
  alertsRemove,
  home,
  status,
  deliveriesList,
  deliveriesRetry,
  correct,
  corrections,
  help,
];
