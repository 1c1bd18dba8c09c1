import pg from 'pg';

/** Exits with 0 where a PostgreSQL answers at the address given, else with 1. */
const client = new pg.Client({ connectionString: process.argv[2], connectionTimeoutMillis: 2_000 });
try {
  await client.connect();
  await client.query('select 1');
  await client.end();
} catch {
  process.exitCode = 1;
}
