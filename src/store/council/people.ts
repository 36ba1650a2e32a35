/**
 * People and their Slack accounts, as councils' files name them. A person is global: known to this council by the file's
 * slug, or to any council by the same account, it is the same person. An account is one person's on each day.
 */
import type { CouncilFile, Person } from '../../council/shape.ts';
import { toDay } from '../moments.ts';
import type { Prisma } from '../prisma/client.ts';

type Tx = Prisma.TransactionClient;

/** Writes the file's people and gives their numbers by their slugs. */
export async function savePeople(tx: Tx, councilId: string, file: CouncilFile): Promise<Map<string, number>> {
  const known = await tx.councilPerson.findMany({ where: { councilId } });
  const people = new Map(known.map((one) => [one.slug, one.personId]));
  const accounts: Account[] = [];
  for (const { slug, name, kana, email, language, slack } of file.people) {
    const data = { name, kana: kana ?? null, email: email ?? null, language };
    const found = people.get(slug) ?? (await personWithAccount(tx, slack));
    const { id } =
      found === undefined ? await tx.person.create({ data }) : await tx.person.update({ where: { id: found }, data });
    if (!people.has(slug)) await tx.councilPerson.create({ data: { councilId, slug, personId: id } });
    people.set(slug, id);
    accounts.push(...slack.map((one) => ({ ...one, person: id })));
  }
  await saveAccounts(tx, councilId, accounts);
  return people;
}

type Account = Person['slack'][number] & { readonly person: number };

async function personWithAccount(tx: Tx, slack: Person['slack']): Promise<number | undefined> {
  for (const { team, user, from } of slack) {
    const account = await tx.slackAccount.findUnique({
      where: { teamId_userId_from: { teamId: team, userId: user, from } },
    });
    if (account) return account.personId;
  }
  return undefined;
}

async function saveAccounts(tx: Tx, councilId: string, accounts: readonly Account[]): Promise<void> {
  const filed = JSON.stringify(accounts);
  // An account of the file is another's where a span that the file does not name overlaps it, or where its very span
  // belongs to a person of another council: a file corrects its own council's people alone.
  const [taken] = await tx.$queryRaw<{ account: string; owner: string; from: string }[]>`
    WITH filed AS (
      SELECT * FROM jsonb_to_recordset(${filed}::jsonb) AS row (team text, "user" text, "from" text, until text, person int))
    SELECT a.user_id AS account, p.name AS owner, a."from" FROM slack_account a
    JOIN person p ON p.id = a.person_id
    JOIN filed f ON f.team = a.team_id AND f."user" = a.user_id
    WHERE CASE WHEN EXISTS (SELECT FROM filed k WHERE k.team = a.team_id AND k."user" = a.user_id AND k."from" = a."from")
      THEN f."from" = a."from" AND f.person <> a.person_id
        AND EXISTS (SELECT FROM council_person c WHERE c.person_id = a.person_id AND c.council_id <> ${councilId})
      ELSE a."from" <= coalesce(f.until, '9999-12-31') AND f."from" <= coalesce(a.until, '9999-12-31') END
    ORDER BY a.user_id, a."from" LIMIT 1`;
  if (taken) throw new AccountTaken(taken);

  await tx.$executeRaw`
    INSERT INTO slack_account (team_id, user_id, "from", until, person_id)
    SELECT team, "user", "from", until, person FROM jsonb_to_recordset(${filed}::jsonb)
      AS row (team text, "user" text, "from" text, until text, person int)
    ON CONFLICT (team_id, user_id, "from") DO UPDATE SET until = excluded.until, person_id = excluded.person_id`;
}

/** The file gives an account to someone while it is another's. */
export class AccountTaken extends Error {
  readonly account: string;
  /** The name of the person whose account it is. */
  readonly owner: string;
  /** The day since when it is theirs. */
  readonly from: string;

  constructor({ account, owner, from }: { account: string; owner: string; from: string }) {
    super(`account ${account} belongs to ${owner} from ${from}`);
    this.account = account;
    this.owner = owner;
    this.from = from;
  }
}

/** The council's people with their accounts, in the shape of its file. */
export async function loadPeople(tx: Tx, councilId: string): Promise<Person[]> {
  const people = await tx.councilPerson.findMany({
    where: { councilId },
    include: { person: { include: { accounts: true } } },
  });
  return people.map(({ slug, person }) => ({
    slug,
    name: person.name,
    ...(person.kana !== null && { kana: person.kana }),
    ...(person.email !== null && { email: person.email }),
    language: person.language === 'en' ? 'en' : 'ja',
    slack: person.accounts.map((one) => ({ team: one.teamId, user: one.userId, ...span(one) })),
  }));
}

/** Days as the file has them: no end where none is known. */
export const span = ({ from, until }: { from: string; until: string | null }) => ({
  from: toDay(from),
  ...(until !== null && { until: toDay(until) }),
});
