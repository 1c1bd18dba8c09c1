import type { Settings } from '../app/ports.ts';
import type { Setting } from '../core/setting.ts';
import { type Db, reserve, type SettingRow } from './tables.ts';

export function settingsIn(db: Db): Settings {
  return {
    current: () => currentSettings(db),
    put: setting => addSetting(db, setting),
    history: async limit => {
      const rows = db.selectFrom('settings').selectAll().orderBy('number', 'desc').limit(limit);
      return (await rows.execute()).map(settingOf);
    },
  };
}

async function currentSettings(db: Db): Promise<Setting[]> {
  const rows = await db
    .selectFrom('settings')
    .innerJoin(
      eb =>
        eb
          .selectFrom('settings')
          .select(({ fn }) => [fn.max('number').as('last'), fn.min('number').as('first')])
          .groupBy(['kind', 'id'])
          .as('ends'),
      join => join.onRef('ends.last', '=', 'settings.number'),
    )
    .selectAll('settings')
    .orderBy('ends.first')
    .execute();
  return rows.map(settingOf);
}

function addSetting(db: Db, { kind, id, value, by, at }: Setting): Promise<void> {
  return db.transaction().execute(async trx => {
    const before = await reserve(trx, 'settings', 1);
    const row = { number: before + 1, kind, id, by, at, value: value && JSON.stringify(value) };
    await trx.insertInto('settings').values(row).execute();
  });
}

const settingOf = ({ kind, id, value, by, at }: SettingRow): Setting =>
  ({ kind, id, by, at, value: value === null ? null : JSON.parse(value) }) as Setting;
