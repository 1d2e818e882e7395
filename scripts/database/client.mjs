// One connection for one piece of work.

/**
 * Connects, does the work and hangs up, whatever comes of it. The driver is loaded on use: the scripts have to start before the packages
 * are installed.
 *
 * @template T
 * @param {string} url
 * @param {(client: import('pg').Client) => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withClient(url, work) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 30_000, application_name: 'mot-cua-setup' })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Runs statements one after the other outside of any transaction: databases are created and dropped alone. */
export const administer = (url, ...statements) =>
  withClient(url, async (client) => {
    for (const statement of statements) await client.query(statement)
  })
