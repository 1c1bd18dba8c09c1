import type { Installation, Installations } from '../app/ports.ts';
import type { Db, InstallationRow } from './tables.ts';

export function installationsIn(db: Db): Installations {
  const rows = () => db.selectFrom('installations').selectAll();
  return {
    all: async () => (await rows().orderBy('platform').orderBy('space').execute()).map(installationOf),
    get: async (platform, space) => {
      const row = await rows().where('platform', '=', platform).where('space', '=', space).executeTakeFirst();
      return row ? installationOf(row) : null;
    },
    put: installation => putInstallation(db, installation),
    pause: async ({ platform, space, sealed }, reason) => {
      const update = db
        .updateTable('installations')
        .set({ paused: reason })
        .where('platform', '=', platform)
        .where('space', '=', space)
        .where('sealed', sealed === null ? 'is' : '=', sealed)
        .where('paused', 'is', null);
      return (await update.executeTakeFirst()).numUpdatedRows > 0n;
    },
  };
}

async function putInstallation(db: Db, { isHome, ...installation }: Installation): Promise<void> {
  const row: InstallationRow = { ...installation, isHome: isHome ? 1 : 0 };
  const { platform: _, space: __, ...change } = row;
  await db
    .insertInto('installations')
    .values(row)
    .onConflict(conflict => conflict.columns(['platform', 'space']).doUpdateSet(change))
    .execute();
}

const installationOf = ({ isHome, ...row }: InstallationRow): Installation => ({
  ...row,
  isHome: isHome === 1,
});
