import { type Db, type Document, MongoServerError } from 'mongodb';

const NOT_IMPLEMENTED = 238;

/** @param commands database commands as JSON, to be run one after the other */
export async function runCommands(db: Db, commands: string): Promise<void> {
  const parsed: Document[] = JSON.parse(commands);
  for (const command of parsed) {
    await db.command(command).catch((error) => {
      // Some servers that speak this protocol have no validators: they go without.
      const { validator, ...rest } = command;
      const lacking = error instanceof MongoServerError && error.code === NOT_IMPLEMENTED;
      if (!validator || !lacking) throw error;
      return db.command(rest);
    });
  }
}
